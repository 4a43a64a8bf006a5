/** What a person sees of a run on a terminal, and how a person answers it there. */
package dev.lifeboat.cli.console;
