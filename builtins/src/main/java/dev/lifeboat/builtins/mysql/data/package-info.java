/**
 * Transactions and rows: found in binary logs, compared, quarantined, salvaged, put right; and SQL of a runbook's own. It uses what {@code replication}
 * may use, {@code replication} itself, and {@code binlog}.
 */
package dev.lifeboat.builtins.mysql.data;
