/**
 * What the simulated world is: servers with rows and GTID sets, replication, machines, the network, and an application that writes. Everything here is a
 * function of time, of a seed, and of what is done to it; the figures and rules are those measured on real servers ({@code docs}, MySQL disaster recovery).
 */
package dev.lifeboat.simulator.model;
