/** What goes wrong, and what is put right again, by itself. */
package dev.lifeboat.simulator.fault;
