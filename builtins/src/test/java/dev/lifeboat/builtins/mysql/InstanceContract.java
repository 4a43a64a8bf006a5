package dev.lifeboat.builtins.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.builtins.Eventually;
import dev.lifeboat.builtins.mysql.Instance.ClonePhase;
import dev.lifeboat.builtins.mysql.MySqlServer.ReadOnly;
import dev.lifeboat.builtins.mysql.MySqlServer.ReplicaChannel;
import dev.lifeboat.builtins.mysql.MySqlServer.ThreadState;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every adapter of {@link Instance} does. Nobody supervises the servers: after a clone they are down. */
public abstract class InstanceContract {
    private static final Duration MOMENT = Duration.ofSeconds(1);
    private static final ReadOnly LIFEBOAT_ALONE = new ReadOnly(true, false, Optional.empty(), Optional.of(true));

    public abstract GivenLogs given();

    private MySqlServer db2() {
        return given().server("db2");
    }

    private Instance instance() {
        return given().instance("db2");
    }

    private void stopReplicating() {
        db2().stopReceiver();
        db2().stopApplier();
    }

    @Test
    void whatIsInAServerIsTold() {
        given().insert("db1", 5601, "x");
        assertThat(given().instance("db1").contents().schemas()).contains("lifeboat", "shop");
        assertThat(given().instance("db1").contents().executed())
                .isEqualTo(given().server("db1").state().executed().intersect(
                        given().instance("db1").contents().executed()));
        assertThat(instance().contents().clonePlugin()).isTrue();
        assertThat(given().instance("db1").cloneState().phase()).isEqualTo(ClonePhase.NONE);
    }

    /** 1290. */
    @Test
    void aSuperReadOnlyServerReceivesNoCloneAndIsNotEmptied() {
        stopReplicating();
        GtidSet executed = db2().state().executed();
        OnServers.assertRefused(1290, () -> instance().beginClone(given().donor("db1")));
        assertThat(OnServers.failure(() -> instance().wipe())).hasMessageContaining("error 1290,");

        assertThat(instance().cloneState().phase()).isNotEqualTo(ClonePhase.UNDER_WAY);
        assertThat(instance().contents().schemas()).contains("shop");
        assertThat(db2().state().executed().contains(executed)).isTrue();
    }

    /** It keeps its identity and what it had persisted, and loses its own channel. */
    @Test
    void aCloneHasItsDonorsDataAndComesUpFencedWhereThatWasPersisted() {
        stopReplicating();
        GtidSet order = given().insert("db1", 5602, "only on the donor");
        String uuid = db2().state().identity().uuid();
        cloned();

        assertThat(db2().state().executed().contains(order)).isTrue();
        assertThat(instance().cloneState().phase()).isEqualTo(ClonePhase.COMPLETED);
        assertThat(instance().cloneState().source()).isEqualTo(given().donor("db1").address());
        assertThat(instance().cloneState().executed().contains(order)).isTrue();
        assertThat(db2().state().identity().uuid()).isEqualTo(uuid);
        assertThat(db2().state().readOnly().superReadOnly()).isTrue();
        assertThat(db2().channels()).as("a primary has none to give").isEmpty();
    }

    private void cloned() {
        db2().persistSkipReplicaStart(true);
        db2().setReadOnly(LIFEBOAT_ALONE);
        instance().beginClone(given().donor("db1"));
        Eventually.holds(given().clock(), "the clone is over, and the server down",
                () -> !db2().reach(MOMENT).answered());
        startAgain("db2");
    }

    /** The old process may still be on its way out. */
    private void startAgain(String server) {
        Eventually.holds(given().clock(), "it is back", () -> {
            given().start(server);
            return given().server(server).reach(MOMENT).answered();
        });
    }

    /** The finding that a rebuild relies on: with what it persists, the donor's channel does not start. */
    @Test
    void aCloneOfAReplicaHasItsDonorsChannel() {
        given().server("db1").setReadOnly(ReadOnly.FENCED);
        given().server("db1").persistSkipReplicaStart(true);
        given().server("db1").setReadOnly(LIFEBOAT_ALONE);
        ReplicaChannel channel = db2().channels().getFirst();
        given().instance("db1").beginClone(given().donor("db2"));
        Eventually.holds(given().clock(), "the clone is over, and the server down",
                () -> !given().server("db1").reach(MOMENT).answered());
        startAgain("db1");

        assertThat(given().server("db1").channels()).singleElement().satisfies(inherited -> {
            assertThat(inherited.sourcePort()).isEqualTo(channel.sourcePort());
            assertThat(inherited.receiver()).isEqualTo(ThreadState.OFF);
            assertThat(inherited.applier()).isEqualTo(ThreadState.OFF);
        });
    }

    @Test
    void aWipedServerIsEmptyAndKeepsItsIdentity() {
        stopReplicating();
        String uuid = db2().state().identity().uuid();
        db2().setReadOnly(LIFEBOAT_ALONE);
        instance().wipe();
        db2().setReadOnly(ReadOnly.FENCED);

        assertThat(instance().contents().schemas()).isEmpty();
        assertThat(instance().contents().executed().isEmpty()).isTrue();
        assertThat(db2().channels()).isEmpty();
        assertThat(db2().state().identity().uuid()).isEqualTo(uuid);
    }

    @Test
    void aCloneThatIsNotUnderWayIsNotEnded() {
        instance().stopClone();
        assertThat(instance().contents().schemas()).contains("shop");
    }
}
