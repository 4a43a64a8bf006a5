package dev.lifeboat.simulator.world;

import java.time.Duration;

/** How long things take: from where to where. Measured on real servers (MySQL 9.7 on two cores), or what operators of real ones report. */
enum Cost {
    /** Login and a query. */
    QUERY(2, 5),
    /** A small commit through the whole path. */
    COMMIT(3, 8),
    /** Starting or stopping a replication thread, changing the source. */
    REPLICATION(20, 50),
    /** Setting the read-only variables where nobody is in the way. */
    READ_ONLY(10, 20),
    /** A connection that is refused. */
    REFUSAL(1, 1),
    /** A command of HAProxy's socket. */
    PROXY(1, 4),
    /** A request to the application. */
    REQUEST(40, 150),
    /** A command on a machine, by SSH. */
    COMMAND(150, 400),
    /** A request to a store. */
    STORE(4, 40),
    SERVICE_START(1_500, 3_500),
    SERVICE_STOP(500, 1_500),
    /** Until a machine's power is off or, with its services, on. */
    POWER(4_000, 8_000);

    final Duration least;
    final Duration most;

    Cost(long leastMillis, long mostMillis) {
        least = Duration.ofMillis(leastMillis);
        most = Duration.ofMillis(mostMillis);
    }
}
