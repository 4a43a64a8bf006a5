package dev.lifeboat.simulator.world;

import java.time.Duration;

/** How much gets done in a second. The model's assumptions: measured on two cores with MySQL 9.7, or what operators of real ones report. */
enum Rate {
    /** {@code mysqldump}, compressed and sealed beside it: the slowest of them counts. */
    DUMP(78_000_000),
    /** {@code mysql}, with a dump as its input. */
    LOAD(5_700_000),
    /** A folder of a SAN. */
    DIRECTORY(200_000_000),
    /** A bucket in another region. */
    S3(50_000_000),
    /** A tape, once it is in the drive. */
    TAPE(150_000_000),
    /** Transactions out of binary logs. */
    APPLY(2_000);

    private final long each;

    Rate(long each) {
        this.each = each;
    }

    Duration takes(long amount) {
        return Duration.ofNanos((long) (amount * (1_000_000_000.0 / each)));
    }
}
