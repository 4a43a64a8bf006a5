/**
 * Whom a replica follows, how far it is, and how it is stopped, drained, repointed and held back. It uses the ports, {@code survey} and {@code fence}.
 */
package dev.lifeboat.builtins.mysql.replication;
