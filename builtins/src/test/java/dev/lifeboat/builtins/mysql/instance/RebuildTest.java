package dev.lifeboat.builtins.mysql.instance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lifeboat.builtins.fakes.FakeEstate;
import dev.lifeboat.builtins.fakes.FakeInstance;
import dev.lifeboat.builtins.fakes.FakeMySqlServer;
import dev.lifeboat.builtins.host.Host.ServiceState;
import dev.lifeboat.builtins.mysql.GtidSet;
import dev.lifeboat.builtins.mysql.Instance.ClonePhase;
import dev.lifeboat.builtins.mysql.Instance.CloneState;
import dev.lifeboat.builtins.mysql.MySqlServer.Answer;
import dev.lifeboat.builtins.mysql.MySqlServer.ReadOnly;
import dev.lifeboat.builtins.mysql.MySqlServer.ThreadState;
import dev.lifeboat.interpreter.builtin.Failure;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** When a server's data may be destroyed, and what is left behind. */
class RebuildTest {
    private final FakeEstate estate = new FakeEstate();
    private final FakeInstance instance = new FakeInstance("db1");
    private final FakeInstance donor = new FakeInstance("db3");

    /** db2 is the primary, db3 follows it, db1 is the old one, fenced. */
    @BeforeEach
    void afterAFailover() {
        estate.call.with(instance, donor);
        estate.db1.readOnly = ReadOnly.FENCED;
        estate.db2.readOnly = ReadOnly.WRITABLE;
        estate.db2.channel = Optional.empty();
        estate.db3.follows(estate.db2);
        instance.onClone = () -> {
            estate.db1.answer = Answer.REFUSED;
            estate.db1.executed = estate.db3.executed;
            estate.db1.follows(estate.db2);
            estate.host1.onStart = () -> estate.db1.answer = Answer.ANSWERED;
            estate.host1.state = ServiceState.STOPPED;
        };
    }

    private void rebuild(String typed) {
        new MySqlInstances(estate.inventory()).rebuild(estate.call, estate.db1, estate.db3, Optional.empty(),
                Optional.ofNullable(typed));
    }

    private void refused(String why) {
        assertThatThrownBy(() -> rebuild("db1")).isInstanceOf(Failure.class).hasMessageContaining(why);
        assertThat(instance.calls).isEmpty();
        assertThat(estate.db1.readOnly).isEqualTo(ReadOnly.FENCED);
    }

    @Test
    void whatComesOfItIsFencedAndFollowsNobodyAlsoWhereItsDonorIsAReplica() {
        rebuild("db1");

        assertThat(instance.calls).containsExactly("clone db3:3306 as dba");
        assertThat(estate.host1.calls).contains("start");
        assertThat(estate.db1.readOnly).isEqualTo(ReadOnly.FENCED);
        assertThat(estate.db1.skipReplicaStart).isTrue();
        assertThat(estate.db1.channel).isEmpty();
        assertThat(estate.call.done).last().asString().isEqualTo("db1: is a clone of db3, fenced, and follows nobody");
    }

    @Test
    void theFenceIsPersistedBeforeTheCloneBegins() {
        estate.db1.calls.clear();
        rebuild("db1");
        assertThat(estate.db1.calls).startsWith("persistSkipReplicaStart true", "setReadOnly on");
    }

    @Test
    void somebodyHasToSayWhichServerIsMeant() {
        assertThatThrownBy(() -> rebuild(null)).isInstanceOf(Failure.class)
                .hasMessageContaining("nobody has said that it is the server that is meant");
        assertThatThrownBy(() -> rebuild("db2")).isInstanceOf(Failure.class)
                .hasMessageContaining("what was typed, `db2`, is neither its name nor its `server_uuid`");
        estate.call.approved = true;
        rebuild(null);
        assertThat(instance.calls).hasSize(1);
    }

    @Test
    void aPrimaryIsNotRebuilt() {
        estate.db1.readOnly = ReadOnly.WRITABLE;
        assertThatThrownBy(() -> rebuild("db1")).isInstanceOf(Failure.class).hasMessageContaining("it takes writes");
        estate.db1.readOnly = ReadOnly.FENCED;
        estate.db3.follows(estate.db1);
        refused("it is the source of db3");
    }

    @Test
    void theOnlyCopyOfTransactionsIsNotDestroyedUnlessALedgerHoldsIt() {
        estate.db1.has("db1", 103);
        estate.db1.clientWrites = GtidSet.of(FakeMySqlServer.uuidOf("db1"), 101, 103);
        refused("it is the only one that has 3 transactions of the application's");
        estate.call.knows("quarantined on db1", GtidSet.of(FakeMySqlServer.uuidOf("db1"), 101, 103).toString());
        rebuild("db1");
        assertThat(instance.calls).hasSize(1);
    }

    @Test
    void aDonorHasToBeWell() {
        estate.db3.channel.orElseThrow().applier = ThreadState.OFF;
        refused("its donor `db3` does not replicate itself");
        estate.db3.channel.orElseThrow().applier = ThreadState.ON;
        estate.db3.version = "8.4.3";
        refused("a clone has to be of the same series");
        estate.db3.version = "9.7.4";
        donor.plugin = false;
        refused("its donor `db3` has no clone plugin");
    }

    @Test
    void aCloneThatFailsIsToldWithMySqlsError() {
        instance.end = new CloneState(ClonePhase.FAILED, "db3:3306", 3862, "Clone Donor Error: 1045", GtidSet.EMPTY, 0,
                0,
                "");
        instance.onClone = () -> {};
        assertThatThrownBy(() -> rebuild("db1")).isInstanceOf(Failure.class)
                .hasMessageContaining("error 3862, Clone Donor Error: 1045");
    }

    @Test
    void anotherServerUuidIsLearnedByThisWord() {
        Runnable usual = instance.onClone;
        instance.onClone = () -> {
            usual.run();
            estate.db1.uuid = "bbbbbbbb-0000-0000-0000-000000000001";
        };
        rebuild("db1");
        assertThat(estate.call.text("identity of db1")).isEqualTo("bbbbbbbb-0000-0000-0000-000000000001");
    }

    @Test
    void aServerThatIsWipedIsEmptyAndFenced() {
        new MySqlInstances(estate.inventory()).wipe(estate.call, estate.db1, "db1");
        assertThat(instance.calls).containsExactly("wipe");
        assertThat(estate.db1.readOnly).isEqualTo(ReadOnly.FENCED);
        assertThatThrownBy(() -> new MySqlInstances(estate.inventory()).wipe(estate.call, estate.db1, "db3"))
                .isInstanceOf(Failure.class).hasMessageContaining("`db3`, is neither");
    }

    @Test
    void aSpareHasToBeEmpty() {
        MySqlInstances words = new MySqlInstances(estate.inventory());
        estate.call.with(new FakeInstance("db2"));
        assertThatThrownBy(() -> words.provision(estate.call, estate.db1, "db1")).isInstanceOf(Failure.class)
                .hasMessageContaining("it is the primary of the inventory");
        estate.db2.readOnly = ReadOnly.FENCED;
        assertThatThrownBy(() -> words.provision(estate.call, estate.db2, "db2")).isInstanceOf(Failure.class)
                .hasMessageContaining("it is not empty, it has shop");
        assertThatThrownBy(() -> words.provision(estate.call, estate.db2, "db1")).isInstanceOf(Failure.class)
                .hasMessageContaining("which is not its name");
    }
}
