package dev.lifeboat.builtins.backup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.builtins.lab.LabServer;
import dev.lifeboat.builtins.lab.MySqlLab;
import dev.lifeboat.builtins.lab.ServerPlan;
import dev.lifeboat.builtins.store.LabBucket;
import dev.lifeboat.grammar.Rounds;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A backup as Lifeboat takes it, in a process with 512 MB of heap, beside the pipeline {@code mysqldump | gzip | openssl enc -aes-256-cbc}, in turns on the same server. What it came to goes to the
 * console and to {@code builtins/target/backup-pipeline.md}; nothing is asserted by the clock.
 */
class BackupPipelineIT {
    private static final int MEGABYTES = Rounds.of(50, 1000);
    private static final int LEAST_MEGABYTES = MEGABYTES * 8 / 10;
    private static final int ROUNDS = Rounds.of(1, 3);
    /** Of the rows that are multiplied. */
    private static final int FIRST = 12_000;
    private static final int BYTES_OF_A_ROW = 420;
    private final List<String> lines = new ArrayList<>();
    @TempDir
    private Path folder;

    @Test
    void aBackupTakesBoundedMemoryAndComesBackAsItWas() throws Exception {
        try (MySqlLab lab = MySqlLab.start(
                ServerPlan.primary("db1").with("innodb_buffer_pool_size", "256M").with("max_binlog_size", "64M")
                        .with("innodb_flush_log_at_trx_commit", "2").with("sync_binlog", "0"),
                ServerPlan.spare("db4").with("innodb_flush_log_at_trx_commit", "2").with("sync_binlog", "0"))) {
            LabServer db1 = lab.server("db1");
            fill(db1);
            Path keys = folder.resolve("keys");
            SealKeys sealed = SealKeys.create();
            Files.writeString(keys, sealed.text());
            tell("| what | ms | MB of SQL a second | MB in the store | peak of the heap, MB |");
            tell("|---|---|---|---|---|");
            for (int round = 0; round < ROUNDS; round++) {
                pipeline(lab, db1);
                take(db1, keys, 1, folder.resolve("store" + round).toString());
            }
            for (int level = 2; level <= 4 && Rounds.of(0, 1) == 1; level++) {
                take(db1, keys, level, folder.resolve("level" + level).toString());
            }
            run("verify", db1, keys, 1, folder.resolve("store0").toString());
            if (Rounds.of(0, 1) == 1) {
                toS3(db1, keys);
            }
            comesBack(db1, lab.server("db4"), sealed, folder.resolve("store0"));
            Files.write(Path.of("target/backup-pipeline.md"), lines);
        }
    }

    /** Texts as shops have them: some that repeat and some that do not. */
    private static void fill(LabServer server) throws Exception {
        server.execute(
                "CREATE TABLE shop.bulk (id INT PRIMARY KEY AUTO_INCREMENT, at DATETIME(6), price DECIMAL(10,2), "
                        + "token CHAR(64), name VARCHAR(100), note TEXT, code VARBINARY(32))",
                "SET SESSION cte_max_recursion_depth = 1000000", "INSERT INTO shop.bulk (at) VALUES (NOW(6))",
                "DELETE FROM shop.bulk");
        String select = "NOW(6) - INTERVAL FLOOR(RAND() * 1e8) SECOND, RAND() * 1000, SHA2(RAND(), 256), "
                + "CONCAT('Customer ', FLOOR(RAND() * 1e6), ' of ', ELT(1 + FLOOR(RAND() * 4), 'Berlin', 'Paris', 'Oslo', 'Rome')), "
                + "CONCAT('Ordered by telephone; ''ring twice''. Reference ', UUID(), ', shelf ', FLOOR(RAND() * 999), "
                + "', to be delivered before noon to the back door, where somebody waits. ', FLOOR(RAND() * 1e9)), "
                + "UNHEX(SUBSTRING(SHA2(RAND(), 256), 1, 32))";
        server.execute(
                "INSERT INTO shop.bulk (at, price, token, name, note, code) SELECT /*+ SET_VAR(cte_max_recursion_depth = 1000000) */ "
                        + select + " FROM (WITH RECURSIVE n AS (SELECT 1 AS i UNION ALL SELECT i + 1 FROM n WHERE i < "
                        + FIRST
                        + ") SELECT i FROM n) numbers");
        long wanted = MEGABYTES * 1_000_000L / BYTES_OF_A_ROW;
        for (long rows = FIRST; rows < wanted; rows += Math.min(FIRST * 4L, rows)) {
            server.execute("INSERT INTO shop.bulk (at, price, token, name, note, code) SELECT " + select
                    + " FROM (SELECT id FROM shop.bulk LIMIT " + Math.min(FIRST * 4L, Math.min(rows, wanted - rows))
                    + ") some");
        }
    }

