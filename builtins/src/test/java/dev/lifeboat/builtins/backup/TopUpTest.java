package dev.lifeboat.builtins.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.lifeboat.builtins.backup.Restoration.Intake;
import dev.lifeboat.builtins.fakes.FakeEstate;
import dev.lifeboat.builtins.fakes.FakeMySqlServer;
import dev.lifeboat.builtins.mysql.GtidSet;
import dev.lifeboat.builtins.mysql.MySqlServer.Answer;
import dev.lifeboat.builtins.mysql.MySqlServer.ReadOnly;
import dev.lifeboat.builtins.mysql.MySqlServer.ThreadState;
import dev.lifeboat.builtins.mysql.ServerTimeline.Epoch;
import dev.lifeboat.builtins.mysql.ServerTimeline.Timeline;
import dev.lifeboat.builtins.mysql.failover.MySqlObservations;
import dev.lifeboat.builtins.store.Store;
import dev.lifeboat.builtins.store.StoreState;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.builtin.Failure.Outcome;
import dev.lifeboat.interpreter.value.Value;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What `backup.top_up` brings, and what it refuses before anything is changed: {@code db3} got 90 transactions of {@code db1}, which is gone, and the archive 110. */
class TopUpTest {
    private static final String A = FakeMySqlServer.uuidOf("db1");
    private static final String B = FakeMySqlServer.uuidOf("db2");
    private static final Intake FOUND = new Intake(1_000, false);
    private static final Instant GONE = FakeMySqlServer.START;
    private final FakeEstate estate = new FakeEstate();
    private final FakeMySqlServer db3 = estate.db3;
    private final FakeLogArchive archive = new FakeLogArchive("s3", log(A, 1, GtidSet.EMPTY, a("1-50")),
            log(A, 2, a("1-50"), a("51-110")));
    private final FakeRestoration restoration = new FakeRestoration("db3", a("1-90"));
    private LogBuiltins words;

    @BeforeEach
    void begin() {
        estate.db1.answer = Answer.REFUSED;
        db3.executed = a("1-90");
        db3.readOnly = ReadOnly.FENCED;
        db3.channel.orElseThrow().received = a("61-90");
        db3.channel.orElseThrow().receiver = ThreadState.OFF;
        restoration.toppedUp = transactions -> {
            db3.calls.add("topUp " + transactions + (db3.readOnly.superReadOnly() ? " refused" : "")
                    + (restoration.intake.equals(Intake.ALL) ? "" : " too large"));
            db3.executed = db3.executed.union(transactions).subtract(restoration.loses);
        };
        estate.call.with(restoration, archive);
        words = new LogBuiltins(estate.inventory());
    }

    private static GtidSet a(String numbers) {
        return GtidSet.parse(A + ":" + numbers);
    }

    private static GtidSet b(String numbers) {
        return GtidSet.parse(B + ":" + numbers);
    }

    /** Committed a minute before the primary was gone, the first; the second ten seconds before it, and so on. */
    private static ArchivedLog log(String server, int file, GtidSet before, GtidSet holds) {
        Optional<Instant> at = Optional.of(GONE.minusSeconds(file == 1 ? 60 : 10));
        return new ArchivedLog("s3", "ecommerce", server.equals(A) ? "db1" : "db2", server,
                String.format("binlog.%06d", file), 0, 50, true, before, holds, at, at, new Value.Size(10), "", "1");
    }

    private TopUp toppedUp() {
        return words.topUp(estate.call, db3, new NamedStore("s3"));
    }

    private Failure failure() {
        Failure failure = catchThrowableOfType(Failure.class, this::toppedUp);
        assertThat(failure).isNotNull();
        assertThat(failure.hint()).isNotEmpty();
        return failure;
    }

    private void refused(String why) {
        assertThat(failure()).hasMessage("`db3` gets nothing out of store `s3`: " + why + ".");
        assertThat(db3.calls).isEmpty();
        assertThat(estate.call.inverses).isEmpty();
    }

