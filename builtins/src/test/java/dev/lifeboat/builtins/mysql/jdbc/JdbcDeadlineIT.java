package dev.lifeboat.builtins.mysql.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.lifeboat.builtins.inventory.Inventory.Address;
import dev.lifeboat.builtins.inventory.Inventory.Tls;
import dev.lifeboat.builtins.lab.CutPort;
import dev.lifeboat.builtins.lab.LabAccounts;
import dev.lifeboat.builtins.lab.LabServer;
import dev.lifeboat.builtins.lab.MySqlLab;
import dev.lifeboat.builtins.lab.ServerPlan;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.builtin.Failure.Outcome;
import dev.lifeboat.interpreter.world.Clock;
import dev.lifeboat.interpreter.world.SystemClock;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A limit is no lie: what is said to have ended has ended, and where nobody knows, that is said. */
class JdbcDeadlineIT {
    private static final Duration LIMIT = Duration.ofSeconds(2);
    private static final Duration AND_A_LITTLE = LIMIT.plusSeconds(2);
    private static final String FOREVER = "DO SLEEP(600)";
    private static final String ORDER = "UPDATE lifeboat.canary SET note = 'changed'";
    private static MySqlLab lab;
    private static LabServer db1;
    private static CutPort way;
    private final Clock clock = new SystemClock();

    @BeforeAll
    static void start() throws Exception {
        lab = MySqlLab.start(ServerPlan.primary("db1"));
        db1 = lab.server("db1");
        way = CutPort.to(db1);
        Preparation.prepare(new JdbcSession(login(db1.port()), new SystemClock()));
        db1.execute("INSERT INTO lifeboat.canary (server, written, note) VALUES ('', NOW(6), 'as it was')");
    }

    @AfterAll
    static void end() throws Exception {
        if (lab != null) {
            way.close();
            lab.close();
        }
    }

    @AfterEach
    void makeWell() throws Exception {
        way.heal();
        db1.thaw();
        db1.start();
    }

    private static JdbcLogin login(int port) {
        return new JdbcLogin("db1", new Address("127.0.0.1", port), LabAccounts.LIFEBOAT,
                () -> LabAccounts.LIFEBOAT_PASSWORD, Tls.PREFER);
    }

    private JdbcSession session() {
        return new JdbcSession(login(way.port()), clock);
    }

    @Test
    void aStatementThatSleepsIsKilled() throws Exception {
        Failure failure = endsInTime(() -> session().observe("sleep", LIMIT, run(FOREVER)));

        assertThat(failure).hasMessageContaining("The time was up before `db1` answered: could not sleep.");
        assertThat(failure.outcome()).isEqualTo(Outcome.NOT_DONE);
        assertThat(failure.evidence()).singleElement().asString()
                .matches("thread \\d+ on db1 killed, gone after \\d\\.\\d s");
        assertThat(running(FOREVER)).isZero();
    }

    @Test
    void aChangeThatWaitsForALockIsKilledAndNothingIsChanged() throws Exception {
        try (Connection other = db1.connect()) {
            other.setAutoCommit(false);
            other.createStatement().execute("SELECT * FROM lifeboat.canary FOR UPDATE");
            Failure failure = endsInTime(() -> clock.within(LIMIT, () -> session().change("change it", run(ORDER))));

            assertThat(failure.outcome()).isEqualTo(Outcome.UNKNOWN);
            assertThat(failure.evidence().getFirst()).contains("killed, gone");
            assertThat(running(ORDER)).isZero();
        }
        assertThat(db1.value("SELECT note FROM lifeboat.canary")).isEqualTo("as it was");
    }

    @Test
    void aShutdownMeanwhileLeavesAChangeUnknown() throws Exception {
        try (Connection other = db1.connect()) {
            other.setAutoCommit(false);
            other.createStatement().execute("SELECT * FROM lifeboat.canary FOR UPDATE");
            Failure failure = failure(
                    () -> session().change("change it", after(Duration.ofMillis(200), db1::stop, ORDER)));

            assertThat(failure.outcome()).isEqualTo(Outcome.UNKNOWN);
        }
    }

