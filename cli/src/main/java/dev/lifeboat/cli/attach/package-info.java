/** The prompt of a run for people outside of its process. */
package dev.lifeboat.cli.attach;
