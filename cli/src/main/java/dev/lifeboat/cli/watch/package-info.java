/** Notices runs that broke off, and carries their escalations on. */
package dev.lifeboat.cli.watch;
