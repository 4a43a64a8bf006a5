/** Journals in a store, for the day on which the machine of the run is lost too. */
package dev.lifeboat.cli.mirror;
