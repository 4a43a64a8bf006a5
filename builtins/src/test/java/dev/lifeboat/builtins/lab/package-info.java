/**
 * Real servers for tests, of this module and of those above it: MySQL in any topology ({@link dev.lifeboat.builtins.lab.MySqlLab}),
 * HAProxy, a network that can be cut, and an application that writes. What disasters do to a server can be done to them.
 *
 * <p>
 * Needs Linux: {@code /proc} tells which processes belong to a lab, and all of 127.0.0.0/8 is there to reserve ports with.
 */
package dev.lifeboat.builtins.lab;
