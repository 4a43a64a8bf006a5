package dev.lifeboat.builtins.mysql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lifeboat.interpreter.builtin.Failure;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Commits that wait for replicas, on servers that have the plugins. */
interface SemiSyncContract extends OnServers {
    Duration LONG = Duration.ofMinutes(10);
    Duration LIMIT = Duration.ofSeconds(1);

    @Test
    default void whereThePluginsAreMissingThatIsSaid() {
        assumeFalse(db1().semiSync().isPresent(), "It has the plugins.");

        Failure failure = OnServers.failure(() -> db1().setSemiSync(SemiSync.OFF.source(true)));
        assertThat(failure).hasMessageContaining("rpl_semi_sync_source");
        assertThat(failure.outcome()).isEqualTo(Failure.Outcome.NOT_DONE);
    }

    @Test
    default void byItselfNoCommitWaits() {
        requirePlugins();
        assertThat(db1().semiSync()).contains(SemiSync.OFF);
        assertThat(db2().semiSync()).contains(SemiSync.OFF);
    }

    @Test
    default void isAsItWasSet() {
        requirePlugins();
        SemiSync wanted = new SemiSync(true, true, 2, Duration.ofMillis(1500));
        db1().setSemiSync(wanted);
        db1().setSemiSync(wanted);

        assertThat(db1().semiSync()).contains(wanted);
        db1().setSemiSync(SemiSync.OFF);
        assertThat(db1().semiSync()).contains(SemiSync.OFF);
    }

    @Test
    default void aCommitThatIsAcknowledgedGoesThrough() {
        requirePlugins();
        acknowledge();
        db1().setSemiSync(waiting(2));

        assertThat(db1().state().semiSyncClients()).isEqualTo(2);
        assertThat(given().order("db1")).isZero();
        assertThat(db1().state().semiSyncWaiting()).isFalse();
    }

    /** Their receivers ran already. */
    @Test
    default void replicasCountAsSoonAsTheyAreTold() {
        requirePlugins();
        db1().setSemiSync(waiting(1));
        assertThat(db1().state().semiSyncClients()).isZero();

        db2().setSemiSync(SemiSync.OFF.replica(true));
        eventually("it acknowledges", () -> db1().state().semiSyncClients() == 1);
        assertThat(channel(db2()).receiving()).isTrue();
        db2().setSemiSync(SemiSync.OFF);
        eventually("it does not", () -> db1().state().semiSyncClients() == 0);
    }

    @Test
    default void aCommitWithoutAnAcknowledgementWaits() {
        requirePlugins();
        db1().setSemiSync(waiting(1));

        assertThat(db1().probeWrite(LIMIT)).matches(probe -> probe.hung() && !probe.committed());
        assertThat(db1().state().semiSyncWaiting()).isTrue();
        assertThat(db1().state().readOnly().writable()).isTrue();
    }

    @Test
    default void whoSwitchesItOffLetsThemGo() {
        requirePlugins();
        db1().setSemiSync(waiting(1));
        assertThat(db1().probeWrite(LIMIT).hung()).isTrue();
        db1().setSemiSync(SemiSync.OFF);

        eventually("nobody waits", () -> !db1().state().semiSyncWaiting());
        assertThat(db1().probeWrite(Duration.ofSeconds(5)).committed()).isTrue();
    }

    @Test
    default void afterTheTimeoutCommitsGoOnWithoutReplicas() {
        requirePlugins();
        db1().setSemiSync(new SemiSync(true, false, 1, Duration.ofSeconds(1)));
        db1().probeWrite(Duration.ofMillis(500));

        eventually("commits go on", () -> !db1().state().semiSyncWaiting());
        assertThat(db1().probeWrite(Duration.ofMillis(900)).committed()).isTrue();
        assertThat(db1().semiSync().orElseThrow().source()).isTrue();
    }

    @Test
    default void aStartForgetsIt() {
        requirePlugins();
        db1().setSemiSync(waiting(1));
        given().kill("db1");
        given().start("db1");

        assertThat(db1().semiSync()).contains(SemiSync.OFF);
    }

    /** The client was told nothing, no replica has it, and after the crash it is there. */
    @Test
    default void whatWaitedWhenItWasKilledIsThereAfterwards() {
        requirePlugins();
        db2().stopReceiver();
        db3().stopReceiver();
        GtidSet before = db1().state().executed();
        db1().setSemiSync(waiting(1));
        assertThat(db1().probeWrite(LIMIT).hung()).isTrue();
        given().kill("db1");
        given().start("db1");

        GtidSet phantom = db1().state().executed().subtract(before);
        assertThat(phantom.isEmpty()).isFalse();
        assertThat(db2().state().executed().intersect(phantom).isEmpty()).isTrue();
    }

    private void requirePlugins() {
        assumeTrue(db1().semiSync().isPresent(), "It has not got the plugins.");
    }

    private static SemiSync waiting(int replicas) {
        return new SemiSync(true, false, replicas, LONG);
    }

    private void acknowledge() {
        db2().setSemiSync(SemiSync.OFF.replica(true));
        db3().setSemiSync(SemiSync.OFF.replica(true));
        eventually("both receive", () -> channel(db2()).receiving() && channel(db3()).receiving());
    }
}
