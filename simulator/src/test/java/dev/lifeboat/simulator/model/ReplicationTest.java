package dev.lifeboat.simulator.model;

import static dev.lifeboat.builtins.mysql.MySqlServer.ThreadState.OFF;
import static dev.lifeboat.builtins.mysql.MySqlServer.ThreadState.ON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.builtins.mysql.GtidSet;
import dev.lifeboat.builtins.mysql.MySqlServer.ReadOnly;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What MySQL's replication does, as far as a runbook can see it. */
class ReplicationTest {
    private final Topology topology = new Topology();
    private final Server db1 = topology.db1;
    private final Server db2 = topology.db2;
    private final Server db3 = topology.db3;

    @Test
    void aReplicaHasWhatThePrimaryCommitted() {
        topology.seconds(10);
        topology.change(() -> topology.endpoint.targets(List.of()));
        topology.seconds(1);
        assertThat(topology.application.acknowledged()).isBetween(150L, 250L);
        assertThat(db2.rows().table("shop.orders")).isEqualTo(db1.rows().table("shop.orders"));
        assertThat(db2.checksums().tables()).isEqualTo(db1.checksums().tables());
    }

    @Test
    void receivedIsNotApplied() {
        topology.change(() -> topology.channel(db2).stopApplier());
        topology.seconds(10);
        assertThat(topology.channel(db2).received().contains(db3.executed().subtract(db3.purged()))).isTrue();
        assertThat(db2.executed()).isEqualTo(db2.purged());
        assertThat(topology.unapplied(db2).isEmpty()).isFalse();
    }

    @Test
    void resetReplicaAllDropsWhatWasReceivedAndNotApplied() {
        topology.change(() -> topology.channel(db2).stopApplier());
        topology.seconds(10);
        topology.change(db1::stop);
        topology.change(db2::forgetSource);
        topology.seconds(60);
        assertThat(db2.executed()).isEqualTo(db2.purged());
        assertThat(db2.channel()).isEmpty();
    }

    @Test
    void anotherSourceStartsWithAnEmptyRelayLogAndSkipsWhatIsExecuted() {
        topology.change(() -> topology.channel(db2).stopApplier());
        topology.seconds(10);
        GtidSet unapplied = topology.unapplied(db2);
        topology.change(() -> {
            topology.endpoint.targets(List.of());
            topology.follow(db2, db3, ReceiverSettings.DEFAULTS, Topology.QUICK);
        });
        topology.seconds(5);
        assertThat(topology.channel(db2).received().contains(unapplied)).isTrue();
        assertThat(db2.executed()).isEqualTo(db3.executed());
        assertThat(db2.checksums().tables()).isEqualTo(db3.checksums().tables());
    }

    @Test
    void aRestartWithRelayLogRecoveryForgetsWhatWasNotAppliedWhileTheSourceIsDead() {
        db2.variables().relayLogRecovery(true);
        topology.change(() -> topology.channel(db2).stopApplier());
        topology.seconds(10);
        topology.change(db1::stop);
        topology.change(db2::stop);
        topology.change(db2::start);
        topology.seconds(10);
        assertThat(topology.channel(db2).received()).isEqualTo(GtidSet.EMPTY);
    }

    @Test
    void aRestartWithoutItKeepsTheRelayLog() {
        topology.change(() -> topology.channel(db2).stopApplier());
        topology.seconds(10);
        GtidSet received = topology.channel(db2).received();
        topology.change(db1::stop);
        topology.change(db2::stop);
        topology.change(db2::start);
        topology.seconds(10);
        assertThat(db2.executed().contains(received)).isTrue();
    }

    @Test
    void anApplierIsBehindByItsLagAndDrainsAtItsRate() {
        topology.change(() -> topology.follow(db2, db1, ReceiverSettings.DEFAULTS,
                new ApplierSettings(Duration.ofSeconds(30), Duration.ofMillis(10), Duration.ZERO)));
        topology.seconds(29);
        assertThat(db2.executed()).isEqualTo(db2.purged());
        topology.seconds(10);
        assertThat(db2.executed().count()).isGreaterThan(200L);
        assertThat(topology.unapplied(db2).count()).isGreaterThan(400L);
        topology.change(db1::stop);
        topology.seconds(45);
        assertThat(topology.unapplied(db2)).isEqualTo(GtidSet.EMPTY);
    }

    @Test
    void aDelayedReplicaReceivesAtOnceAndAppliesLate() {
        topology.change(() -> topology.follow(db3, db1, ReceiverSettings.DEFAULTS,
                new ApplierSettings(Duration.ZERO, Duration.ofMillis(1), Duration.ofHours(1))));
        topology.seconds(3590);
        assertThat(db3.executed()).isEqualTo(db3.purged());
        topology.seconds(20);
        assertThat(db3.executed()).isNotEqualTo(db3.purged());
    }

    @Test
    void anOldPrimaryWithATailOfItsOwnRejoinsWithoutAnyErrorAndStaysDifferent() {
        topology.pass(Duration.ofMillis(5_500));
        topology.change(() -> {
            topology.model.network().cut("db1", Network.EVERYONE, Network.Cut.DROP);
            db1.insert(Account.ADMIN, topology.clock.now(), "shop.returns", "only here");
            topology.endpoint.targets(List.of(db2));
            db2.variables().readOnly(ReadOnly.WRITABLE);
            db2.forgetSource();
        });
        topology.change(() -> {
            topology.model.network().heal("db1", Network.EVERYONE);
            db1.variables().readOnly(ReadOnly.FENCED);
            topology.follow(db1, db2, ReceiverSettings.DEFAULTS, Topology.QUICK);
        });
        topology.seconds(10);
        assertThat(topology.receiver(db1)).isEqualTo(ON);
        assertThat(topology.channel(db1).applier().state()).isEqualTo(ON);
        assertThat(db1.executed().subtract(db2.executed()).count()).isEqualTo(1);
        assertThat(db1.checksums().tables()).isNotEqualTo(db2.checksums().tables());
    }

    @Test
    void rowsOfTwoTimelinesCollideWith1062() {
        topology.seconds(5);
        topology.change(() -> {
            topology.model.network().cut("db1", "db2", Network.Cut.DROP);
            db1.insert(Account.ADMIN, topology.clock.now(), "shop.orders", "on db1");
            db2.forgetSource();
            db2.variables().readOnly(ReadOnly.WRITABLE);
            topology.endpoint.targets(List.of(db2));
        });
        topology.seconds(5);
        topology.change(() -> {
            topology.model.network().heal("db1", "db2");
            topology.follow(db1, db2, ReceiverSettings.DEFAULTS, Topology.QUICK);
        });
        topology.seconds(5);
        assertThat(topology.channel(db1).applier().state()).isEqualTo(OFF);
        assertThat(topology.channel(db1).applier().error().number()).isEqualTo(1062);
        assertThat(topology.receiver(db1)).isEqualTo(ON);
    }

    @Test
    void equalGtidSetsCanHoldDifferentRows() {
        topology.seconds(5);
        topology.change(() -> topology.endpoint.targets(List.of()));
        topology.change(() -> db2.rows().put("shop.orders", 3, "something else"));
        topology.pass(Duration.ofMillis(900));
        assertThat(db2.executed()).isEqualTo(db1.executed());
        assertThat(db2.checksums().tables()).isNotEqualTo(db1.checksums().tables());
    }
}
