package dev.lifeboat.builtins.backup;

import dev.lifeboat.builtins.inventory.Inventory.Keep;
import dev.lifeboat.builtins.mysql.GtidSet;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What of a cluster's backups and logs in one store may go. Age alone lets nothing go that a recovery still needs: the newest backup, the newest that is known to be sound, the backup that the oldest logs that
 * are kept build on, and the logs since the newest that is known to be sound: without them nothing leads from it to now. Where none is known to be, all logs stay.
 *
 * @param sound the backups that were found to be sound when they were last read
 */
record Retention(Keep keep, Instant now, List<Manifest> backups, Set<String> sound, List<ArchivedLog> logs) {

    List<ArchivedLog> expiredLogs() {
        Optional<Manifest> proven = newestSound();
        return logs.stream()
                .filter(log -> keep.binlog().filter(age -> isOlder(log.last().or(log::first), age)).isPresent())
                .filter(log -> proven.filter(backup -> backup.executed().contains(log.holds())).isPresent()).toList();
    }

    List<Manifest> expiredBackups() {
        Set<Manifest> needed = needed();
        return backups.stream()
                .filter(one -> keep.full().filter(age -> isOlder(Optional.of(one.ended()), age)).isPresent())
                .filter(one -> !needed.contains(one)).toList();
    }

    /** What holds no transaction has no time, and is as old as its neighbours allow: it goes with what the newest sound backup covers. */
    private boolean isOlder(Optional<Instant> time, Duration age) {
        return time.isEmpty() || time.get().isBefore(now.minus(age));
    }

    private Set<Manifest> needed() {
        Set<Manifest> needed = new HashSet<>();
        newest(backups).ifPresent(needed::add);
        newestSound().ifPresent(needed::add);
        List<ArchivedLog> kept = new ArrayList<>(logs);
        kept.removeAll(expiredLogs());
        base(kept).ifPresent(needed::add);
        return needed;
    }

    private Optional<Manifest> newestSound() {
        return newest(backups.stream().filter(one -> sound.contains(one.id())).toList());
    }

    /** From it on the logs lead to any moment that they have; the newest such one, so that no more of them are needed than are there. */
    private Optional<Manifest> base(List<ArchivedLog> kept) {
        return kept.stream().map(ArchivedLog::holds).filter(holds -> !holds.isEmpty()).reduce(GtidSet::union)
                .flatMap(all -> kept.stream().filter(log -> !log.holds().isEmpty())
                        .min(Comparator.comparing(log -> log.first().orElse(Instant.MAX)))
                        .flatMap(oldest -> newest(backups.stream()
                                .filter(one -> one.executed().intersect(oldest.holds()).isEmpty()
                                        && one.executed().contains(oldest.before()))
                                .toList())
                                .or(() -> newest(backups.stream()
                                        .filter(one -> one.executed().intersect(all).isEmpty()).toList()))));
    }

    private static Optional<Manifest> newest(List<Manifest> some) {
        return some.stream().max(Comparator.comparing(Manifest::began));
    }
}
