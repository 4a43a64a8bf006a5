package dev.lifeboat.simulator.model;

/** Why a replication thread stopped or cannot connect: MySQL's number, 0 where there is no error, and its text. */
public record ThreadError(int number, String text) {
    static final ThreadError NONE = new ThreadError(0, "");
}
