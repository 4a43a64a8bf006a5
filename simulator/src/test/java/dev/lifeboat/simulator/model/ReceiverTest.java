package dev.lifeboat.simulator.model;

import static dev.lifeboat.builtins.mysql.MySqlServer.ThreadState.CONNECTING;
import static dev.lifeboat.builtins.mysql.MySqlServer.ThreadState.OFF;
import static dev.lifeboat.builtins.mysql.MySqlServer.ThreadState.ON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.builtins.inventory.Inventory.Address;
import dev.lifeboat.builtins.mysql.MySqlServer.ReadOnly;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a receiver notices of its source, and when. */
class ReceiverTest {
    private final Topology topology = new Topology();
    private final Server db1 = topology.db1;
    private final Server db2 = topology.db2;
    private final Server db3 = topology.db3;

    @Test
    void aKilledSourceIsNoticedWithinTwoTenthsOfASecondAs2003() {
        topology.seconds(5);
        topology.change(db1::stop);
        assertThat(topology.receiver(db2)).isEqualTo(ON);
        topology.pass(Duration.ofMillis(200));
        assertThat(topology.receiver(db2)).isEqualTo(CONNECTING);
        assertThat(topology.receiverError(db2)).isEqualTo(2003);
        assertThat(topology.channel(db2).receiver().error().text())
                .contains("This was attempt 1/10, with a delay of 60 seconds between attempts");
    }

    @Test
    void aHungSourceLooksHealthyUntilTheNetTimeoutAndThenHasNoErrorNumber() {
        topology.seconds(5);
        topology.change(db1::hang);
        topology.seconds(58);
        assertThat(topology.receiver(db2)).isEqualTo(ON);
        topology.seconds(3);
        assertThat(topology.receiver(db2)).isEqualTo(CONNECTING);
        assertThat(topology.receiverError(db2)).isZero();
        topology.seconds(60);
        assertThat(topology.receiverError(db2)).isEqualTo(2013);
    }

    @Test
    void aBouncedReceiverShowsAHungSourceAtOnce() {
        topology.seconds(5);
        topology.change(db1::hang);
        topology.change(() -> {
            topology.channel(db2).stopReceiver();
            topology.channel(db2).startReceiver();
        });
        assertThat(topology.receiver(db2)).isEqualTo(CONNECTING);
        assertThat(topology.receiverError(db2)).isZero();
    }

    @Test
    void aSourceThatThawsInTimeIsFollowedAsIfNothingHadBeen() {
        topology.seconds(5);
        topology.change(db1::hang);
        topology.seconds(30);
        topology.change(() -> db1.thaw(topology.clock.now()));
        topology.seconds(5);
        assertThat(topology.receiver(db2)).isEqualTo(ON);
        assertThat(db1.executed().subtract(db2.executed()).count()).isLessThan(3);
        assertThat(topology.receiverError(db2)).isZero();
    }

    @Test
    void aReceiverGivesUpAfterItsRetriesAndDoesNotComeBackByItself() {
        topology.seconds(5);
        topology.change(db1::stop);
        topology.seconds(8 * 60);
        assertThat(topology.receiver(db2)).isEqualTo(CONNECTING);
        topology.seconds(2 * 60);
        topology.change(db1::start);
        topology.seconds(3600);
        assertThat(topology.receiver(db2)).isEqualTo(OFF);
        assertThat(topology.receiverError(db2)).isEqualTo(2003);
    }

    @Test
    void aSourceThatComesBackInTimeIsFollowedAgainAtTheNextRetry() {
        topology.seconds(5);
        topology.change(db1::stop);
        topology.seconds(30);
        topology.change(db1::start);
        topology.seconds(20);
        assertThat(topology.receiver(db2)).isEqualTo(CONNECTING);
        topology.seconds(15);
        assertThat(topology.receiver(db2)).isEqualTo(ON);
    }

    @Test
    void offlineModeOfTheSourceCutsItsReplicasToo() {
        topology.seconds(5);
        topology.change(() -> db1.variables().offlineMode(true, false));
        topology.seconds(1);
        assertThat(topology.receiver(db2)).isEqualTo(CONNECTING);
        assertThat(topology.receiverError(db2)).isEqualTo(3032);
    }

    @Test
    void droppedPacketsAreNoticedLateAndRejectedOnesAtOnce() {
        topology.seconds(5);
        topology.change(() -> topology.model.network().cut("db1", "db2", Network.Cut.DROP));
        topology.change(() -> topology.model.network().cut("db1", "db3", Network.Cut.REJECT));
        topology.seconds(10);
        assertThat(topology.receiver(db2)).isEqualTo(ON);
        assertThat(topology.receiver(db3)).isEqualTo(CONNECTING);
    }

    @Test
    void purgedBinaryLogsThatAreNeededStopTheReceiverWith13114() {
        topology.change(() -> topology.channel(db2).stopReceiver());
        topology.seconds(5);
        topology.change(db1::purgeBinlog);
        topology.change(() -> topology.channel(db2).startReceiver());
        assertThat(topology.receiver(db2)).isEqualTo(OFF);
        assertThat(topology.receiverError(db2)).isEqualTo(13114);
        assertThat(topology.channel(db2).receiver().error().text()).contains("1236", "purged required binary logs");
    }

    @Test
    void aReplicaThatIsAheadInTheSourcesOwnUuidIsStoppedWith13114() {
        topology.change(() -> topology.channel(db3).stopApplier());
        topology.seconds(5);
        topology.change(() -> {
            topology.endpoint.targets(List.of());
            db1.stop();
            db3.variables().readOnly(ReadOnly.WRITABLE);
            db3.insert(Account.ADMIN, topology.clock.now(), "shop.orders", "on db3");
            topology.follow(db2, db3, ReceiverSettings.DEFAULTS, Topology.QUICK);
        });
        topology.seconds(5);
        assertThat(topology.receiver(db2)).as("ahead in the uuid of a third server: silent").isEqualTo(ON);
        Server empty = topology.model.addServer("new", new Address("new", 1));
        topology.change(() -> topology.follow(db3, empty, ReceiverSettings.DEFAULTS, Topology.QUICK));
        assertThat(topology.receiver(db3)).isEqualTo(ON);
        topology.change(() -> {
            db3.apply(new Transaction(empty.uuid(), 1, Instant.EPOCH, List.of()), topology.clock.now());
            topology.channel(db3).stopReceiver();
            topology.channel(db3).startReceiver();
        });
        assertThat(topology.receiverError(db3)).isEqualTo(13114);
    }

    @Test
    void heartbeatsAreCountedOnlyWhereNothingElseComes() {
        topology.change(() -> topology.follow(db2, db1, ReceiverSettings.DEFAULTS.afterChangeSource(), Topology.QUICK));
        topology.seconds(60);
        assertThat(topology.channel(db2).receiver().signs().heartbeats()).isZero();
        topology.change(() -> {
            topology.endpoint.targets(List.of());
            db1.variables().readOnly(ReadOnly.FENCED);
        });
        topology.seconds(60);
        assertThat(topology.channel(db2).receiver().signs().heartbeats()).isBetween(58L, 60L);
    }
}
