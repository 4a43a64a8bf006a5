/**
 * Transactions and rows: found in binary logs, compared, quarantined, salvaged, put right; and SQL of a runbook's own. It uses {@code replication}, and
 * what that uses.
 */
package dev.lifeboat.builtins.mysql.data;
