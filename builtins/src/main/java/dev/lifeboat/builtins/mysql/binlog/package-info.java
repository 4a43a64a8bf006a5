/**
 * The real binary logs: read by the replication protocol or out of files, decoded, and put together to transactions. It uses the ports and {@code jdbc};
 * no word uses it.
 */
package dev.lifeboat.builtins.mysql.binlog;
