package dev.lifeboat.builtins.mysql.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.builtins.fakes.FakeEstate;
import dev.lifeboat.builtins.fakes.FakeServerCatalog;
import dev.lifeboat.builtins.mysql.MySqlServer.Answer;
import dev.lifeboat.builtins.mysql.OnServers;
import dev.lifeboat.builtins.mysql.ServerCatalog.Account;
import dev.lifeboat.builtins.mysql.ServerCatalog.Entry;
import dev.lifeboat.builtins.mysql.ServerCatalog.EntryKind;
import dev.lifeboat.builtins.mysql.ServerCatalog.EventState;
import dev.lifeboat.builtins.mysql.catalog.Difference.DefinitionKind;
import dev.lifeboat.builtins.mysql.failover.MySqlChanges;
import dev.lifeboat.interpreter.builtin.Failure;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The words about what is defined on servers: what they refuse, and what they leave alone. */
class CatalogWordsTest {
    private static final String RAN = "shop.close_day";
    private static final String SLEPT = "shop.delete_old_orders";
    private final FakeEstate estate = new FakeEstate();
    private final FakeServerCatalog defined1 = shop("db1");
    private final FakeServerCatalog defined2 = shop("db2");
    private MySqlCatalog words;

    private static FakeServerCatalog shop(String name) {
        return new FakeServerCatalog(name).lets("app@%").lets("app@10.0.0.1").lets("dba@%").lets("repl@%")
                .event(RAN, EventState.REPLICA_SIDE_DISABLED).event(SLEPT, EventState.REPLICA_SIDE_DISABLED)
                .event("lifeboat.heartbeat", EventState.ENABLED);
    }

    @BeforeEach
    void begin() {
        estate.call.with(defined1, defined2);
        words = new MySqlCatalog(estate.inventory());
        defined1.record(List.of(new Entry(EntryKind.EVENT, "db1", RAN, "ENABLED"),
                new Entry(EntryKind.EVENT, "db1", SLEPT, "DISABLED"),
                new Entry(EntryKind.EVENT, "db1", "lifeboat.heartbeat", "ENABLED"),
                new Entry(EntryKind.IDENTITY, "db2", "db2", "uuid-of-db2")));
    }

    @Test
    void onlyEventsThatRanOnTheOldPrimaryAreEnabled() {
        words.events(estate.call, estate.db1, Optional.empty(), Optional.empty());
        assertThat(defined1.calls).containsExactly(RAN + " ENABLED");
        assertThat(estate.call.inverses)
                .containsExactly("mysql.restore_event[" + RAN + ", REPLICA_SIDE_DISABLED]");
    }

    /** It is asked now; the record is of last night. */
    @Test
    void anOldPrimaryThatAnswersKnowsBestWhichEventsRan() {
        estate.call.with(new FakeServerCatalog("db2").event(RAN, EventState.DISABLED).event(SLEPT, EventState.ENABLED));
        words.events(estate.call, estate.db1, Optional.empty(), Optional.of(estate.db2));
        assertThat(defined1.calls).containsExactly(SLEPT + " ENABLED");
    }

    @Test
    void ofAnOldPrimaryThatIsDeadTheRecordTells() {
        estate.db2.answer = Answer.REFUSED;
        words.events(estate.call, estate.db1, Optional.empty(), Optional.of(estate.db2));
        assertThat(defined1.calls).containsExactly(RAN + " ENABLED");
    }

    @Test
    void withoutARecordAndWithoutAnEventThatSleepsThereIsNothingToDo() {
        estate.db2.primary();
        var bare = new FakeServerCatalog("db2").event("lifeboat.heartbeat", EventState.REPLICA_SIDE_DISABLED);
        words.events(estate.call.with(bare), estate.db2, Optional.empty(), Optional.empty());
        assertThat(bare.calls).isEmpty();
    }

    @Test
    void oneThatCantBeEnabledKeepsNoOtherFromRunning() {
        defined1.untouchable.add("shop.by_root");
        defined1.event("shop.by_root", EventState.REPLICA_SIDE_DISABLED);
        Failure failure = OnServers.failure(() -> words.events(estate.call, estate.db1,
                Optional.of(List.of("shop.by_root", RAN)), Optional.empty()));
        assertThat(failure).hasMessage("Not enabled on `db1`: `shop.by_root`.");
        assertThat(failure.evidence()).first().asString().contains("shop.by_root");
        assertThat(defined1.calls).containsExactly(RAN + " ENABLED");
    }

    @Test
    void oneThatSleptIsNotWoken() {
        Failure failure = OnServers
                .failure(() -> words.events(estate.call, estate.db1, Optional.of(List.of(RAN, SLEPT)),
                        Optional.empty()));
        assertThat(failure).hasMessageContaining("it did not run on the old primary either");
        assertThat(defined1.calls).isEmpty();
    }

    @Test
    void withoutARecordEventsHaveToBeNamed() {
        Failure failure = OnServers
                .failure(() -> words.events(estate.call.with(), estate.db2, Optional.empty(), Optional.empty()));
        assertThat(failure).hasMessageContaining("read-only");
        estate.db2.primary();
        failure = OnServers.failure(() -> words.events(estate.call, estate.db2, Optional.empty(), Optional.empty()));
        assertThat(failure).hasMessageContaining("no readiness check has written it down");
        words.events(estate.call, estate.db2, Optional.of(List.of(SLEPT)), Optional.empty());
        assertThat(defined2.calls).containsExactly(SLEPT + " ENABLED");
    }

