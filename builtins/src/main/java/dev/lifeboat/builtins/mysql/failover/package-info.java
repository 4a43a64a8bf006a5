/**
 * A primary that is lost: what is the matter with it, who shall follow it, and the promotion, with its way back. It uses {@code replication} and
 * {@code data}, and what those use.
 */
package dev.lifeboat.builtins.mysql.failover;