    @Test
    void aServerThatIsFrozenMeanwhileIsGivenUp() throws Exception {
        Failure failure = endsInTime(() -> session().change("sleep", after(LIMIT.dividedBy(4), db1::freeze)));

        assertThat(failure.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(failure.evidence()).singleElement().asString()
                .contains(
                        "could not be killed, it may be STILL RUNNING: it accepted the connection and did not answer");
        db1.thaw();
        assertThat(running(FOREVER)).as("as it was told").isOne();
        db1.kill();
    }

    @Test
    void aServerThatIsCutOffMeanwhileIsGivenUp() throws Exception {
        Failure failure = endsInTime(() -> session().change("sleep", after(LIMIT.dividedBy(4), () -> way.cut())));

        assertThat(failure.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(failure.evidence().getFirst()).contains("STILL RUNNING: no answer from 127.0.0.1:");
        assertThat(running(FOREVER)).as("as it was told").isOne();
        db1.kill();
    }

    @Test
    void aServerThatIsKilledMeanwhileIsNotWaitedFor() throws Exception {
        JdbcSession direct = new JdbcSession(login(db1.port()), clock);
        Failure change = failure(() -> direct.change("sleep", after(Duration.ofMillis(200), db1::kill)));
        assertThat(change).hasMessageContaining("Could not sleep on `db1`").hasMessageContaining("connection broke");
        assertThat(change.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(change.evidence().getFirst()).contains("ended with its server: nothing listens");

        db1.start();
        Failure look = failure(() -> direct.observe("sleep", after(Duration.ofMillis(200), db1::kill)));
        assertThat(look.outcome()).isEqualTo(Outcome.NOT_DONE);
    }

    @Test
    void anInterruptedTaskEndsItsStatementFirst() throws Exception {
        CompletableFuture<Failure> ended = new CompletableFuture<>();
        CompletableFuture<Boolean> stillInterrupted = new CompletableFuture<>();
        Clock.Task task = clock.fork("sleeper", () -> {
            ended.complete(failure(() -> session().change("sleep", run(FOREVER))));
            stillInterrupted.complete(Thread.currentThread().isInterrupted());
        });
        clock.sleep(Duration.ofMillis(500));
        task.cancel();
        Instant began = clock.now();
        task.join();

        assertThat(Duration.between(began, clock.now())).isLessThan(Duration.ofSeconds(4));
        assertThat(ended.get().outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(ended.get().evidence().getFirst()).contains("killed, gone");
        assertThat(stillInterrupted.get()).isTrue();
        assertThat(running(FOREVER)).isZero();
    }

    @Test
    void noTimeIsLeftIsToldAsThat() {
        Failure failure = failure(() -> clock.within(Duration.ZERO, () -> session().observe("look", run("DO 1"))));

        assertThat(failure).hasMessage("The time was up before `db1` was asked: could not look.");
    }

    @Test
    void aThreadOfAServerThatWasRestartedIsNotAnothersSession() throws Exception {
        JdbcThread thread = thread();
        db1.kill();
        clock.sleep(Duration.ofSeconds(3));
        db1.start();

        assertThat(thread.kill()).isEqualTo(thread + " ended with its server, which has been restarted");
    }

    @Test
    void aThreadOfAnotherServerIsLeftAlone() throws Exception {
        JdbcThread thread = thread();

        assertThat(new JdbcThread(thread.ways(), thread.id(), "another", thread.uptime(), thread.known()).kill())
                .contains("was not killed: the address now leads to another server");
        assertThat(thread.kill()).isEqualTo(thread + " had ended by itself");
    }

    private static JdbcThread thread() throws SQLException {
        JdbcWays ways = new JdbcWays(login(db1.port()), Optional.empty());
        try (Connection connection = ways.open(LIMIT)) {
            return JdbcThread.of(ways, connection);
        }
    }

    private static JdbcSession.Work<Void> run(String sql) {
        return connection -> {
            connection.createStatement().execute(sql);
            return null;
        };
    }

    private interface Disaster {
        void happen() throws Exception;
    }

    /** Sleeps, and meanwhile that happens. */
    private JdbcSession.Work<Void> after(Duration delay, Disaster disaster) {
        return after(delay, disaster, FOREVER);
    }

    private JdbcSession.Work<Void> after(Duration delay, Disaster disaster, String sql) {
        return connection -> {
            Executors.newVirtualThreadPerTaskExecutor().submit(() -> {
                clock.sleep(delay);
                disaster.happen();
                return null;
            });
            return run(sql).on(connection);
        };
    }

    private Failure endsInTime(Runnable call) {
        Instant began = clock.now();
        Failure failure = failure(() -> clock.within(LIMIT, () -> {
            call.run();
            return null;
        }));
        assertThat(Duration.between(began, clock.now())).isBetween(LIMIT, AND_A_LITTLE);
        return failure;
    }

    private static Failure failure(Runnable call) {
        Failure failure = catchThrowableOfType(Failure.class, call::run);
        assertThat(failure).isNotNull();
        return failure;
    }

    private static int running(String statement) throws SQLException {
        return db1.query("SELECT ID FROM performance_schema.processlist WHERE INFO = '" + statement.replace("'", "''")
                + "'").size();
    }
}
