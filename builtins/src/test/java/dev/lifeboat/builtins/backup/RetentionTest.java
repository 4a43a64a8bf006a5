package dev.lifeboat.builtins.backup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.builtins.inventory.Inventory.Keep;
import dev.lifeboat.builtins.mysql.GtidSet;
import dev.lifeboat.interpreter.value.Value;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A backup a day, whose set ends at 10 times the day; a log a day, with the ten transactions that lead to the next one. */
class RetentionTest {
    private static final Instant START = Instant.parse("2026-11-01T02:00:00Z");
    private static final String UUID = "aaaaaaaa-0000-0000-0000-000000000001";
    private static final Keep KEEP = new Keep(Optional.of(Duration.ofDays(5)), Optional.of(Duration.ofDays(2)));

    private static Manifest backup(int day) {
        return new Manifest("backup-" + day, "san", "shop", "db2", UUID, "", at(day), at(day), upTo(10L * day),
                "binlog.000001", 4, "9.7.4", "mysqldump", new Value.Size(1), new Value.Size(1), "", "1", List.of());
    }

    private static ArchivedLog log(int day) {
        return new ArchivedLog("san", "shop", "db2", UUID, "binlog." + day, 0, 100, true, upTo(10L * day),
                GtidSet.of(UUID, 10L * day + 1, 10L * day + 10), Optional.of(at(day).plusSeconds(60)),
                Optional.of(at(day + 1).minusSeconds(60)), new Value.Size(1), "", "1");
    }

    private static Instant at(int day) {
        return START.plus(Duration.ofDays(day));
    }

    private static GtidSet upTo(long number) {
        return number == 0 ? GtidSet.EMPTY : GtidSet.of(UUID, 1, number);
    }

    private static List<String> backups(Keep keep, int now, List<Manifest> all, Set<String> sound,
            List<ArchivedLog> logs) {
        return new Retention(keep, at(now), all, sound, logs).expiredBackups().stream().map(Manifest::id).toList();
    }

    private static List<Manifest> daily(int... days) {
        return IntStream.of(days).mapToObj(RetentionTest::backup).toList();
    }

    private static List<ArchivedLog> logs(int from, int to) {
        return IntStream.range(from, to).mapToObj(RetentionTest::log).toList();
    }

    @Test
    void whatIsOldGoes() {
        assertThat(backups(KEEP, 10, daily(1, 3, 6, 9), Set.of("backup-9"), logs(8, 10)))
                .containsExactly("backup-1", "backup-3");
    }

    @Test
    void whatIsKeptForEverStays() {
        assertThat(backups(Keep.EVERYTHING, 1000, daily(1, 2), Set.of(), List.of())).isEmpty();
        assertThat(new Retention(Keep.EVERYTHING, at(1000), daily(9), Set.of(), logs(1, 3)).expiredLogs()).isEmpty();
    }

    @Test
    void theNewestStaysHoweverOldItIs() {
        assertThat(backups(KEEP, 100, daily(1, 2), Set.of("backup-2"), List.of())).containsExactly("backup-1");
    }

    @Test
    void theNewestThatIsKnownToBeSoundStays() {
        assertThat(backups(KEEP, 100, daily(1, 2, 3), Set.of("backup-1"), List.of())).containsExactly("backup-2");
    }

    @Test
    void theBackupThatTheOldestLogsBuildOnStays() {
        Keep keep = new Keep(Optional.of(Duration.ofDays(1)), Optional.of(Duration.ofDays(7)));
        assertThat(backups(keep, 10, daily(1, 2, 3, 4, 9), Set.of("backup-9"), logs(4, 10)))
                .containsExactly("backup-1", "backup-2", "backup-3");
    }

    @Test
    void logsSinceTheNewestSoundBackupStayHoweverOldTheyAre() {
        Retention retention = new Retention(KEEP, at(10), daily(1, 5, 8), Set.of("backup-1", "backup-5"), logs(1, 10));
        assertThat(retention.expiredLogs()).extracting(ArchivedLog::file).containsExactly("binlog.1", "binlog.2",
                "binlog.3", "binlog.4");
    }

    @Test
    void logsThatAreYoungStay() {
        Retention retention = new Retention(KEEP, at(10), daily(9), Set.of("backup-9"), logs(1, 10));
        assertThat(retention.expiredLogs()).extracting(ArchivedLog::file).containsExactly("binlog.1", "binlog.2",
                "binlog.3", "binlog.4", "binlog.5", "binlog.6", "binlog.7");
    }

    @Test
    void whereNoBackupIsKnownToBeSoundNoLogGoes() {
        assertThat(new Retention(KEEP, at(1000), daily(9), Set.of(), logs(1, 10)).expiredLogs()).isEmpty();
    }

    @Test
    void withoutAnyBackupNoLogGoes() {
        assertThat(new Retention(KEEP, at(1000), List.of(), Set.of(), logs(1, 10)).expiredLogs()).isEmpty();
    }
}
