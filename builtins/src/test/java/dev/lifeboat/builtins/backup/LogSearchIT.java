package dev.lifeboat.builtins.backup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.builtins.lab.LabAccounts;
import dev.lifeboat.builtins.lab.LabServer;
import dev.lifeboat.builtins.lab.MySqlLab;
import dev.lifeboat.builtins.lab.ServerPlan;
import dev.lifeboat.builtins.mysql.GtidSet;
import dev.lifeboat.grammar.Rounds;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A deletion in the midst of many logs, as Lifeboat finds it with what depends on it in a process with 512 MB of heap, beside {@code mysqlbinlog | grep} over the server's own files, which finds the deletion alone. What
 * it came to goes to the console and to {@code builtins/target/log-search.md}; nothing is asserted by the clock. Each time is that of whole processes.
 */
class LogSearchIT {
    private static final long MEGABYTES = Rounds.of(30, 10_000);
    private static final int ROWS = 10_000;
    private static final int ROWS_OF_A_TRANSACTION = 50;
    private final List<String> lines = new ArrayList<>();
    @TempDir
    private Path folder;

    @Test
    void aDeletionIsFoundInBoundedMemory() throws Exception {
        try (MySqlLab lab = MySqlLab.start(ServerPlan.primary("db1").with("max_binlog_size", "256M")
                .with("innodb_flush_log_at_trx_commit", "2").with("sync_binlog", "0"))) {
            LabServer db1 = lab.server("db1");
            LabAccounts.allow(lab, "backup.binlogs", "backup.find_transactions");
            GtidSet deletion = fill(db1);
            Path keys = Files.writeString(folder.resolve("keys"), SealKeys.create().text());
            tell("| what | ms | MB of logs a second | MB in the store | peak of the heap, MB |");
            tell("|---|---|---|---|---|");
            byHand(lab, db1);
            run("archive", db1, keys);
            assertThat(run("search", db1, keys)).containsExactly(deletion + " " + following(deletion));
            Files.write(Path.of("target/log-search.md"), lines);
        }
    }

    /** A table without storage leaves nothing but its logs. @return the deletion */
    private static GtidSet fill(LabServer db1) throws SQLException {
        db1.execute("CREATE TABLE shop.some (id INT PRIMARY KEY, token CHAR(64), note VARCHAR(200))",
                "INSERT INTO shop.some SELECT /*+ SET_VAR(cte_max_recursion_depth = 1000000) */ i, SHA2(RAND(), 256), "
                        + "CONCAT('Ordered by telephone; reference ', UUID(), ', to be delivered before noon.') FROM "
                        + "(WITH RECURSIVE n AS (SELECT 1 AS i UNION ALL SELECT i + 1 FROM n WHERE i < " + ROWS
                        + ") SELECT i FROM n) numbers",
                "CREATE TABLE shop.sink LIKE shop.some", "ALTER TABLE shop.sink ENGINE = BLACKHOLE",
                "CREATE TABLE shop.rare (id INT PRIMARY KEY, price INT)",
                "INSERT INTO shop.rare VALUES (1, 1), (2, 2)");
        logs(db1, MEGABYTES / 2);
        db1.execute("DELETE FROM shop.rare WHERE id IN (1, 2)");
        GtidSet deletion = newest(db1);
        db1.execute("INSERT INTO shop.rare VALUES (1, 9)");
        logs(db1, MEGABYTES / 2);
        return deletion;
    }

    private static void logs(LabServer db1, long megabytes) throws SQLException {
        long bytesOfARound = ROWS * 170L;
        for (long round = 0; round < megabytes * 1_000_000 / bytesOfARound; round++) {
            db1.execute(transactions());
        }
    }

    private static String[] transactions() {
        String[] statements = new String[ROWS / ROWS_OF_A_TRANSACTION];
        for (int i = 0; i < statements.length; i++) {
            statements[i] = "INSERT INTO shop.sink SELECT * FROM shop.some WHERE id BETWEEN "
                    + (i * ROWS_OF_A_TRANSACTION + 1) + " AND " + (i + 1) * ROWS_OF_A_TRANSACTION;
        }
        return statements;
    }

    private static GtidSet newest(LabServer db1) throws SQLException {
        return GtidSet.of(db1.uuid(), GtidSet.parse(db1.replica().executed()).last(db1.uuid()));
    }

    private static GtidSet following(GtidSet transaction) {
        String uuid = transaction.sources().getFirst();
        return GtidSet.of(uuid, transaction.last(uuid) + 1);
    }

    private void byHand(MySqlLab lab, LabServer db1) throws Exception {
        long began = System.nanoTime();
        Process process = new ProcessBuilder("sh", "-c", lab.distribution().program("mysqlbinlog").orElseThrow()
                + " --base64-output=DECODE-ROWS --verbose " + db1.dataFolder()
                + "/binlog.[0-9]* | grep -c 'DELETE FROM `shop`.`rare`'").redirectError(Redirect.INHERIT).start();
        String found = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        assertThat(process.waitFor()).isZero();
        assertThat(found).isEqualTo("2");
        long size = 0;
        try (var files = Files.newDirectoryStream(db1.dataFolder(), "binlog.[0-9]*")) {
            for (Path file : files) {
                size += Files.size(file);
            }
        }
        tell("mysqlbinlog, grep", began, size, 0, 0);
    }

    /** @return what it said but the last line, which has the figures */
    private List<String> run(String action, LabServer db1, Path keys) throws Exception {
        long began = System.nanoTime();
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m", "-cp", System.getProperty("java.class.path"), LogRun.class.getName(), action,
                keys.toString(), String.valueOf(db1.port()), store()).redirectError(Redirect.INHERIT).start();
        List<String> said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines()
                .toList();
        assertThat(process.waitFor()).isZero();
        long[] figures = List.of(said.getLast().split(" ")).stream().mapToLong(Long::parseLong).toArray();
        assertThat(figures[0]).isGreaterThan(MEGABYTES * 1_000_000L);
        tell("Lifeboat, " + action, began, figures[0], figures[1], figures[2]);
        return said.subList(0, said.size() - 1);
    }

    private String store() throws IOException {
        return Files.createDirectories(folder.resolve("san")).toString();
    }

    private void tell(String what, long began, long logs, long stored, long heap) {
        long millis = (System.nanoTime() - began) / 1_000_000;
        tell("| %s | %d | %d | %s | %s |".formatted(what, millis, logs / 1000 / millis,
                stored == 0 ? "" : String.valueOf(stored / 1_000_000),
                heap == 0 ? "" : String.valueOf(heap / 1_000_000)));
    }

    private void tell(String line) {
        lines.add(line);
        System.out.println(line);
    }
}
