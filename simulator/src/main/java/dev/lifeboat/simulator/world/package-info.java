/** The simulated ports: the same calls as in the real world, answered by the model, each at the price in time that it has there. */
package dev.lifeboat.simulator.world;
