package dev.lifeboat.simulator.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.builtins.mysql.MySqlServer.ReadOnly;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a MySQL server does with its read-only variables, its process and its writes, as far as a runbook can see it. */
class ServerTest {
    private final Topology topology = new Topology();
    private final Server db1 = topology.db1;
    private final Server db2 = topology.db2;

    /** Tried on 9.7.4: the option file, what is persisted of both variables, and what they are after a start. */
    @ParameterizedTest
    @CsvSource({"true, , , true, true", "true, false, , false, true", "true, , false, true, false",
            "true, , true, true, true", "true, true, true, true, true", "true, true, false, true, false",
            "true, false, true, false, false", "true, false, false, false, false", "false, , , false, false",
            "false, , true, true, true"})
    void aStartSetsWhatIsPersistedOverTheOptionFile(boolean optionFile, Boolean persistedReadOnly,
            Boolean persistedSuper, boolean readOnly, boolean superReadOnly) {
        db2.variables().optionFileReadOnly(optionFile);
        db2.variables().readOnly(new ReadOnly(true, true, Optional.ofNullable(persistedReadOnly),
                Optional.ofNullable(persistedSuper)));
        restart(db2);
        ReadOnly now = db2.variables().readOnly();
        assertThat(List.of(now.readOnly(), now.superReadOnly())).containsExactly(readOnly, superReadOnly);
        assertThat(db2.variables().writable()).isEqualTo(!readOnly);
    }

    @Test
    void aPersistedReadOnlyOffLeavesTheServerWritableThoughSuperReadOnlyIsShownOn() {
        db1.variables().readOnly(new ReadOnly(true, true, Optional.of(false), Optional.empty()));
        restart(db1);
        assertThat(db1.variables().readOnly().superReadOnly()).isTrue();
        assertThat(insert(db1, Account.APPLICATION)).isInstanceOf(Written.Committed.class);
    }

    @Test
    void aCrashedPrimaryWhoseOptionFileSaysNothingComesBackWritable() {
        db1.variables().optionFileReadOnly(false);
        restart(db1);
        assertThat(insert(db1, Account.APPLICATION)).isInstanceOf(Written.Committed.class);
    }

    @Test
    void aFencedStartIsReadOnlyWhateverIsPersistedAndDoesNotReplicate() {
        db2.variables().readOnly(new ReadOnly(false, false, Optional.of(false), Optional.of(false)));
        topology.change(db2::stop);
        topology.change(db2::startFenced);
        assertThat(insert(db2, Account.ADMIN)).isInstanceOf(Written.Refused.class);
        assertThat(topology.channel(db2).running()).isFalse();
    }

    @Test
    void readOnlyDoesNotStopAnAdministratorAndSuperReadOnlyDoes() {
        db1.variables().readOnly(new ReadOnly(true, false, Optional.empty(), Optional.empty()));
        assertThat(insert(db1, Account.ADMIN)).isInstanceOf(Written.Committed.class);
        assertThat(insert(db1, Account.APPLICATION)).isEqualTo(new Written.Refused(1290,
                "The MySQL server is running with the --read-only option so it cannot execute this statement"));
        db1.variables().readOnly(ReadOnly.FENCED);
        assertThat(insert(db1, Account.ADMIN)).isEqualTo(new Written.Refused(1290,
                "The MySQL server is running with the --super-read-only option so it cannot execute this statement"));
    }

    @Test
    void aReplicaTakesUpReplicationAfterARestartUnlessItIsToldNotTo() {
        restart(db2);
        assertThat(topology.channel(db2).running()).isTrue();
        db2.variables().persistSkipReplicaStart(true);
        restart(db2);
        assertThat(topology.channel(db2).running()).isFalse();
    }

    @Test
    void whatWasCommittedSurvivesACrash() {
        topology.seconds(5);
        var rows = db1.checksums();
        restart(db1);
        assertThat(db1.checksums()).isEqualTo(rows);
    }

    @Test
    void aPoweredOffMachineAnswersNobodyAndStartsItsServicesWithItsPower() {
        Machine machine = topology.model.machine("db2").orElseThrow();
        topology.change(() -> machine.power(false));
        assertThat(topology.model.line(Network.LIFEBOAT, db2)).isEqualTo(Line.DROPPED);
        topology.change(() -> machine.power(true));
        assertThat(topology.model.line(Network.LIFEBOAT, db2)).isEqualTo(Line.OPEN);
        machine.autostart("mysql", false);
        topology.change(() -> machine.power(false));
        topology.change(() -> machine.power(true));
        assertThat(topology.model.line(Network.LIFEBOAT, db2)).isEqualTo(Line.REFUSED);
    }

    @Test
    void theApplicationKnowsHowLongItWasRefusedAndWhatItLost() {
        topology.change(() -> topology.channel(db2).stopReceiver());
        topology.seconds(10);
        topology.change(db1::stop);
        topology.seconds(20);
        assertThat(topology.application.outage()).isEmpty();
        topology.change(() -> {
            db2.forgetSource();
            db2.variables().readOnly(ReadOnly.WRITABLE);
            topology.endpoint.targets(List.of(db2));
        });
        topology.seconds(10);
        assertThat(topology.application.outage().orElseThrow()).isBetween(Duration.ofMillis(19_800),
                Duration.ofMillis(20_200));
        assertThat(topology.application.loss(db2)).isBetween(Duration.ofMillis(9_800),
                Duration.ofMillis(10_100));
        assertThat(topology.application.lostOrders(db2)).isBetween(150L, 250L);
        assertThat(topology.application.lostOrders(db1)).isGreaterThan(100L);
    }

    @Test
    void withoutAFaultNothingIsRefusedAndNothingLost() {
        topology.seconds(60);
        assertThat(topology.application.outage()).contains(Duration.ZERO);
        assertThat(topology.application.loss(db1)).isZero();
        assertThat(topology.application.refusals()).isZero();
    }

    @Test
    void identitiesComeFromNamesAlone() {
        assertThat(new Topology().db1.uuid()).isEqualTo(db1.uuid()).isNotEqualTo(db2.uuid());
    }

    private void restart(Server server) {
        topology.change(server::stop);
        topology.change(server::start);
    }

    private Written insert(Server server, Account account) {
        return server.insert(account, topology.clock.now(), "shop.orders", "new");
    }
}
