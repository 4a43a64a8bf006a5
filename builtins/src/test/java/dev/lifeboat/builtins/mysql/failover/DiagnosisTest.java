package dev.lifeboat.builtins.mysql.failover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lifeboat.builtins.fakes.FakeEstate;
import dev.lifeboat.builtins.fakes.FakeHost;
import dev.lifeboat.builtins.fakes.FakeMySqlServer;
import dev.lifeboat.builtins.host.Greeting;
import dev.lifeboat.builtins.host.Host.ServiceState;
import dev.lifeboat.builtins.inventory.Inventory.Address;
import dev.lifeboat.builtins.mysql.MySqlServer.Answer;
import dev.lifeboat.builtins.mysql.MySqlServer.ReadOnly;
import dev.lifeboat.builtins.mysql.MySqlServer.ThreadState;
import dev.lifeboat.builtins.mysql.MySqlServer.WriteProbe;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.value.Value;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class DiagnosisTest {
    private final FakeEstate estate = new FakeEstate();

    private Verdict diagnose() {
        return new MySqlObservations(estate.inventory()).diagnose(estate.call, estate.cluster());
    }

    private void primary(Answer answer) {
        estate.db1.answer = answer;
    }

    @Test
    void aPrimaryThatTakesWritesIsAliveAfterOneLook() {
        Verdict verdict = diagnose();

        assertThat(verdict.state()).isEqualTo(VerdictState.ALIVE);
        assertThat(verdict.alive()).isTrue();
        assertThat(estate.call.time).isEqualTo(FakeMySqlServer.START);
        assertThat(estate.db2.calls).isEmpty();
    }

    @Test
    void aCrashedPrimaryIsDead() {
        estate.host1.reachable = false;
        primary(Answer.REFUSED);

        Verdict verdict = diagnose();

        assertThat(verdict.dead()).isTrue();
        assertThat(verdict.reason()).isEqualTo("Nothing answers at `db1`, and 2 replicas do not reach it either.");
        assertThat(verdict.evidence()).contains(
                "`db2`: its receiver, ON before, was restarted and does not reach the primary (error 2003)",
                "host `host1`: it can't be reached within 3s");
        assertThat(estate.call.facts).containsEntry("verdict", new Value.Text("DEAD"))
                .containsEntry("primary_uuid", new Value.Text(estate.db1.uuid))
                .containsEntry("gone_by", new Value.Timestamp(FakeMySqlServer.START));
    }

    /** Where its machine, its host and its replicas agree at the first look, the other two follow shortly. */
    @Test
    void aPrimaryThatIsPlainlyGoneIsLookedAtThreeTimesInShort() {
        primary(Answer.REFUSED);
        estate.host1.state = ServiceState.STOPPED;
        replicasHaveLostIt();

        Verdict verdict = diagnose();

        assertThat(verdict.dead()).isTrue();
        assertThat(verdict.evidence()).filteredOn(line -> line.contains("look ")).hasSize(3);
        assertThat(estate.call.time).isBefore(FakeMySqlServer.START.plusSeconds(2));
    }

    @Test
    void whereItsHostOrAReplicaDoesNotSayThatItIsGoneTheLooksAreFarApart() {
        primary(Answer.REFUSED);
        estate.host1.state = ServiceState.UNKNOWN;
        replicasHaveLostIt();
        diagnose();
        assertThat(estate.call.time).isAfterOrEqualTo(FakeMySqlServer.START.plusSeconds(3));

        estate.host1.state = ServiceState.STOPPED;
        estate.db3.channel.orElseThrow().receiver = ThreadState.ON;
        Instant before = estate.call.time;
        diagnose();
        assertThat(estate.call.time).isAfterOrEqualTo(before.plusSeconds(3));
    }

    private void replicasHaveLostIt() {
        List.of(estate.db2, estate.db3)
                .forEach(replica -> replica.channel.orElseThrow().receiver = ThreadState.CONNECTING);
    }

    @Test
    void receiversAreLeftRunningAsTheyWere() {
        primary(Answer.REFUSED);
        estate.db3.channel.orElseThrow().receiver = ThreadState.OFF;

        diagnose();

        assertThat(estate.db2.calls).containsExactly("stopReceiver", "startReceiver");
        assertThat(estate.db3.calls).containsExactly("startReceiver", "stopReceiver");
    }

    @Test
    void aFrozenPrimaryIsHungAlthoughEveryReceiverSaysOn() {
        primary(Answer.SILENT);

        Verdict verdict = diagnose();

        assertThat(verdict.state()).isEqualTo(VerdictState.HUNG);
        assertThat(verdict.dead()).isFalse();
        assertThat(verdict.alive()).isFalse();
        assertThat(estate.call.facts).doesNotContainKey("gone_by");
    }

    @Test
    void aPrimaryThatOneReplicaHearsIsUnreachable() {
        primary(Answer.NO_ROUTE);
        estate.db3.channel.orElseThrow().lively = true;

        Verdict verdict = diagnose();

        assertThat(verdict.state()).isEqualTo(VerdictState.UNREACHABLE);
        assertThat(verdict.reason()).isEqualTo("`db1` does not answer here, but a replica still hears it.");
        assertThat(estate.db3.calls).isEmpty();
    }

    @Test
    void aPrimaryThatAWitnessReachesIsUnreachable() {
        primary(Answer.NO_ROUTE);
        estate.host1.reachable = false;
        FakeHost witness = witness();
        witness.greetings.put(new Address("db1", 3306), Greeting.GREETS);

        Verdict verdict = diagnose();

        assertThat(verdict.state()).isEqualTo(VerdictState.UNREACHABLE);
        assertThat(verdict.reason()).isEqualTo("`db1` does not answer here, but a witness still reaches it.");
        assertThat(verdict.evidence()).contains("witness `w1`: `db1` greets it");
    }

    @Test
    void aWitnessThatCantBeAskedHasNoVoice() {
        primary(Answer.REFUSED);
        estate.host1.reachable = false;
        witness().reachable = false;

        Verdict verdict = diagnose();

        assertThat(verdict.dead()).isTrue();
        assertThat(verdict.evidence()).contains("witness `w1`: Could not reach host `w1`: no answer.");
    }

    @Test
    void aPrimaryThatAnswersHereIsNobodyElsesMatter() {
        witness().reachable = false;

        assertThat(diagnose().evidence()).noneMatch(line -> line.contains("witness"));
    }

    @Test
    void witnessesTellOfManyServersWhomTheyReach() {
        FakeHost witness = witness();
        witness.greetings.put(new Address("db1", 3306), Greeting.GREETS);
        witness.greetings.put(new Address("db3", 3306), Greeting.SILENT);

        Testimony told = testimony();

        assertThat(told.reached()).containsExactly(estate.db1, estate.db3);
        assertThat(told.witnesses()).containsExactly(witness);
        assertThat(told.evidence()).containsExactly("witness `w1`: `db1` greets it",
                "witness `w1`: nobody takes its connection to `db2`",
                "witness `w1`: `db3` accepts its connection and is silent");

        witness.reachable = false;
        assertThat(testimony().reached()).isEmpty();
        assertThat(testimony().witnesses()).isEmpty();
    }

    private Testimony testimony() {
        return new MySqlObservations(estate.inventory()).askWitnesses(estate.call, estate.cluster(),
                List.of(estate.db1, estate.db2, estate.db3));
    }

    private FakeHost witness() {
        FakeHost witness = new FakeHost("w1");
        estate.call.with(witness);
        estate.witnesses.add("w1");
        return witness;
    }

    @Test
    void nobodyThereWhoCouldTellIsUncertain() {
        primary(Answer.NO_ROUTE);
        estate.db2.answer = Answer.NO_ROUTE;
        estate.db3.answer = Answer.NO_ROUTE;
        estate.host1.reachable = false;

        assertThat(diagnose().state()).isEqualTo(VerdictState.UNCERTAIN);
    }

    @Test
    void itsHostCanTellAlone() {
        primary(Answer.REFUSED);
        estate.db2.answer = Answer.NO_ROUTE;
        estate.db3.answer = Answer.NO_ROUTE;
        estate.host1.state = ServiceState.STOPPED;

        assertThat(diagnose().state()).isEqualTo(VerdictState.DEAD);
    }

    @Test
    void aProcessThatRunsMayBeStarting() {
        primary(Answer.REFUSED);
        estate.host1.state = ServiceState.RUNNING;

        assertThat(diagnose().state()).isEqualTo(VerdictState.UNCERTAIN);
    }

    @Test
    void tooManyConnectionsIsOverloadedAndNeverDead() {
        primary(Answer.TOO_MANY_CONNECTIONS);

        assertThat(diagnose().state()).isEqualTo(VerdictState.OVERLOADED);
    }

    @Test
    void writesThatHangAreADiskOrASemiSynchronousReplica() {
        estate.db1.write = new WriteProbe(false, true, 0, "no answer within 3s");
        assertThat(diagnose().state()).isEqualTo(VerdictState.DISK_FULL);

        estate.db1.semiSyncWaiting = true;
        assertThat(diagnose().state()).isEqualTo(VerdictState.SEMISYNC_BLOCKED);
    }

    @Test
    void aReadOnlyPrimaryIsAliveAndSaysSo() {
        estate.db1.readOnly = ReadOnly.FENCED;
        estate.db1.write = new WriteProbe(false, false, 1290, "super_read_only");

        assertThat(diagnose().reason()).isEqualTo("`db1` answers, and is read-only: it takes no writes.");
    }

    @Test
    void anotherServerThatTakesWritesStopsTheRunAndBothAreNamed() {
        primary(Answer.REFUSED);
        estate.db2.readOnly = ReadOnly.WRITABLE;

        assertThatThrownBy(this::diagnose).isInstanceOf(Failure.class)
                .hasMessage("The inventory says that `db1` is the primary of `ecommerce`, but `db2` takes writes.");
    }

    @Test
    void anotherServerAtThePrimarysAddressStopsTheRun() {
        estate.db2.follows(new FakeMySqlServer("db7"));
        estate.db3.follows(new FakeMySqlServer("db7"));

        assertThatThrownBy(this::diagnose).isInstanceOf(Failure.class).hasMessageContaining(estate.db1.uuid)
                .hasMessageContaining(FakeMySqlServer.uuidOf("db7"));
    }
}
