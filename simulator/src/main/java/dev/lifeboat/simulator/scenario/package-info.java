/** Scenario files: how the world is when the simulation begins, what happens to it, and who answers what. */
package dev.lifeboat.simulator.scenario;
