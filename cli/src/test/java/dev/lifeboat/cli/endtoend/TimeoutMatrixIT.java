package dev.lifeboat.cli.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.builtins.lab.Await;
import dev.lifeboat.builtins.lab.LabServer;
import dev.lifeboat.interpreter.run.StepState;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever goes wrong while a call waits for MySQL, its step ends with its {@code timeout}, and what is told of the call is so. */
class TimeoutMatrixIT {
    private static final Duration TIMEOUT = Duration.ofSeconds(3);
    private static final Duration TO_END = Duration.ofSeconds(2);
    private static final Duration A_MINUTE = Duration.ofMinutes(1);
    /** Often enough that no wait for the next byte ever lasts long. */
    private static final Duration A_MOMENT = Duration.ofMillis(300);
    private static final Duration TO_BEGIN = Duration.ofSeconds(20);
    private static final String IRREVERSIBLE = "irreversible \"It is a test.\"";
    private static final Pattern THREAD = Pattern.compile("thread (\\d+) on db1 (.*)");
    private static LoneServer lone;
    private static LabServer db1;

    /** A call that waits until it is ended, or until its answer is there. */
    private enum Call {
        OBSERVING("let rows = mysql.query(cluster.primary, \"SELECT SLEEP(%d), note FROM lifeboat.canary\")", ""),
        CHANGING("mysql.execute(cluster.primary, \"UPDATE lifeboat.canary SET note = CONCAT('changed', SLEEP(%d))\")",
                IRREVERSIBLE);

        private final String body;
        private final String handlers;

        Call(String body, String handlers) {
            this.body = body;
            this.handlers = handlers;
        }

        TimedStep run(int seconds) throws IOException {
            return TimedStep.run(lone.folder(), TIMEOUT, body.formatted(seconds), handlers);
        }

        StepState end() {
            return this == CHANGING ? StepState.UNKNOWN : StepState.FAILED;
        }
    }

    private interface Disaster {
        void happen() throws Exception;
    }

    @BeforeAll
    static void start() throws Exception {
        lone = LoneServer.start();
        db1 = lone.server();
    }

    @AfterAll
    static void end() throws Exception {
        if (lone != null) {
            lone.close();
        }
    }

    @AfterEach
    void makeWell() throws Exception {
        lone.makeWell();
    }

    @ParameterizedTest
    @EnumSource(Call.class)
    void aStatementThatSleepsIsKilled(Call call) throws Exception {
        TimedStep step = call.run(600);

        endsWithItsTimeout(step, call);
        isKilled(step);
        assertThat(lone.note()).isEqualTo(LoneServer.NOTE);
    }

    @Test
    void aWaitForALockIsEnded() throws Exception {
        try (Connection other = db1.connect()) {
            other.setAutoCommit(false);
            other.createStatement().execute("SELECT * FROM lifeboat.canary FOR UPDATE");
            TimedStep step = Call.CHANGING.run(0);

            endsWithItsTimeout(step, Call.CHANGING);
            isKilled(step);
        }
        assertThat(lone.note()).isEqualTo(LoneServer.NOTE);
    }

    @Test
    void aLookThatWaitsForALockIsEnded() throws Exception {
        try (Connection other = db1.connect()) {
            other.createStatement().execute("LOCK TABLES lifeboat.canary WRITE");
            TimedStep step = Call.OBSERVING.run(0);

            endsWithItsTimeout(step, Call.OBSERVING);
            isKilled(step);
        }
    }

    @ParameterizedTest
    @EnumSource(Call.class)
    @DisplayName("a stopped server is given up; once it goes on, it may end by itself what sleeps for a client that has gone, done or not")
    void aStoppedServerIsGivenUp(Call call) throws Exception {
        TimedStep step = meanwhile(db1::freeze, call, 600);

        endsWithItsTimeout(step, call);
        assertThat(step.evidence().orElseThrow())
                .endsWith(
                        "could not be killed, it may be STILL RUNNING: it accepted the connection and did not answer");
        db1.thaw();
        db1.kill();
    }

    @Test
    @DisplayName("what a stopped server had begun goes on with it, as was told, where it does not ask for its client")
    void aStoppedServerKeepsWhatItHadBegun() throws Exception {
        try (Connection other = db1.connect()) {
            other.setAutoCommit(false);
            other.createStatement().execute("SELECT * FROM lifeboat.canary FOR UPDATE");
            CompletableFuture<Void> stopped = CompletableFuture.runAsync(() -> happens(() -> {
                Await.until("it waits for the lock", TO_BEGIN,
                        () -> !db1.query("SELECT 1 FROM performance_schema.data_lock_waits").isEmpty());
                db1.freeze();
            }));
            TimedStep step = Call.CHANGING.run(0);
            stopped.join();

            endsWithItsTimeout(step, Call.CHANGING);
            assertThat(step.evidence().orElseThrow()).contains("may be STILL RUNNING");
            db1.thaw();
            assertThat(isListed(step)).as("as it was told").isTrue();
        }
        Await.until("it changes what it was to change", TO_BEGIN,
                () -> lone.note().equals("changed0"));
    }