    @Test
    void whatItLacksIsBroughtWhileNobodyElseWrites() {
        TopUp added = toppedUp();

        assertThat(added).isEqualTo(
                new TopUp(20, a("91-110"), Optional.of(GONE.minusSeconds(10)), GtidSet.EMPTY));
        assertThat(db3.calls).containsExactly("setReadOnly on", "topUp " + a("91-110"), "setReadOnly on");
        assertThat(db3.readOnly).isEqualTo(ReadOnly.FENCED);
        assertThat(restoration.intake).isEqualTo(FOUND);
        assertThat(estate.call.inverses).containsExactly("backup.restore_intake" + List.of(FOUND),
                "mysql.restore_read_only" + List.of(ReadOnly.FENCED));
        assertThat(estate.call.done).last()
                .isEqualTo("db3: got 20 transactions that nobody had sent it out of store s3: "
                        + a("91-110") + "; it has all that was committed until 2026-01-01T02:59:50Z");
    }

    @Test
    void lessIsLostAfterwards() {
        estate.db2.answer = Answer.NO_ROUTE;
        estate.call.facts.put("gone_by", new Value.Timestamp(GONE));
        db3.channel.orElseThrow().lastQueued = Optional.of(GONE.minusSeconds(55));
        MySqlObservations observations = new MySqlObservations(estate.inventory());
        assertThat(observations.elect(estate.call, estate.cluster(), Optional.empty(), Optional.empty()).loss())
                .isEqualTo(Duration.ofSeconds(56));
        toppedUp();

        var election = observations.elect(estate.call, estate.cluster(), Optional.empty(), Optional.empty());
        assertThat(election.loss()).isEqualTo(Duration.ofSeconds(11));
        assertThat(election.lossBasis()).startsWith("the newest archived commit that `db3` has is 10s older than");
        assertThat(estate.call.facts).containsEntry("loss", new Value.Span(Duration.ofSeconds(11)));
    }

    @Test
    void whereNothingIsLackingNothingIsChanged() {
        db3.executed = a("1-120");
        assertThat(toppedUp()).isEqualTo(
                new TopUp(0, GtidSet.EMPTY, Optional.of(GONE.minusSeconds(10)), GtidSet.EMPTY));
        assertThat(db3.calls).isEmpty();
        assertThat(estate.call.done).containsExactly("db3: has all that store s3 has");
    }

    @Test
    void itGoesOnFromWhatIsThere() {
        db3.executed = a("1-101");
        assertThat(toppedUp().added()).isEqualTo(a("102-110"));
    }

    @Test
    void oneThatTakesWritesIsRefused() {
        db3.readOnly = ReadOnly.WRITABLE;
        refused("it takes writes: from then on it has a history of its own");
    }

    @Test
    void oneThatStillReceivesIsRefused() {
        db3.channel.orElseThrow().receiver = ThreadState.ON;
        refused("it still receives from `db1`");
        db3.channel.orElseThrow().receiver = ThreadState.CONNECTING;
        refused("it still tries to receive from `db1`");
    }

    @Test
    void oneWhoseApplierIsBrokenIsRefused() {
        db3.channel.orElseThrow().applierError = 1032;
        refused("its applier stands still with error 1032, row not found");
    }

    @Test
    void oneThatWasNotDrainedIsRefused() {
        db3.received("db1", 95);
        refused("it has received 5 transactions that it has not applied");
    }

    @Test
    void nobodysReplicaIsRefused() {
        db3.channel = Optional.empty();
        refused("it is nobody's replica");
    }

    @Test
    void oneThatIsHalfRestoredIsRefused() {
        db3.halfRestored = true;
        assertThat(catchThrowableOfType(Failure.class, this::toppedUp)).hasMessageContaining("It is half restored");
        assertThat(db3.calls).isEmpty();
    }

    @Test
    void anArchiveWithoutLogsOfItsClusterIsRefused() {
        archive.logs = List.of();
        refused("there are no binary logs of its cluster");
    }

    @Test
    void logsOfAnotherHistoryAreRefused() {
        archive.logs = List.of(log(B, 1, GtidSet.EMPTY, b("1-500")));
        refused("nothing that it has executed is known there: the logs are those of another history");
    }

    @Test
    void errantTransactionsAreTold() {
        db3.executed = a("1-90").union(b("1"));
        refused("it has " + b("1") + ", which the logs of `db1` there do not know, and lacks " + a("91-110")
                + ", which they do: their histories have parted");
    }

    /** As after a restore in place. */
    @Test
    void theSameNumbersOfATimelineThatWasLeftAreRefused() {
        db3.timeline = new Timeline(true,
                List.of(new Epoch(2, "x", A, GONE.minusSeconds(5), "restored in place", a("1-80"))));
        refused("what it lacks was committed before epoch 2 began, which it is in (restored in place): "
                + "it belongs to the timeline that was left then");
        db3.timeline = new Timeline(true,
                List.of(new Epoch(2, "x", A, GONE.minusSeconds(30), "restored in place", a("1-80"))));
        assertThat(toppedUp().transactions()).isEqualTo(20);
    }

