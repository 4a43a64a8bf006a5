/**
 * A primary that is well and hands its part over, without losing anything, and how one history of the data is told from another afterwards. It uses
 * {@code failover}, and what that uses.
 */
package dev.lifeboat.builtins.mysql.switchover;
