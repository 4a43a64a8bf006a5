package dev.lifeboat.builtins.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.builtins.Eventually;
import dev.lifeboat.builtins.mysql.MySqlServer.Answer;
import dev.lifeboat.builtins.mysql.ServerCatalog.Account;
import dev.lifeboat.builtins.mysql.ServerCatalog.Definition;
import dev.lifeboat.builtins.mysql.ServerCatalog.Entry;
import dev.lifeboat.builtins.mysql.ServerCatalog.EntryKind;
import dev.lifeboat.builtins.mysql.ServerCatalog.EventState;
import dev.lifeboat.builtins.mysql.ServerCatalog.ReceiverPolicy;
import dev.lifeboat.builtins.mysql.ServerCatalog.ScheduledEvent;
import dev.lifeboat.builtins.mysql.ServerCatalog.Setting;
import dev.lifeboat.builtins.mysql.ServerCatalog.TableSize;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.builtin.Seen;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every adapter of {@link ServerCatalog} does: what MySQL does on real servers, the model does too. */
public abstract class ServerCatalogContract {
    private static final int READ_ONLY = 1290;
    private static final int ACCESS_DENIED = 1045;
    private static final int ACCOUNT_LOCKED = 3118;
    private static final String RUNS = "shop.close_day";
    private static final String OFF = "shop.delete_old_orders";

    public abstract GivenCatalogs given();

    private ServerCatalog db1() {
        return given().catalog("db1");
    }

    private ServerCatalog db2() {
        return given().catalog("db2");
    }

    private String app() {
        return given().application() + "@%";
    }

    private EventState state(ServerCatalog server, String event) {
        return server.event(event).orElseThrow().state();
    }

    private boolean locked(ServerCatalog server) {
        return server.account(app()).orElseThrow().locked();
    }

    private void eventually(String what, java.util.function.BooleanSupplier holds) {
        Eventually.holds(given().clock(), what, holds);
    }

    @Test
    void aReplicaHasWhatThePrimaryHas() {
        assertThat(db1().definitions().accounts()).extracting(Account::name).contains(app());
        assertThat(db1().definitions().routines()).extracting(Definition::name).containsExactly("shop.open_orders");
        assertThat(db2().definitions().accounts()).isEqualTo(db1().definitions().accounts());
        assertThat(db1().accountNames())
                .isEqualTo(db1().definitions().accounts().stream().map(Account::name).toList());
        assertThat(db1().events()).isEqualTo(db1().definitions().events());
        assertThat(db2().definitions().routines()).isEqualTo(db1().definitions().routines());
        assertThat(db2().definitions().triggers()).isEqualTo(db1().definitions().triggers());
        assertThat(db2().definitions().views()).isEqualTo(db1().definitions().views());
        assertThat(db2().definitions().events()).extracting(ScheduledEvent::text)
                .isEqualTo(db1().definitions().events().stream().map(ScheduledEvent::text).toList());
    }

    @Test
    void onAReplicaNobodyCanTellWhichEventsRunOnThePrimary() {
        assertThat(state(db1(), RUNS)).isEqualTo(EventState.ENABLED);
        assertThat(state(db1(), OFF)).isEqualTo(EventState.DISABLED);
        assertThat(state(db2(), RUNS)).isEqualTo(EventState.REPLICA_SIDE_DISABLED);
        assertThat(state(db2(), OFF)).isEqualTo(EventState.REPLICA_SIDE_DISABLED);
    }

    @Test
    void theHeartbeatIsOneOfTheEvents() {
        assertThat(state(db1(), "lifeboat.heartbeat")).isEqualTo(EventState.ENABLED);
        assertThat(state(db2(), "lifeboat.heartbeat")).isEqualTo(EventState.REPLICA_SIDE_DISABLED);
    }

    @Test
    void anEventIsEnabledAndKeepsItsDefiner() {
        String definer = db1().event(OFF).orElseThrow().definer();
        assertThat(db1().eventIs(OFF, EventState.ENABLED)).isEqualTo(Seen.NOT_DONE);
        db1().setEvent(OFF, EventState.ENABLED);
        db1().setEvent(OFF, EventState.ENABLED);

        assertThat(state(db1(), OFF)).isEqualTo(EventState.ENABLED);
        assertThat(db1().eventIs(OFF, EventState.ENABLED)).isEqualTo(Seen.DONE);
        assertThat(db1().event(OFF).orElseThrow().definer()).isEqualTo(definer);
        assertThat(state(db2(), OFF)).isEqualTo(EventState.REPLICA_SIDE_DISABLED);
    }

