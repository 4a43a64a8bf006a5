package dev.lifeboat.builtins.backup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.builtins.lab.LabServer;
import dev.lifeboat.builtins.lab.MySqlLab;
import dev.lifeboat.builtins.lab.ServerPlan;
import dev.lifeboat.builtins.store.DirectoryStore;
import dev.lifeboat.builtins.store.LabBucket;
import dev.lifeboat.builtins.store.ObjectStore;
import dev.lifeboat.grammar.Rounds;
import dev.lifeboat.interpreter.world.SystemClock;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A backup as Lifeboat takes it, in a process with 512 MB of heap, beside the pipeline {@code mysqldump | gzip | openssl enc -aes-256-cbc}, in turns on the same server. What it came to goes to the
 * console and to {@code builtins/target/backup-pipeline.md}; nothing is asserted by the clock. Each time is that of whole processes, their start included.
 */
class BackupPipelineIT {
    private static final int MEGABYTES = Rounds.of(50, 1000);
    private static final int ROUNDS = Rounds.of(1, 3);
    private static final boolean LONG = Rounds.of(0, 1) == 1;
    /** Of the rows that are multiplied. */
    private static final int FIRST = 12_000;
    private static final int LEAST_BYTES_OF_A_ROW = 340;
    private final List<String> lines = new ArrayList<>();
    @TempDir
    private Path folder;
    private BackupProcess process;

    @Test
    void aBackupTakesBoundedMemoryAndComesBackAsItWas() throws Exception {
        try (MySqlLab lab = MySqlLab.start(servers())) {
            LabServer db1 = lab.server("db1");
            fill(db1);
            Path keys = folder.resolve("keys");
            SealKeys sealed = SealKeys.create();
            Files.writeString(keys, sealed.text());
            process = new BackupProcess(keys, db1.port(), db1.uuid(), folder.resolve("classes.aot"));
            process.makeArchive(store(0).toString());
            tell("| what | ms | MB of SQL a second | MB in the store | peak of the heap, MB |");
            tell("|---|---|---|---|---|");
            for (int round = 0; round < ROUNDS; round++) {
                long began = System.nanoTime();
                pipeline(lab, db1);
                tell("mysqldump, gzip, openssl", began);
                run("take", 1, store(round).toString());
            }
            for (int level = 2; level <= 4 && LONG; level++) {
                run("take", level, folder.resolve("level" + level).toString());
            }
            run("verify", 1, store(0).toString());
            comesBack(db1, lab.server("db4"), sealed, new DirectoryStore("san", store(0)));
            if (LONG) {
                throughS3(lab, db1, sealed);
            }
            Files.write(Path.of("target/backup-pipeline.md"), lines);
        }
    }

    private static ServerPlan[] servers() {
        ServerPlan full = ServerPlan.primary("db1").with("innodb_buffer_pool_size", "256M").with("max_binlog_size",
                "64M");
        Stream<ServerPlan> spares = Stream.of("db4", "db5").limit(LONG ? 2 : 1).map(ServerPlan::spare);
        return Stream.concat(Stream.of(full), spares)
                .map(server -> server.with("innodb_flush_log_at_trx_commit", "2").with("sync_binlog", "0"))
                .toArray(ServerPlan[]::new);
    }

    private Path store(int round) {
        return folder.resolve("store" + round);
    }

    private Path piped() {
        return folder.resolve("pipeline.enc");
    }

    /** S3Proxy has no process of its own. What the pipeline has made is brought there in one request. */
    private void throughS3(MySqlLab lab, LabServer db1, SealKeys sealed) throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            LabBucket bucket = LabBucket.start(Files.createDirectories(folder.resolve("s3-" + round)));
            process = process.with(folder.resolve("classes-s3-" + round + ".aot"));
            process.makeArchive(String.valueOf(bucket.port()));
            long began = System.nanoTime();
            pipeline(lab, db1);
            bucket.put(piped());
            tell("mysqldump, gzip, openssl, brought to S3", began);
            run("take", 1, String.valueOf(bucket.port()));
            if (round == ROUNDS - 1) {
                run("verify", 1, String.valueOf(bucket.port()));
                comesBack(db1, lab.server("db5"), sealed, LabBucket.at(bucket.port()));
            }
            bucket.stop();
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
        long wanted = MEGABYTES * 1_000_000L / LEAST_BYTES_OF_A_ROW;
        for (long rows = FIRST; rows < wanted; rows += Math.min(FIRST * 4L, rows)) {
            server.execute("INSERT INTO shop.bulk (at, price, token, name, note, code) SELECT " + select
                    + " FROM (SELECT id FROM shop.bulk LIMIT " + Math.min(FIRST * 4L, Math.min(rows, wanted - rows))
                    + ") some");
        }
    }

    private void pipeline(MySqlLab lab, LabServer server) throws Exception {
        Path secret = Files.writeString(folder.resolve("secret"), "correct horse\n");
        String dump = lab.distribution().program("mysqldump").orElseThrow() + " --no-defaults --host=127.0.0.1 --port="
                + server.port()
                + " --user=root --single-transaction --source-data=2 --routines --events --triggers --hex-blob "
                + "--set-gtid-purged=ON --flush-privileges --all-databases";
        Process process = new ProcessBuilder("sh", "-c", dump + " | gzip | openssl enc -aes-256-cbc -pbkdf2 -pass file:"
                + secret + " -out " + piped()).redirectError(Redirect.INHERIT).start();
        assertThat(process.waitFor()).isZero();
    }

    private void run(String action, int level, String store) throws Exception {
        long began = System.nanoTime();
        long[] figures = process.run(action, level, store);
        assertThat(figures[0]).isGreaterThan(MEGABYTES * 1_000_000L);
        tell("Lifeboat, " + action + ", level " + level + (store.matches("\\d+") ? ", S3" : ""), millis(began),
                figures[0], figures[1], figures[2]);
    }

    private static long millis(long began) {
        return (System.nanoTime() - began) / 1_000_000;
    }

    /** Of the pipeline. */
    private void tell(String what, long began) throws IOException {
        tell(what, millis(began), 0, Files.size(piped()), 0);
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
    private void comesBack(LabServer from, LabServer to, SealKeys keys, ObjectStore store) throws Exception {
        var backups = new StoredBackups(new StoredBackups.Parts(
                store, new TinkSeal(() -> keys), null, other -> Optional.empty(), new SystemClock(), progress -> {}));
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
