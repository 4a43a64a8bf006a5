package dev.lifeboat.builtins.mysql.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.lifeboat.builtins.lab.LabAccounts;
import dev.lifeboat.builtins.lab.LabServer;
import dev.lifeboat.builtins.lab.MySqlLab;
import dev.lifeboat.builtins.lab.ServerPlan;
import dev.lifeboat.interpreter.lease.FileLeaseStore;
import dev.lifeboat.interpreter.lease.Leases;
import dev.lifeboat.interpreter.lease.ThisProcess;
import dev.lifeboat.interpreter.world.Lease;
import dev.lifeboat.interpreter.world.SystemClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two operators, two processes, one store and one server: each is stopped, woken and killed at any moment, and each takes from the other what it can. */
class LeaseContentionIT {
    private static final int ROUNDS = Boolean.getBoolean("long") ? 1_000 : 100;
    private static final int MOST_MILLIS = 30_000;
    private final Random random = new Random();
    private final Process[] operators = new Process[2];
    private MySqlLab lab;
    private LabServer db1;
    private Path folder;

    @BeforeEach
    void start() throws Exception {
        lab = MySqlLab.start(ServerPlan.primary("db1").with("binlog_rows_query_log_events", "ON"));
        db1 = lab.server("db1");
        db1.execute("GRANT ALL ON shop.* TO " + LabAccounts.LIFEBOAT,
                "CREATE TABLE shop.contest (id BIGINT AUTO_INCREMENT PRIMARY KEY, operator VARCHAR(20))");
        folder = Files.createDirectory(lab.folder().resolve("leases"));
    }

    @AfterEach
    void end() {
        if (lab != null) {
            lab.close();
        }
    }

    private void operator(int number) throws IOException {
        operators[number] = lab.start(lab.folder().resolve("operator" + number + "-" + random.nextLong() + ".log"),
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1", "-Xmx64m", "-cp", System.getProperty("java.class.path"),
                Contender.class.getName(), folder.toString(), Integer.toString(db1.port()), "operator" + number);
    }

    @Test
    void noStatementOfAFormerHolderTakesEffectAfterTheTakeoversFirst() throws Exception {
        operator(0);
        operator(1);
        awaitEpochAfter(1);
        for (int round = 0; round < ROUNDS; round++) {
            long before = epoch();
            disturb(random.nextInt(2));
            awaitEpochAfter(before);
        }
        theDeadIsTold();

        List<Long> epochs = new WrittenEpochs(db1).of("shop.contest");
        assertThat(epochs).isSorted();
        assertThat(new HashSet<>(epochs)).as("epochs in which something was written")
                .hasSizeGreaterThan(ROUNDS / 2);
        assertThat(said()).contains(Contender.REFUSED, Contender.ENDED, "killed, gone after");
    }

    /** Stopped for a while, mostly; now and then killed, and another comes in its place. */
    private void disturb(int number) throws Exception {
        if (random.nextInt(10) == 0) {
            kill(operators[number]);
            operator(number);
        } else {
            signal("-STOP", operators[number]);
            TimeUnit.MILLISECONDS.sleep(random.nextInt(400));
            signal("-CONT", operators[number]);
        }
    }

    private static void signal(String signal, Process process) throws Exception {
        new ProcessBuilder("kill", signal, Long.toString(process.pid())).start().waitFor();
    }

    private static void kill(Process process) throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    private void awaitEpochAfter(long before) throws Exception {
        long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(MOST_MILLIS);
        while (epoch() <= before) {
            assertThat(System.nanoTime()).as("nobody takes over: %s", said()).isLessThan(until);
            TimeUnit.MILLISECONDS.sleep(5);
        }
    }

    private long epoch() throws IOException {
        Path own = folder.resolve(Contender.CLUSTER);
        if (!Files.isDirectory(own)) {
            return 0;
        }
        try (Stream<Path> files = Files.list(own)) {
            return files.filter(file -> file.toString().endsWith(".claim")).count();
        }
    }

    private void theDeadIsTold() throws Exception {
        kill(operators[0]);
        kill(operators[1]);
        SystemClock clock = new SystemClock();
        Leases leases = new Leases(Contender.CLUSTER, FileLeaseStore.open(folder, Contender.CLUSTER), clock);
        Lease.Refused refused = catchThrowableOfType(Lease.Refused.class,
                () -> leases.acquire(ThisProcess.claim("late", "late", clock.now())).close());
        if (refused != null) {
            assertThat(refused).hasMessageContaining("That process has ended without giving it back.");
        }
    }

    private String said() throws IOException {
        StringBuilder said = new StringBuilder();
        try (Stream<Path> files = Files.list(lab.folder())) {
            for (Path log : files.filter(file -> file.toString().endsWith(".log")).toList()) {
                said.append(Files.readString(log));
            }
        }
        return said.toString();
    }
}
