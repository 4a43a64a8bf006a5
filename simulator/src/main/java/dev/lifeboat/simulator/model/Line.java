package dev.lifeboat.simulator.model;

/** What somebody finds who goes to a server's port. */
public enum Line {
    OPEN,
    /** Nothing listens there, or a firewall rejects: an answer at once. */
    REFUSED,
    /** The connection is accepted, and then nothing is said. */
    HUNG,
    /** No answer at all: packets are dropped, or the machine is off. */
    DROPPED
}
