package dev.lifeboat.cli.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.builtins.lab.Await;
import dev.lifeboat.builtins.lab.LabServer;
import dev.lifeboat.cli.Invocation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The runbook `readiness` on real MySQL servers, first well, then with traps on them. */
@Timeout(300)
class ReadinessIT {
    static final Path RUNBOOK = Path.of("..", "runbooks", "readiness.runbook");
    private static final int FAILED = 4;

    @Test
    @DisplayName("traps that the next failover would fall into are each told, with what to do; without them nothing severe is found")
    void traps() throws Exception {
        try (Estate estate = Estate.start(2, Map.of()).allowed(RUNBOOK)) {
            Invocation narrow = Invocation.of(estate.starts("run", RUNBOOK));
            assertThat(narrow.status()).as(narrow.all()).isEqualTo(FAILED);
            assertThat(letters(estate).lines().filter(line -> line.contains("SEVERE: "))).hasSize(3)
                    .allMatch(line -> line.contains("lacks what a failover needs: PROCESS, CONNECTION_ADMIN"));
            estate.allowed(RUNBOOK, Estate.RUNBOOK);
            Files.delete(estate.journal());
            Files.delete(letterbox(estate));
            estate.server("db1").execute("CREATE DEFINER = app EVENT shop.close_day ON SCHEDULE EVERY 1 DAY DO DO 0");
            Invocation well = Invocation.of(estate.starts("run", RUNBOOK));
            assertThat(well.status()).as(well.all()).isZero();
            assertThat(letters(estate)).as(well.all()).doesNotContain("SEVERE:").contains("R4, WARNING",
                    "R12, WARNING");
            assertThat(estate.server("db2").query("SELECT name FROM lifeboat.record WHERE kind = 'EVENT'"))
                    .extracting(row -> row.get("name")).contains("shop.close_day");

            set(estate);
            Files.delete(estate.journal());
            Files.delete(letterbox(estate));
            Invocation trapped = Invocation.of(estate.starts("run", RUNBOOK));
            assertThat(trapped.status()).as(trapped.all()).isEqualTo(FAILED);
            assertThat(letters(estate).lines().filter(line -> line.matches("R\\d+, (SEVERE|WARNING): .*")))
                    .as(letters(estate)).anyMatch(told("R2, SEVERE: `db2` comes up writable", "OFF is persisted"))
                    .anyMatch(told("R2, SEVERE: `db3`", "option file does not say `super_read_only=ON`"))
                    .anyMatch(told("R2, WARNING: `db3` takes replication up again"))
                    .anyMatch(told("R3, WARNING: `db3`", "relay_log_recovery=ON"))
                    .anyMatch(told("R4, SEVERE: The receiver of `db2` gives up after 10 attempts"))
                    .anyMatch(told("R5, SEVERE: `db2` has transactions that the primary neither wrote nor has"))
                    .anyMatch(told("R5, SEVERE: `db2` lacks accounts", "`app@%`"))
                    .anyMatch(told("R8, WARNING: Event `shop.close_day` ran at the last check"))
                    .anyMatch(told(
                            "R12, SEVERE: Lifeboat's account on `db3` lacks what a failover needs: CONNECTION_ADMIN"));
        }
    }

    private static java.util.function.Predicate<String> told(String... parts) {
        return line -> List.of(parts).stream().allMatch(line::contains);
    }

    private static void set(Estate estate) throws SQLException, IOException {
        LabServer db1 = estate.server("db1");
        LabServer db2 = estate.server("db2");
        LabServer db3 = estate.server("db3");
        db1.execute("ALTER DEFINER = app EVENT shop.close_day DISABLE");
        db2.replica().awaitAppliedFrom(db1);
        db3.replica().awaitAppliedFrom(db1);
        db2.execute("SET SESSION sql_log_bin = OFF", "SET GLOBAL super_read_only = OFF", "DROP USER app",
                "SET SESSION sql_log_bin = ON", "INSERT INTO shop.orders (id, note) VALUES (-1, 'an errant one')",
                "SET GLOBAL super_read_only = ON", "SET PERSIST_ONLY read_only = OFF", "STOP REPLICA",
                "CHANGE REPLICATION SOURCE TO SOURCE_RETRY_COUNT = 10, SOURCE_CONNECT_RETRY = 60", "START REPLICA");
        db3.stop();
        List<String> lines = Files.readAllLines(db3.optionFile()).stream()
                .filter(line -> !line.startsWith("super_read_only") && !line.startsWith("skip_replica_start"))
                .collect(Collectors.toList());
        lines.add("relay_log_recovery = ON");
        Files.write(db3.optionFile(), lines);
        db3.start();
        db3.execute("SET SESSION sql_log_bin = OFF", "REVOKE CONNECTION_ADMIN ON *.* FROM lifeboat",
                "SET GLOBAL super_read_only = ON");
        for (LabServer replica : List.of(db2, db3)) {
            Await.until(replica + " receives", Duration.ofSeconds(20),
                    () -> replica.replica().receiver().equals("Yes"));
        }
    }

    private static Path letterbox(Estate estate) {
        return estate.journal().resolveSibling("letters.txt");
    }

    private static String letters(Estate estate) throws IOException {
        return Files.readString(letterbox(estate));
    }
}
