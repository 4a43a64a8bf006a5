package dev.lifeboat.cli.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.builtins.lab.AcknowledgedWriter.Acknowledged;
import dev.lifeboat.builtins.lab.LabServer;
import dev.lifeboat.cli.Invocation;
import dev.lifeboat.interpreter.run.Event;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The runbook `switchover`, on real servers and under load. */
class SwitchoverIT {
    private static final Path RUNBOOK = Path.of("..", "runbooks", "switchover.runbook");
    private static final String APPROVED = """
            approvals:
              agree: {by: infrastructure_manager, answer: yes}
            """;
    private static final int ROWS_A_SECOND = 500;

    @Test
    @DisplayName("Under load no acknowledged row is lost, everybody follows the new primary, its events run there alone, and the gap is said")
    void underLoad() throws Exception {
        try (Estate estate = Estate.start(2, Map.of()).allowed(RUNBOOK)) {
            estate.server("db1").execute(event("close_day", "app", "ENABLE"), event("asleep", "app", "DISABLE"),
                    event("by_root", "root@'127.0.0.1'", "ENABLE"));
            estate.writer().start(ROWS_A_SECOND);
            estate.writer().awaitMore(500);
            Invocation run = Invocation.of(estate.runs(RUNBOOK, APPROVED));
            assertThat(run.status()).as(run.all()).isZero();
            estate.writer().awaitMore(500);
            estate.writer().stop();

            List<Acknowledged> rows = estate.writer().acknowledged();
            assertThat(ids(estate.server("db2"))).containsAll(
                    rows.stream().map(Acknowledged::id).collect(Collectors.toSet()));
            for (String replica : List.of("db1", "db3")) {
                estate.server(replica).replica().awaitAppliedFrom(estate.server("db2"));
                assertThat(ids(estate.server(replica))).isEqualTo(ids(estate.server("db2")));
                assertThat(estate.server(replica).value("SELECT @@GLOBAL.super_read_only")).isEqualTo("1");
            }
            assertThat(events(estate.server("db2"))).as(run.all()).containsEntry("close_day", "ENABLED")
                    .doesNotContainEntry("by_root", "ENABLED").doesNotContainEntry("asleep", "ENABLED");
            assertThat(run.all()).contains("may not run on db2: Not enabled on `db2`: `shop.by_root`.");
            assertThat(estate.server("db2").value("SELECT @@GLOBAL.event_scheduler")).isEqualTo("ON");
            for (String replica : List.of("db1", "db3")) {
                assertThat(events(estate.server(replica))).containsEntry("close_day", "REPLICA_SIDE_DISABLED");
            }
            gapIsSaid(estate, rows);
        }
    }

    private static String event(String name, String definer, String state) {
        return "CREATE DEFINER = " + definer + " EVENT shop." + name + " ON SCHEDULE EVERY 1 DAY " + state
                + " DO DO 1";
    }

    private static Map<String, String> events(LabServer server) throws SQLException {
        return server.query("SELECT EVENT_NAME AS name, STATUS AS status FROM information_schema.EVENTS").stream()
                .collect(Collectors.toMap(row -> row.get("name"), row -> row.get("status")));
    }

    private static Set<Long> ids(LabServer server) throws SQLException {
        return server.query("SELECT id FROM shop.orders").stream().map(row -> Long.valueOf(row.get("id")))
                .collect(Collectors.toSet());
    }

    /** What the application sees is more than what the word says: its endpoint is switched afterwards. */
    private static void gapIsSaid(Estate estate, List<Acknowledged> rows) throws Exception {
        String said = Journals.events(estate.journal(), Event.Did.class).map(Event.Did::what)
                .filter(what -> what.contains("nobody could write for ")).findFirst().orElseThrow();
        Duration longest = Duration.ZERO;
        for (int i = 1; i < rows.size(); i++) {
            Duration between = Duration.between(rows.get(i - 1).at(), rows.get(i).at());
            longest = between.compareTo(longest) > 0 ? between : longest;
        }
        System.out.println("switchover: " + said + "; the application saw " + longest.toMillis() + " ms");
        assertThat(longest).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    @DisplayName("Where a lock keeps the fence waiting nothing is fenced, and the writes go on")
    void aLockInTheWay() throws Exception {
        try (Estate estate = Estate.start(1, Map.of()).allowed(RUNBOOK); var other = estate.server("db1").connect()) {
            estate.writer().start(1);
            estate.writer().awaitMore(1);
            other.createStatement().execute("LOCK TABLES shop.orders WRITE");
            Invocation run = Invocation.of(estate.runs(RUNBOOK, APPROVED));
            assertThat(run.status()).as(run.all()).isNotZero();
            assertThat(run.all()).contains("1205");
            other.createStatement().execute("UNLOCK TABLES");

            assertThat(estate.server("db1").value("SELECT @@GLOBAL.read_only")).isEqualTo("0");
            assertThat(estate.server("db2").value("SELECT @@GLOBAL.super_read_only")).isEqualTo("1");
            assertThat(estate.server("db1").value("SELECT @@GLOBAL.event_scheduler")).isEqualTo("ON");
            estate.writer().awaitMore(2);
        }
    }
}
