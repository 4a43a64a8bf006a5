/**
 * The life of a server's data directory: cloned, restored, tried, wiped, and what has to be proven before. It uses {@code replication} and {@code data},
 * and what those use.
 */
package dev.lifeboat.builtins.mysql.instance;