    @Test
    void anEventIsDisabledHereOrAsOnAReplica() {
        db1().setEvent(RUNS, EventState.DISABLED);
        assertThat(state(db1(), RUNS)).isEqualTo(EventState.DISABLED);
        db1().setEvent(RUNS, EventState.REPLICA_SIDE_DISABLED);
        assertThat(state(db1(), RUNS)).isEqualTo(EventState.REPLICA_SIDE_DISABLED);
        db1().setEvent(RUNS, EventState.ENABLED);
        assertThat(state(db1(), RUNS)).isEqualTo(EventState.ENABLED);
    }

    @Test
    void anEventThatIsNotThereIsToldByName() {
        Failure failure = OnServers.failure(() -> db1().setEvent("shop.nothing", EventState.ENABLED));
        assertThat(failure).hasMessageContaining("`shop.nothing`").hasMessageContaining("`db1`");
        assertThat(failure.outcome()).isEqualTo(Failure.Outcome.NOT_DONE);
        assertThat(db1().eventIs("shop.nothing", EventState.ENABLED)).isEqualTo(Seen.NOT_DONE);
    }

    @Test
    void aReadOnlyServerTakesNoneOfIt() {
        OnServers.assertRefused(READ_ONLY, () -> db2().setEvent(RUNS, EventState.ENABLED));
        OnServers.assertRefused(READ_ONLY, () -> db2().lockAccount(app(), true));
        OnServers.assertRefused(READ_ONLY, () -> db2().record(List.of()));
        assertThat(state(db2(), RUNS)).isEqualTo(EventState.REPLICA_SIDE_DISABLED);
        assertThat(locked(db2())).isFalse();
    }

    @Test
    void aLockedAccountIsNotLetInAnywhere() {
        assertThat(db1().tryLogin("app").answer()).isEqualTo(Answer.ANSWERED);
        db1().lockAccount(app(), true);
        db1().lockAccount(app(), true);

        assertThat(locked(db1())).isTrue();
        assertThat(db1().accountIs(app(), true)).isEqualTo(Seen.DONE);
        assertThat(db1().tryLogin("app").answer()).isEqualTo(Answer.DENIED);
        assertThat(db1().tryLogin("app").error()).isEqualTo(ACCOUNT_LOCKED);
        eventually("the replica has locked it too", () -> locked(db2()));

        db1().lockAccount(app(), false);
        assertThat(locked(db1())).isFalse();
        assertThat(db1().tryLogin("app").answer()).isEqualTo(Answer.ANSWERED);
        eventually("the replica lets it in", () -> !locked(db2()));
    }

    @Test
    void aLockChangesNothingElseOfAnAccount() {
        Account before = db1().account(app()).orElseThrow();
        db1().lockAccount(app(), true);
        Account after = db1().account(app()).orElseThrow();
        assertThat(after.grants()).isEqualTo(before.grants());
        assertThat(after.authentication()).isEqualTo(before.authentication());
    }

    @Test
    void anAccountThatIsNotThereIsToldByName() {
        Failure failure = OnServers.failure(() -> db1().lockAccount("nobody@%", true));
        assertThat(failure).hasMessageContaining("`nobody@%`");
        assertThat(db1().accountIs("nobody@%", false)).isEqualTo(Seen.NOT_DONE);
    }

    @Test
    void anAccountThatAReplicaLacksIsMissed() {
        given().dropAccount("db2", given().application());

        assertThat(db2().account(app())).isEmpty();
        assertThat(db1().account(app())).isPresent();
        assertThat(db2().tryLogin("app").answer()).isEqualTo(Answer.DENIED);
        assertThat(db2().tryLogin("app").error()).isEqualTo(ACCESS_DENIED);
        assertThat(db2().tryLogin("replication").answer()).isEqualTo(Answer.ANSWERED);
    }

