/** The simulated world behind the same calls. */
package dev.lifeboat.simulator;
