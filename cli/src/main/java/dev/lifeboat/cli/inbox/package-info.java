/** What people send to a run from other terminals. */
package dev.lifeboat.cli.inbox;