    @Test
    void theSchedulerIsSwitched() {
        assertThat(db1().eventScheduler()).isTrue();
        db1().setEventScheduler(false);
        assertThat(db1().eventScheduler()).isFalse();
        assertThat(db1().eventSchedulerIs(false)).isEqualTo(Seen.DONE);
        db1().setEventScheduler(true);
        assertThat(db1().eventScheduler()).isTrue();
    }

    @Test
    void whatIsRecordedComesToTheReplicas() {
        List<Entry> entries = List.of(new Entry(EntryKind.ACCOUNT, "db1", app(), "0011"),
                new Entry(EntryKind.EVENT, "db1", RUNS, "ENABLED"),
                new Entry(EntryKind.IDENTITY, "db2", "db2", "some-uuid"));
        db1().record(entries);

        assertThat(db1().recorded().entries()).isEqualTo(entries);
        assertThat(db1().recorded().written()).isPresent();
        eventually("the replica has it", () -> db2().recorded().entries().equals(entries));
    }

    @Test
    void aRecordTakesThePlaceOfTheOneBefore() {
        db1().record(List.of(new Entry(EntryKind.ACCOUNT, "db1", "a@%", "1"), new Entry(EntryKind.ACCOUNT, "db1",
                "A@%", "2")));
        assertThat(db1().recorded().entries()).hasSize(2);
        List<Entry> later = List.of(new Entry(EntryKind.ACCOUNT, "db1", "a@%", "it's \\ `quoted`"));
        db1().record(later);
        assertThat(db1().recorded().entries()).isEqualTo(later);
    }

    @Test
    void theSettingsThatMatter() {
        assertThat(db1().settings().variables()).extracting(Setting::name).contains("gtid_mode", "sync_binlog",
                "binlog_format", "relay_log_recovery", "skip_replica_start", "event_scheduler", "server_id")
                .allMatch(FailoverVariable.ALL.stream().map(FailoverVariable::name).toList()::contains);
        assertThat(db1().settings().value("gtid_mode")).contains("ON");
        assertThat(db1().settings().number("sync_binlog")).contains(1L);
        assertThat(db1().settings().value("read_only")).contains("OFF");
        assertThat(db2().settings().value("read_only")).contains("ON");
        assertThat(db1().settings().value("server_id")).isNotEqualTo(db2().settings().value("server_id"));
    }

    @Test
    void howAReceiverKeepsInTouch() {
        assertThat(db1().settings().receivers()).isEmpty();
        ReceiverPolicy policy = db2().settings().receivers().getFirst();
        assertThat(policy.retryCount()).isEqualTo(86_400);
        assertThat(policy.connectRetry()).hasSeconds(1);
        assertThat(policy.netTimeout()).hasSeconds(4);
        assertThat(policy.heartbeatPeriod()).hasSeconds(2);
    }

    @Test
    void whatTheOptionFileSaysWhereItCanBeTold() {
        assertThat(db2().settings().optionFileReadOnly()).contains(true);
        assertThat(db2().settings().optionFiles()).isNotEmpty().allMatch(file -> file.endsWith("my.cnf"));
    }

    @Test
    void itsTablesAndWhatTheyTake() {
        assertThat(db1().tables()).extracting(TableSize::name).containsExactly("shop.orders");
        assertThat(db1().tables().getFirst().engine()).isEqualTo("InnoDB");
        assertThat(db1().storage().dataBytes()).isPositive();
        assertThat(db1().storage().binlogBytes()).isPositive();
        assertThat(db1().storage().folder()).endsWith("/");
    }

    @Test
    void aSoundTableHasNoComplaint() {
        assertThat(db2().checkTable("shop.orders")).isEmpty();
    }

    @Test
    void aTableThatIsNotThereIsAComplaint() {
        assertThat(db2().checkTable("shop.nothing")).isNotEmpty().first().asString().contains("doesn't exist");
    }

    @Test
    void sessionsOfSomeUsersAreLeft() {
        given().openSession("db1", given().application());
        given().openSession("db1", given().application());
        assertThat(db1().endSessions(List.of(given().application())).count()).isZero();
        assertThat(db1().sessionsEnded(List.of())).isEqualTo(Seen.REPEATABLE);
        assertThat(db1().endSessions(List.of("somebody_else")).count()).isEqualTo(2);
        eventually("they are gone", () -> db1().endSessions(List.of()).count() == 0);
    }
}
