package dev.lifeboat.simulator.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lifeboat.builtins.mysql.MySqlServer;
import dev.lifeboat.builtins.mysql.MySqlServer.Answer;
import dev.lifeboat.builtins.mysql.MySqlServer.ReadOnly;
import dev.lifeboat.builtins.mysql.MySqlServer.WriteProbe;
import dev.lifeboat.builtins.mysql.SemiSync;
import dev.lifeboat.interpreter.builtin.Failure;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What scenarios put in the way of servers, and what happens to whole sites. */
class HindrancesTest {
    private static final Duration LIMIT = Duration.ofSeconds(2);

    private static Simulation after(String events) {
        return Stories.play("""
                start_run: 30s
                servers: {db1: {semi_sync: 20s}, db2: {semi_sync: 20s}}
                events: [%s]
                """.formatted(events));
    }

    private static MySqlServer db1(Simulation simulation) {
        return Stories.server(simulation, "db1");
    }

    @Test
    void withAFullDiskWritesHangAndReadsGoOn() {
        MySqlServer db1 = db1(after("{at: 10s, fill_disk: db1}"));

        assertThat(db1.probeWrite(LIMIT)).matches(WriteProbe::hung);
        assertThat(db1.reach(LIMIT).answered()).isTrue();
        assertThat(Duration.between(db1.heartbeat().orElseThrow().written(), db1.state().clock()))
                .isGreaterThan(Duration.ofSeconds(15));
    }

    @Test
    void withSpaceAgainWritesGoOn() {
        MySqlServer db1 = db1(after("{at: 10s, fill_disk: db1}, {at: 20s, free_disk: db1}"));

        assertThat(db1.probeWrite(LIMIT)).matches(WriteProbe::committed);
    }

    @Test
    void usedUpConnectionsComeBackWithTheirSessions() {
        assertThat(db1(after("{at: 10s, use_up_connections: db1}")).reach(LIMIT).answer())
                .isEqualTo(Answer.TOO_MANY_CONNECTIONS);
        assertThat(db1(after("{at: 10s, use_up_connections: db1}, {at: 20s, end_sessions: db1}")).reach(LIMIT)
                .answered()).isTrue();
    }

    @Test
    void aLockKeepsAFenceOut() {
        MySqlServer db1 = db1(after("{at: 10s, hold_lock: db1}"));

        assertThatThrownBy(() -> db1.setReadOnly(ReadOnly.FENCED)).isInstanceOf(Failure.class)
                .hasMessageContaining("error 1205");
        assertThat(db1.state().readOnly().writable()).isTrue();
    }

    @Test
    void commitsWaitForTheReplicaThatIsGoneAndThenGoOn() {
        Simulation simulation = after("{at: 25s, crash: db2}");
        assertThat(db1(simulation).semiSync()).contains(new SemiSync(true, true, 1, Duration.ofSeconds(20)));
        assertThat(db1(simulation).probeWrite(LIMIT)).matches(WriteProbe::hung);
        assertThat(db1(simulation).state().semiSyncWaiting()).isTrue();

        simulation.clock().sleep(Duration.ofSeconds(30));
        assertThat(db1(simulation).probeWrite(LIMIT)).matches(WriteProbe::committed);
    }

    @Test
    void aSiteIsCutOffAndItsServersStillReachOneAnother() {
        Simulation simulation = after("{at: 10s, isolate: main}");

        assertThat(db1(simulation).reach(LIMIT).answer()).isEqualTo(Answer.NO_ROUTE);
        assertThat(Stories.server(simulation, "db2").reach(LIMIT).answer()).isEqualTo(Answer.NO_ROUTE);
        assertThat(Stories.server(simulation, "dr1").reach(LIMIT).answered()).isTrue();
        assertThat(simulation.model().server("db2").orElseThrow().executed())
                .isEqualTo(simulation.model().server("db1").orElseThrow().executed());
    }

    @Test
    void aSiteComesBack() {
        Simulation simulation = after("{at: 10s, isolate: main}, {at: 20s, reconnect: main}");

        assertThat(db1(simulation).reach(LIMIT).answered()).isTrue();
    }

    @Test
    void aSiteLosesItsPower() {
        Simulation simulation = after("{at: 10s, power_off: main}");

        assertThat(db1(simulation).reach(LIMIT).answered()).isFalse();
        assertThat(Stories.server(simulation, "db2").reach(LIMIT).answered()).isFalse();
        assertThat(Stories.server(simulation, "dr1").reach(LIMIT).answered()).isTrue();
    }

    @Test
    void theWayToASiteIsCut() {
        Simulation simulation = after("{at: 10s, cut: [lifeboat, main], how: reject}");

        assertThat(db1(simulation).reach(LIMIT).answered()).isFalse();
        assertThat(Stories.server(simulation, "dr1").channels().getFirst().receiving()).isTrue();
    }
}
