package dev.lifeboat.builtins.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.lifeboat.builtins.backup.Restoration.Phase;
import dev.lifeboat.builtins.fakes.FakeEstate;
import dev.lifeboat.builtins.mysql.GtidSet;
import dev.lifeboat.builtins.mysql.MySqlServer.ReadOnly;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.builtin.Failure.Outcome;
import dev.lifeboat.interpreter.value.Value;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What `backup.apply_binlogs` applies, and what it refuses before anything is applied: {@code db3} was restored from a backup of a server of which nothing is left but its logs. */
class ApplyBinlogsTest {
    private static final String A = "aaaaaaaa-0000-0000-0000-000000000000";
    private static final String B = "bbbbbbbb-0000-0000-0000-000000000000";
    private final FakeEstate estate = new FakeEstate();
    private final FakeRestoration restoration = new FakeRestoration("db3", a("1-10"));
    private final FakeLogArchive archive = new FakeLogArchive("san", log(A, 1, GtidSet.EMPTY, a("1-20")),
            log(A, 2, a("1-20"), a("21-30")));
    private LogBuiltins words;

    @BeforeEach
    void begin() {
        estate.db3.channel = Optional.empty();
        estate.db3.readOnly = ReadOnly.FENCED;
        estate.call.with(restoration, archive);
        words = new LogBuiltins(estate.inventory());
    }

    private static GtidSet a(String numbers) {
        return GtidSet.parse(A + ":" + numbers);
    }

    private static ArchivedLog log(String server, int file, GtidSet before, GtidSet holds) {
        return log(server, file, 0, before, holds);
    }

    private static ArchivedLog log(String server, int file, long from, GtidSet before, GtidSet holds) {
        Optional<Instant> at = Optional.of(Instant.EPOCH.plusSeconds(file));
        return new ArchivedLog("san", "ecommerce", "old", server, String.format("binlog.%06d", file), from,
                from + 50, true,
                before, holds, at, at, new Value.Size(10), "", "1");
    }

    private GtidSet applied(Optional<GtidSet> before, GtidSet without) {
        return words.applyBinlogs(estate.call, estate.db3, before, Optional.of(without), Optional.empty());
    }

    private Failure failure(Optional<GtidSet> before, GtidSet without) {
        Failure failure = catchThrowableOfType(Failure.class, () -> applied(before, without));
        assertThat(failure).isNotNull();
        assertThat(failure.hint()).isNotEmpty();
        return failure;
    }

    private void refused(String why, Optional<GtidSet> before, GtidSet without) {
        assertThat(failure(before, without)).hasMessage("No binary logs are applied to `db3`: " + why + ".");
        assertThat(restoration.applied).isEmpty();
    }

    private void refused(String why) {
        refused(why, Optional.empty(), GtidSet.EMPTY);
    }

    @Test
    void allThatIsThereIsApplied() {
        assertThat(applied(Optional.empty(), GtidSet.EMPTY)).isEqualTo(a("1-30"));
        assertThat(restoration.applied).containsExactly(a("11-30"));
        assertThat(estate.call.done).last().isEqualTo("db3: has executed 20 archived transactions: " + a("11-30"));
    }

    @Test
    void whatWasToBeLeftOutIs() {
        assertThat(applied(Optional.of(a("25")), a("12:14-15"))).isEqualTo(a("1-11:13:16-24"));
        assertThat(restoration.applied).containsExactly(a("11:13:16-24"));
    }

    @Test
    void whereNothingIsLackingNothingIsDone() {
        assertThat(applied(Optional.of(a("11")), GtidSet.EMPTY)).isEqualTo(a("1-10"));
        assertThat(restoration.applied).isEmpty();
        assertThat(estate.call.done).last().isEqualTo("db3: has all that was to be applied");
    }

    @Test
    void whatBrokeOffIsBroughtToItsEnd() {
        restoration.phase = Phase.APPLYING;
        assertThat(applied(Optional.of(a("11")), GtidSet.EMPTY)).isEqualTo(a("1-10"));
        assertThat(restoration.applied).containsExactly(GtidSet.EMPTY);
    }