    @ParameterizedTest
    @EnumSource(Call.class)
    void aServerThatIsCutOffIsGivenUp(Call call) throws Exception {
        lone.takeTheWay();
        TimedStep step = meanwhile(lone.way()::cut, call, 600);

        endsWithItsTimeout(step, call);
        assertThat(step.evidence().orElseThrow()).contains("may be STILL RUNNING: no answer from 127.0.0.1:");
        assertThat(isListed(step)).as("as it was told").isTrue();
        db1.kill();
    }

    @ParameterizedTest
    @MethodSource("calls")
    @DisplayName("an answer of a byte a minute, and one that always moves and never comes, are not waited for")
    void anAnswerThatDribblesIsNotWaitedFor(Call call, Duration between) throws Exception {
        lone.takeTheWay();
        TimedStep step = meanwhile(() -> lone.way().dribble(between), call, 1);

        endsWithItsTimeout(step, call);
        assertThat(step.evidence().orElseThrow()).contains("could not be killed, it may be STILL RUNNING: ");
        assertThat(lone.note())
                .isEqualTo(call == Call.CHANGING ? "changed0" : LoneServer.NOTE);
    }

    static Object[][] calls() {
        return new Object[][]{{Call.OBSERVING, A_MINUTE}, {Call.CHANGING, A_MINUTE}, {Call.OBSERVING, A_MOMENT},
                {Call.CHANGING, A_MOMENT}};
    }

    @Test
    void aConnectionThatDribblesIsNotWaitedFor() throws Exception {
        lone.takeTheWay();
        lone.way().dribble(A_MOMENT);
        TimedStep step = Call.CHANGING.run(600);

        assertThat(step.took()).isLessThan(TIMEOUT.plus(TO_END));
        assertThat(step.end().state()).as("nothing was asked for").isEqualTo(StepState.FAILED);
        assertThat(step.failure().message()).contains("can't be reached");
    }

    @ParameterizedTest
    @EnumSource(Call.class)
    void aServerThatIsKilledIsNotWaitedFor(Call call) throws Exception {
        TimedStep step = meanwhile(db1::kill, call, 600);

        assertThat(step.took()).isLessThan(TIMEOUT);
        assertThat(step.end().state()).isEqualTo(call.end());
        assertThat(step.evidence().orElseThrow()).contains("ended with its server: nothing listens at");
        isOnScreen(step);
    }

    @Test
    void whatVerifySeesAfterwardsIsWhatCounts() throws Exception {
        String verify = "verify { require mysql.query(cluster.primary, \"SELECT note FROM lifeboat.canary\")"
                + " == [[\"changed0\"]] }\n" + IRREVERSIBLE;
        TimedStep undone = TimedStep.run(lone.folder(), TIMEOUT, Call.CHANGING.body.formatted(600), verify);
        assertThat(undone.end().state()).as(undone.screen().all()).isEqualTo(StepState.FAILED);
        assertThat(undone.end().reason()).contains("The time was up");

        lone.takeTheWay();
        CompletableFuture<Void> healed = CompletableFuture.runAsync(() -> happens(() -> {
            begun();
            lone.way().cut();
            Await.until("the change is made", TO_BEGIN,
                    () -> lone.note().equals("changed0"));
            Await.until("it was given up", TO_BEGIN, () -> threads().isEmpty());
            lone.way().heal();
        }));
        TimedStep done = TimedStep.run(lone.folder(), TIMEOUT, Call.CHANGING.body.formatted(1), verify);
        healed.join();
        assertThat(done.end().state()).as(done.screen().all()).isEqualTo(StepState.SUCCEEDED);
    }

    /** The disaster comes as soon as the server carries the statement out. */
    private static TimedStep meanwhile(Disaster disaster, Call call, int seconds) throws Exception {
        CompletableFuture<Void> happened = CompletableFuture.runAsync(() -> happens(() -> {
            begun();
            disaster.happen();
        }));
        TimedStep step = call.run(seconds);
        happened.join();
        return step;
    }

    private static void begun() {
        Await.until("the statement is carried out", TO_BEGIN, () -> !threads().isEmpty());
    }

    private static String threads() throws SQLException {
        return db1.query("SELECT ID FROM performance_schema.processlist WHERE STATE = 'User sleep'").toString()
                .replace("[]", "");
    }

    private static void happens(Disaster disaster) {
        try {
            disaster.happen();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static void endsWithItsTimeout(TimedStep step, Call call) {
        assertThat(step.took()).as(step.screen().all()).isBetween(TIMEOUT.minusMillis(200), TIMEOUT.plus(TO_END));
        assertThat(step.end().state()).as(step.screen().all()).isEqualTo(call.end());
        assertThat(step.failure().message()).contains("The time was up before `db1` answered");
        isOnScreen(step);
    }

    private static void isOnScreen(TimedStep step) {
        assertThat(step.screen().out()).contains(step.evidence().orElseThrow());
    }

    private static void isKilled(TimedStep step) throws SQLException {
        assertThat(step.evidence().orElseThrow()).matches("thread \\d+ on db1 killed, gone after \\d\\.\\d s");
        assertThat(isListed(step)).as("as it was told").isFalse();
    }

    /** Whether the server has the thread of which the evidence tells. */
    private static boolean isListed(TimedStep step) throws SQLException {
        Optional<String> id = step.evidence().map(THREAD::matcher).filter(Matcher::matches)
                .map(found -> found.group(1));
        return !db1.query("SELECT ID FROM performance_schema.processlist WHERE ID = " + id.orElseThrow()).isEmpty();
    }
}
