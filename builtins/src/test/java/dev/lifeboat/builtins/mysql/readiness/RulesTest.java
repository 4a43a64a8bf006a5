package dev.lifeboat.builtins.mysql.readiness;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.builtins.mysql.GtidSet;
import dev.lifeboat.builtins.mysql.MySqlServer.Answer;
import dev.lifeboat.builtins.mysql.MySqlServer.ReadOnly;
import dev.lifeboat.builtins.mysql.ServerCatalog.Account;
import dev.lifeboat.builtins.mysql.ServerCatalog.Entry;
import dev.lifeboat.builtins.mysql.ServerCatalog.EntryKind;
import dev.lifeboat.builtins.mysql.ServerCatalog.EventState;
import dev.lifeboat.builtins.mysql.readiness.Examined.Admission;
import dev.lifeboat.builtins.mysql.readiness.Examined.Boot;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Each rule is silent where all is well, and speaks where one thing is not. */
class RulesTest {
    private final WellCluster well = new WellCluster();

    /** As {@code R5 SEVERE}, without the notes about what no rule can know yet. */
    private List<String> found() {
        return Rule.judge(well.situation()).stream().filter(one -> one.severity() != Severity.NOTE)
                .map(one -> one.rule() + " " + one.severity()).toList();
    }

    @Test
    void thereAreThirteenByTheirNumbers() {
        assertThat(Rule.ALL).extracting(Rule::number).containsExactly("R1", "R2", "R3", "R4", "R5", "R6", "R7", "R8",
                "R9", "R10", "R11", "R12", "R13");
    }

    @Test
    void whereAllIsWellOnlyBackupsAreNotKnown() {
        assertThat(Rule.judge(well.situation())).extracting(Finding::rule).containsExactly("R6", "R7", "R10");
        assertThat(found()).isEmpty();
    }

    @Test
    void everyFindingSaysWhatToDoInSentences() {
        well.replica.variables.put("binlog_format", "MIXED");
        well.replica.errant = GtidSet.parse("aaaaaaaa-0000-0000-0000-000000000002:1");
        assertThat(Rule.judge(well.situation())).allSatisfy(finding -> {
            assertThat(finding.sentence()).endsWith(".");
            assertThat(finding.todo()).endsWith(".");
        });
    }

    @Test
    @DisplayName("R1: logs, durability, identities")
    void logs() {
        well.replica.variables.put("gtid_mode", "OFF");
        well.replica.variables.put("binlog_format", "MIXED");
        well.primary.variables.put("sync_binlog", "0");
        well.replica.serverId = 1;
        assertThat(found()).containsExactly("R1 SEVERE", "R1 SEVERE", "R1 WARNING", "R1 SEVERE");
    }

    @Test
    @DisplayName("R2: a restart")
    void restarts() {
        well.primary.readOnly = new ReadOnly(false, false, Optional.of(false), Optional.empty());
        assertThat(found()).containsExactly("R2 SEVERE");
        well.primary.readOnly = ReadOnly.WRITABLE;
        well.primary.boot = new Boot(Optional.of(false), "");
        assertThat(found()).containsExactly("R2 SEVERE");
        well.primary.boot = new Boot(Optional.empty(), "its host can't be reached");
        assertThat(found()).containsExactly("R2 WARNING");
        well.primary.boot = new Boot(Optional.of(true), "");
        well.replica.boot = new Boot(Optional.of(false), "");
        well.replica.skipReplicaStart = false;
        assertThat(found()).containsExactly("R2 WARNING", "R2 WARNING");
    }

    @Test
    @DisplayName("R3: relay logs")
    void relayLogs() {
        well.replica.variables.put("relay_log_recovery", "ON");
        assertThat(found()).containsExactly("R3 WARNING");
    }

    @Test
    @DisplayName("R4: silence, and patience")
    void silence() {
        well.replica.netTimeout = Duration.ofSeconds(60);
        assertThat(found()).containsExactly("R4 WARNING");
        well.replica.netTimeout = Duration.ofSeconds(4);
        well.replica.heartbeatPeriod = Duration.ofSeconds(30);
        assertThat(found()).containsExactly("R4 WARNING");
        well.replica.heartbeatPeriod = Duration.ofSeconds(1);
        well.replica.retryCount = 10;
        well.replica.connectRetry = Duration.ofSeconds(60);
        assertThat(found()).containsExactly("R4 SEVERE");
        well.replica.retryCount = 300;
        assertThat(found()).containsExactly("R4 WARNING");
    }

    @Test
    @DisplayName("R5: what a candidate lacks, or has too much")
    void candidates() {
        well.replica.errant = GtidSet.parse("aaaaaaaa-0000-0000-0000-000000000002:1");
        well.replica.accounts.removeFirst();
        well.replica.version = "8.0.31";
        assertThat(found()).containsExactly("R5 SEVERE", "R5 SEVERE", "R5 SEVERE");
        assertThat(Rule.judge(well.situation())).anyMatch(finding -> finding.sentence().contains("`app@%`"));
    }