    private void pipeline(MySqlLab lab, LabServer server) throws Exception {
        Path secret = Files.writeString(folder.resolve("secret"), "correct horse\n");
        Path file = folder.resolve("pipeline.enc");
        String dump = lab.distribution().program("mysqldump").orElseThrow() + " --no-defaults --host=127.0.0.1 --port="
                + server.port()
                + " --user=root --single-transaction --source-data=2 --routines --events --triggers --hex-blob "
                + "--set-gtid-purged=ON --flush-privileges --all-databases";
        long began = System.nanoTime();
        Process process = new ProcessBuilder("sh", "-c", dump + " | gzip | openssl enc -aes-256-cbc -pbkdf2 -pass file:"
                + secret + " -out " + file).redirectError(Redirect.INHERIT).start();
        assertThat(process.waitFor()).isZero();
        tell("mysqldump, gzip, openssl", (System.nanoTime() - began) / 1_000_000, 0, Files.size(file), 0);
    }

    private void take(LabServer server, Path keys, int level, String store) throws Exception {
        run("take", server, keys, level, store);
    }

    private void run(String action, LabServer server, Path keys, int level, String store) throws Exception {
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m", "-D" + ClientProgram.FOLDER + "=" + System.getProperty(ClientProgram.FOLDER), "-cp",
                System.getProperty("java.class.path"), BackupRun.class.getName(), action, keys.toString(),
                String.valueOf(server.port()), server.uuid(), String.valueOf(level), store)
                .redirectError(Redirect.INHERIT).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        long[] figures = List.of(said.strip().split(" ")).stream().mapToLong(Long::parseLong).toArray();
        assertThat(figures[1]).isGreaterThan(LEAST_MEGABYTES * 1_000_000L);
        tell("Lifeboat, " + action + ", level " + level + (store.matches("\\d+") ? ", S3" : ""), figures[0], figures[1],
                figures[2], figures[3]);
    }

    private void toS3(LabServer server, Path keys) throws Exception {
        LabBucket bucket = LabBucket.start(Files.createDirectories(folder.resolve("s3")));
        try {
            run("take", server, keys, 1, String.valueOf(bucket.port()));
            run("verify", server, keys, 1, String.valueOf(bucket.port()));
        } finally {
            bucket.stop();
        }
    }

    private void tell(String what, long millis, long sql, long stored, long heap) {
        tell("| %s | %d | %s | %d | %s |".formatted(what, millis, sql == 0 ? "" : String.valueOf(sql / 1000 / millis),
                stored / 1_000_000, heap == 0 ? "" : String.valueOf(heap / 1_000_000)));
    }

    private void tell(String line) {
        lines.add(line);
        System.out.println(line);
    }

    /** By the client itself: what Lifeboat does around it is tested elsewhere. */
    private void comesBack(LabServer from, LabServer to, SealKeys keys, Path store) throws Exception {
        var backups = new StoredBackups(new StoredBackups.Parts(
                new dev.lifeboat.builtins.store.DirectoryStore("san", store), new TinkSeal(() -> keys), null,
                other -> java.util.Optional.empty(), new dev.lifeboat.interpreter.world.SystemClock(), progress -> {}));
        to.execute("SET GLOBAL super_read_only = OFF", "SET GLOBAL read_only = OFF");
        Process client = new ProcessBuilder(ClientProgram.find("mysql"), "--no-defaults", "--host=127.0.0.1",
                "--port=" + to.port(), "--user=root", "--binary-mode", "--max-allowed-packet=1G")
                .redirectOutput(Redirect.DISCARD).redirectError(Redirect.INHERIT).start();
        try (InputStream sql = backups.sql(backups.manifests("shop").getFirst());
                var onto = client.getOutputStream()) {
            sql.transferTo(onto);
        } catch (IOException gone) {
            throw new IllegalStateException("The client ended with " + client.waitFor(), gone);
        }
        assertThat(client.waitFor()).isZero();
        for (String table : List.of("shop.bulk", "shop.orders")) {
            List<Map<String, String>> sum = to.query("CHECKSUM TABLE " + table);
            assertThat(sum).isEqualTo(from.query("CHECKSUM TABLE " + table));
        }
    }
}
