package dev.lifeboat.builtins.mysql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.lifeboat.builtins.Eventually;
import dev.lifeboat.interpreter.builtin.Failure;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;

/** What the parts of {@link MySqlServerContract} have in common: three servers, and time for them to do what they do by themselves. */
public interface OnServers {
    Duration SOON = Eventually.SOON;

    GivenServers given();

    default MySqlServer db1() {
        return given().server("db1");
    }

    default MySqlServer db2() {
        return given().server("db2");
    }

    default MySqlServer db3() {
        return given().server("db3");
    }

    /** An order that the primary takes. @return its GTID, and those of what else the primary wrote meanwhile */
    default GtidSet ordered() {
        GtidSet before = db1().state().executed();
        assertThat(given().order("db1")).as("MySQL's error").isZero();
        return db1().state().executed().subtract(before);
    }

    default MySqlServer.ReplicaChannel channel(MySqlServer replica) {
        assertThat(replica.channels()).hasSize(1);
        return replica.channels().getFirst();
    }

    default void eventually(String what, BooleanSupplier holds) {
        Eventually.holds(given().clock(), what, holds);
    }

    default Duration took(Runnable what) {
        Instant began = given().clock().now();
        what.run();
        return Duration.between(began, given().clock().now());
    }

    /** Refused with MySQL's error number, and nothing was changed. */
    static void assertRefused(int error, Runnable change) {
        Failure failure = failure(change);
        assertThat(failure.outcome()).isEqualTo(Failure.Outcome.NOT_DONE);
        assertThat(failure).hasMessageContaining("error " + error + ",");
    }

    static Failure failure(Runnable call) {
        Failure failure = catchThrowableOfType(Failure.class, call::run);
        assertThat(failure).as("a failure").isNotNull();
        return failure;
    }
}
