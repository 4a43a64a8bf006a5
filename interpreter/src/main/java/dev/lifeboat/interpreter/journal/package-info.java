/** What a run leaves: append-only, checksummed, hash-chained records, and how they are read. */
package dev.lifeboat.interpreter.journal;