    @Test
    void aHistoryThatItWroteItselfIsRefused() {
        GtidSet own = GtidSet.parse(db3.uuid + ":1-3");
        archive.logs = List.of(log(A, 1, GtidSet.EMPTY, a("1-90").union(own)));
        refused("it wrote a part of that itself, " + own
                + ", and has it no more: what it writes next would have GTIDs that others know as something else");
    }

    @Test
    void aHoleIsRefused() {
        archive.logs = List.of(log(A, 1, GtidSet.EMPTY, a("1-92")), log(A, 3, a("1-100"), a("101-110")));
        refused("there is a hole between what it has and what is there: " + a("93-100")
                + " is in none of the logs, " + a("101-110") + " stands behind it");
    }

    @Test
    void aHoleInWhatItHasDoesNoHarm() {
        archive.logs = List.of(log(A, 1, GtidSet.EMPTY, a("1-20")), log(A, 3, a("1-60"), a("61-110")));
        assertThat(toppedUp().added()).isEqualTo(a("91-110"));
    }

    @Test
    void logsThatWentAnotherWayAreLeftOutAndTold() {
        archive.logs = List.of(log(A, 1, GtidSet.EMPTY, a("1-110")),
                log(B, 1, GtidSet.EMPTY, a("1-80").union(b("1-3"))));
        TopUp added = toppedUp();
        assertThat(added.added()).isEqualTo(a("91-110"));
        assertThat(added.leftOut()).isEqualTo(b("1-3"));
        assertThat(estate.call.done).contains("s3: has logs that went another way, and were left out: " + b("1-3"));
    }

    /** {@code db2} was archived, too: it has more of what {@code db1} wrote, and an errant transaction. */
    @Test
    void whatItsSourceWroteComesOutOfAnyLogsAndNothingElse() {
        archive.logs = List.of(log(A, 1, GtidSet.EMPTY, a("1-110")),
                log(B, 1, GtidSet.EMPTY, a("1-115").union(b("1"))));
        TopUp added = toppedUp();
        assertThat(added.added()).isEqualTo(a("91-115"));
        assertThat(added.leftOut()).isEqualTo(b("1"));
    }

    /** {@code db1} took over from {@code db2}, whose last transactions it did not have. */
    @Test
    void whatWasLostInAFormerFailoverStaysLost() {
        db3.executed = b("1-40");
        db3.channel.orElseThrow().received = GtidSet.EMPTY;
        archive.logs = List.of(log(B, 1, GtidSet.EMPTY, b("1-45")));
        TopUp added = toppedUp();
        assertThat(added.transactions()).isZero();
        assertThat(added.leftOut()).isEqualTo(b("41-45"));

        archive.logs = List.of(log(B, 1, GtidSet.EMPTY, b("1-45")), log(A, 1, b("1-40"), a("1-3")));
        added = toppedUp();
        assertThat(added.added()).isEqualTo(a("1-3"));
        assertThat(added.leftOut()).isEqualTo(b("41-45"));
    }

    @Test
    void whatIsThereInTheEndIsComparedAndTheServerIsClosed() {
        restoration.loses = a("110");
        Failure failure = failure();
        assertThat(failure).hasMessage("`db3` was to get all that store `s3` has, and lacks " + a("110") + ".");
        assertThat(failure.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(db3.readOnly).isEqualTo(ReadOnly.FENCED);
    }

    @Test
    void whatBreaksOffLeavesTheServerClosed() {
        restoration.toppedUp = transactions -> {
            throw Failure.unknown("It broke off.");
        };
        assertThat(catchThrowableOfType(Failure.class, this::toppedUp)).hasMessage("It broke off.");
        assertThat(restoration.intake).isEqualTo(FOUND);
        assertThat(db3.readOnly).isEqualTo(ReadOnly.FENCED);
    }

    private record NamedStore(String name) implements Store {
        @Override
        public StoreState state() {
            throw new UnsupportedOperationException("Only its name counts.");
        }

        @Override
        public void release() {
            throw new UnsupportedOperationException("Only its name counts.");
        }

        @Override
        public boolean released() {
            return true;
        }
    }
}