    @Test
    @DisplayName("R5: a candidate that carries less than the primary")
    void capacity() {
        well.primary.variables.put("max_connections", "500");
        well.replica.variables.put("max_connections", "151");
        assertThat(found()).containsExactly("R5 WARNING");
        assertThat(Rule.judge(well.situation())).anyMatch(finding -> finding.sentence().contains(
                "`max_connections` 151, less than the primary's 500: once it is promoted, the application finds no connection left."));
        well.replica.variables.put("max_connections", "500");
        assertThat(found()).isEmpty();
    }

    @Test
    @DisplayName("R5: accounts that are not the same")
    void accounts() {
        well.replica.accounts.set(0, new Account("app@%", "other", "same", false));
        assertThat(found()).containsExactly("R5 WARNING");
        well.replica.version = "10.1.0";
        assertThat(found()).isEmpty();
    }

    @Test
    @DisplayName("R5: replication that is broken, elsewhere, or written over")
    void replication() {
        well.replica.receiving = false;
        assertThat(found()).containsExactly("R5 SEVERE");
        well.replica.receiving = true;
        well.replica.sourceUuid = "somebody";
        assertThat(found()).containsExactly("R5 SEVERE");
        well.replica.sourceUuid = WellCluster.PRIMARY;
        well.replica.readOnly = ReadOnly.WRITABLE;
        assertThat(found()).containsExactly("R5 SEVERE");
        well.replica.readOnly = ReadOnly.FENCED;
        well.primary.unsupported = Optional.of("It has several sources.");
        assertThat(found()).containsExactly("R5 SEVERE");
    }

    @Test
    @DisplayName("R6: binary logs are kept")
    void logsKept() {
        well.primary.variables.put("binlog_expire_logs_seconds", "86400");
        well.replica.variables.put("binlog_expire_logs_seconds", "0");
        assertThat(found()).containsExactly("R6 WARNING");
    }

    @Test
    @DisplayName("R8: what is written down, and what has changed since")
    void records() {
        well.unrecorded = Optional.of("the table is missing.");
        assertThat(found()).containsExactly("R8 SEVERE");
        well.unrecorded = Optional.empty();
        well.before(new Entry(EntryKind.EVENT, "db1", "shop.close_day", "ENABLED"),
                new Entry(EntryKind.EVENT, "db1", "shop.slept", "DISABLED"),
                new Entry(EntryKind.ACCOUNT, "db1", "app@%", ""),
                new Entry(EntryKind.IDENTITY, "db1", "db1", WellCluster.PRIMARY));
        assertThat(found()).isEmpty();
        well.primary.events.set(0, EventState.DISABLED);
        assertThat(found()).containsExactly("R8 WARNING");
        well.before(new Entry(EntryKind.ACCOUNT, "db1", "gone@%", ""),
                new Entry(EntryKind.IDENTITY, "db2", "db2", "another"));
        assertThat(found()).containsExactly("R8 WARNING", "R8 WARNING");
    }

    @Test
    @DisplayName("R8: an event scheduler that is off")
    void scheduler() {
        well.primary.eventScheduler = false;
        assertThat(found()).containsExactly("R8 SEVERE");
    }

    @Test
    @DisplayName("R9: heartbeats")
    void heartbeats() {
        well.primary.heartbeatAge = Optional.of(Duration.ofSeconds(20));
        well.replica.heartbeatAge = Optional.of(Duration.ofSeconds(20));
        assertThat(found()).containsExactly("R9 SEVERE");
        well.primary.heartbeatAge = Optional.of(Duration.ZERO);
        well.replica.heartbeatAge = Optional.empty();
        assertThat(found()).containsExactly("R9 SEVERE");
    }

    @Test
    @DisplayName("R10: delays")
    void delays() {
        well.replica.delay = Duration.ofHours(1);
        assertThat(found()).containsExactly("R10 WARNING");
        well.replica.declaredDelay = Duration.ofHours(1);
        assertThat(found()).isEmpty();
        well.replica.receiving = false;
        assertThat(found()).containsExactly("R5 SEVERE", "R10 SEVERE");
    }

    @Test
    @DisplayName("R11: clocks")
    void clocks() {
        well.replica.skew = Duration.ofSeconds(3);
        well.primary.variables.put("system_time_zone", "CEST");
        assertThat(found()).containsExactly("R11 WARNING");
        assertThat(Rule.judge(well.situation())).anyMatch(one -> one.sentence().contains("`CEST`"));
    }

    @Test
    @DisplayName("R12: privileges, and the administrative port")
    void access() {
        well.primary.missing = List.of("CLONE_ADMIN");
        well.replica.admin = Answer.REFUSED;
        assertThat(found()).containsExactly("R12 SEVERE", "R12 SEVERE");
        well.primary.missing = List.of();
        well.replica.admin = Answer.NOT_CONFIGURED;
        assertThat(found()).containsExactly("R12 WARNING");
    }

    @Test
    @DisplayName("R12: a server that does not answer")
    void silent() {
        well.silent = true;
        assertThat(found()).containsExactly("R12 SEVERE");
    }

    @Test
    @DisplayName("R13: secrets")
    void secrets() {
        well.replica.replication = new Admission(true, false, "error 1045");
        assertThat(found()).containsExactly("R13 SEVERE");
        well.replica.replication = new Admission(false, false, "it is typed.");
        assertThat(found()).containsExactly("R13 WARNING");
    }
}