    @Test
    void anEventThatIsNotThereStopsAllOfThem() {
        Failure failure = OnServers
                .failure(() -> words.events(estate.call, estate.db1, Optional.of(List.of(RAN, "shop.nothing")),
                        Optional.empty()));
        assertThat(failure).hasMessageContaining("no event `shop.nothing`: none was enabled");
        assertThat(defined1.calls).isEmpty();
    }

    @Test
    void aSchedulerThatIsOffIsStarted() {
        defined1.eventScheduler = false;
        words.events(estate.call, estate.db1, Optional.empty(), Optional.empty());
        words.events(estate.call, estate.db1, Optional.empty(), Optional.empty());
        assertThat(defined1.calls).containsExactly(RAN + " ENABLED", "scheduler true");
        assertThat(estate.call.inverses).contains("mysql.restore_event_scheduler[false]");
    }

    @Test
    void allAccountsOfAUserAreLocked() {
        words.lockAccounts(estate.call, estate.db1, List.of("app"));
        words.lockAccounts(estate.call, estate.db1, List.of("app@%"));
        assertThat(defined1.calls).containsExactly("lock app@%", "lock app@10.0.0.1");
        assertThat(estate.call.inverses).containsExactly("mysql.restore_account[app@%, false]",
                "mysql.restore_account[app@10.0.0.1, false]");
    }

    @Test
    void anAccountThatIsNotThereLocksNone() {
        Failure failure = OnServers
                .failure(() -> words.lockAccounts(estate.call, estate.db1, List.of("app", "nobody")));
        assertThat(failure).hasMessageContaining("no account `nobody`");
        assertThat(defined1.calls).isEmpty();
    }

    @Test
    void onAReplicaNothingIsLocked() {
        assertThat(OnServers.failure(() -> words.lockAccounts(estate.call, estate.db2, List.of("app"))))
                .hasMessageContaining("it is read-only");
    }

    @Test
    void thePrimaryChecksNoTables() {
        assertThat(OnServers.failure(() -> words.checkTables(estate.call, estate.db1, Optional.empty())))
                .hasMessageContaining("it is the primary");
        estate.db2.primary();
        assertThat(OnServers.failure(() -> words.checkTables(estate.call, estate.db2, Optional.empty())))
                .hasMessageContaining("it is the primary");
        assertThat(defined1.calls).isEmpty();
        assertThat(defined2.calls).isEmpty();
    }

    @Test
    void complaintsAreToldWithTheirTables() {
        defined2.complaints.put("shop.orders", List.of());
        defined2.complaints.put("shop.items", List.of("Corrupt"));
        assertThat(words.checkTables(estate.call, estate.db2, Optional.empty()))
                .containsExactly(new TableComplaint("shop.items", "Corrupt"));
        words.checkTables(estate.call, estate.db2, Optional.of(List.of("shop.orders")));
        assertThat(defined2.calls).containsExactly("check shop.orders", "check shop.items", "check shop.orders");
    }

    @Test
    void equalServersHaveNoDifferences() {
        assertThat(words.inventoryDiff(estate.call, estate.db1, estate.db2)).isEmpty();
    }

    @Test
    void differencesAreToldFromBothSides() {
        defined1.lets("new@%");
        defined2.event("shop.more", EventState.DISABLED);
        defined2.accounts.set(0, new Account("app@%", "other", "other", true));
        defined1.variables.put("sql_mode", "");
        defined2.variables.put("sql_mode", "ANSI");
        defined2.variables.put("server_id", "7");
        assertThat(words.inventoryDiff(estate.call, estate.db1, estate.db2)).extracting(Difference::kind)
                .containsExactly(DefinitionKind.ACCOUNT, DefinitionKind.ACCOUNT, DefinitionKind.EVENT,
                        DefinitionKind.VARIABLE);
        assertThat(words.inventoryDiff(estate.call, estate.db1, estate.db2)).extracting(Difference::sentence)
                .containsExactly(
                        "`app@%` on `db2` is not as on `db1`: other rights, another password or other demands on TLS, locked here, not there.",
                        "`new@%` is on `db1`, and not on `db2`.", "`shop.more` is on `db2`, and not on `db1`.",
                        "`sql_mode` is ANSI on `db2` and empty on `db1`: statements that went well are refused, or do something else.");
    }

    @Test
    void ofAnotherVersionRightsAreNotCompared() {
        defined2.accounts.set(0, new Account("app@%", "other", defined1.accounts.getFirst().authentication(), false));
        estate.db2.version = "8.0.31";
        assertThat(words.inventoryDiff(estate.call, estate.db1, estate.db2)).isEmpty();
        assertThat(estate.call.done).anyMatch(line -> line.contains("another version"));
    }

    @Test
    void anIdentityIsKnownFromWhoeverHasTheRecord() {
        estate.call.with(new FakeServerCatalog("db3"));
        assertThat(words.recordedIdentity(estate.call, estate.db2)).contains("uuid-of-db2");
        assertThat(words.recordedIdentity(estate.call, estate.db3)).isEmpty();
    }

    @Test
    void sessionsOfSomeStay() {
        new MySqlChanges(estate.inventory()).killSessions(estate.call, estate.db1, Optional.of(List.of("monitor")));
        assertThat(defined1.calls).containsExactly("end all but [monitor]");
        assertThat(estate.call.done).containsExactly(
                "db1: ended 3 sessions; those of `root` go on: whose account has SYSTEM_USER is ended by such an account alone");
    }
}