    @Test
    void aServerThatWasNotRestoredIsRefused() {
        restoration.phase = Phase.NONE;
        refused("it was not restored from a backup");
        restoration.backup = Optional.empty();
        refused("it was not restored from a backup");
    }

    @Test
    void oneThatIsHalfRestoredIsRefused() {
        restoration.phase = Phase.LOADING;
        refused("it is half restored");
    }

    @Test
    void oneThatTakesWritesIsRefused() {
        estate.db3.readOnly = ReadOnly.WRITABLE;
        refused("it takes writes: from then on it has a history of its own");
    }

    @Test
    void oneThatFollowsAnotherIsRefused() {
        estate.db3.follows(estate.db1);
        refused("it follows another server");
    }

    @Test
    void severalTransactionsAreNoPlaceToStop() {
        refused("`before` has to be one transaction, and names 2 transactions", Optional.of(a("12-13")),
                GtidSet.EMPTY);
    }

    @Test
    void anArchiveWithoutLogsIsRefused() {
        archive.logs = List.of();
        refused("store `san` has no binary logs of `ecommerce`");
    }

    @Test
    void serversThatHaveGoneDifferentWaysAreRefused() {
        GtidSet own = GtidSet.parse(B + ":1");
        archive.logs = List.of(log(A, 1, GtidSet.EMPTY, a("1-30")), log(B, 1, GtidSet.EMPTY, a("1-20").union(own)));
        refused("the servers whose logs are in store `san` have gone different ways: " + own
                + " stands in the logs of one, and another that is further does not have it");
        assertThat(applied(Optional.empty(), own)).isEqualTo(a("1-30"));
    }

    @Test
    void whatHasTheMistakeAlreadyIsRefused() {
        refused("it has already executed what must not be there, " + a("7"), Optional.of(a("7")), GtidSet.EMPTY);
        refused("it has already executed what must not be there, " + a("9-10"), Optional.empty(), a("9-12"));
    }

    @Test
    void whatDoesNotBelongToThatHistoryIsRefused() {
        GtidSet own = GtidSet.parse(B + ":1");
        restoration.executed = a("1-10").union(own);
        refused("it has executed what does not belong to that history, " + own);
    }

    @Test
    void aHistoryThatItWroteItselfIsRefused() {
        GtidSet own = GtidSet.parse(estate.db3.state().identity().uuid() + ":1-3");
        archive.logs = List.of(log(A, 1, GtidSet.EMPTY, a("1-30").union(own)));
        refused("it wrote a part of that history itself, " + own
                + ": what it writes next would have GTIDs that others know as something else");
    }

    @Test
    void aHoleInTheArchiveIsRefused() {
        archive.logs = List.of(log(A, 1, GtidSet.EMPTY, a("1-20")), log(A, 3, a("1-25"), a("26-30")));
        refused("the archive in store `san` has a hole: " + a("21-30") + " is in none of its logs");
        assertThat(applied(Optional.of(a("18")), GtidSet.EMPTY)).isEqualTo(a("1-17"));
    }

    @Test
    void whatStandsBehindAHoleOfUnknownContentIsRefused() {
        archive.logs = List.of(log(A, 1, 0, GtidSet.EMPTY, a("1-20")), log(A, 1, 70, GtidSet.EMPTY, a("26-30")));
        refused("the archive in store `san` has a hole: " + a("26-30") + " stands behind it");
    }

    @Test
    void whatIsThereInTheEndIsCompared() {
        restoration.loses = a("30");
        Failure failure = failure(Optional.empty(), GtidSet.EMPTY);
        assertThat(failure).hasMessage(
                "`db3` was to have " + a("1-30") + " in the end, and has " + a("1-29") + ".");
        assertThat(failure.outcome()).isEqualTo(Outcome.UNKNOWN);
    }
}
