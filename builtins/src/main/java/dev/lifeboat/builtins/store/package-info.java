/** Where backups lie: folders, buckets and tapes by one interface. {@code ObjectStore} moves the bytes; {@code Store} is what a runbook names. */
package dev.lifeboat.builtins.store;
