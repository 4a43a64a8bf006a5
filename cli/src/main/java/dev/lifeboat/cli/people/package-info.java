/** Who answers a run's questions: a person at the terminal, or a file of answers. */
package dev.lifeboat.cli.people;
