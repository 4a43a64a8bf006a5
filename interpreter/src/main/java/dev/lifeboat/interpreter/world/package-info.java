/** The interpreter's own ports to the world: time, people, the lease. */
package dev.lifeboat.interpreter.world;
