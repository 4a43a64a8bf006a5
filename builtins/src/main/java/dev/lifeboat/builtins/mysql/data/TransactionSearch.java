package dev.lifeboat.builtins.mysql.data;

import dev.lifeboat.builtins.mysql.BinaryLogs;
import dev.lifeboat.builtins.mysql.BinaryLogs.LogFile;
import dev.lifeboat.builtins.mysql.BinaryLogs.Wanted;
import dev.lifeboat.builtins.mysql.GtidSet;
import dev.lifeboat.builtins.mysql.LoggedTransaction;
import dev.lifeboat.builtins.mysql.RowImage;
import dev.lifeboat.interpreter.builtin.Call;
import dev.lifeboat.interpreter.value.Texts;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Looks for transactions in a server's binary logs, and for those that built on them. */
public final class TransactionSearch {
    static final int MOST = 500;
    private static final int MOST_ROWS = 20_000;
    private final Call call;
    private final BinaryLogs logs;
    private final Deque<LoggedTransaction> newest = new ArrayDeque<>();
    private long count;

    public TransactionSearch(Call call, BinaryLogs logs) {
        this.call = call;
        this.logs = logs;
    }

    /** The newest first. */
    public List<FoundTransaction> find(Wanted wanted) {
        List<LogFile> files = since(wanted.from(), logs.files());
        new LogReading(call, logs).each(files, wanted, this::keep);
        Map<GtidSet, GtidSet> dependants = rows() <= MOST_ROWS ? dependants(since(found(), files)) : Map.of();
        List<FoundTransaction> found = new ArrayList<>();
        newest.forEach(one -> found.add(FoundTransaction.of(one,
                dependants.getOrDefault(one.gtid(), GtidSet.EMPTY), dependants.containsKey(one.gtid()))));
        call.did(logs.name(), "has " + Texts.count(count, "such transaction") + " in its binary logs"
                + (count > MOST ? "; the newest " + MOST + " are listed" : ""));
        return found.reversed();
    }

    private void keep(LoggedTransaction found) {
        count++;
        newest.addLast(found);
        if (newest.size() > MOST) {
            newest.removeFirst();
        }
    }

    private GtidSet found() {
        return newest.stream().map(LoggedTransaction::gtid).reduce(GtidSet.EMPTY, GtidSet::union);
    }

    private long rows() {
        return newest.stream().mapToLong(LoggedTransaction::changes).sum();
    }

    /** A file holds what was committed after its first transaction was, and before the next one's. */
    private List<LogFile> since(Optional<Instant> from, List<LogFile> files) {
        if (from.isEmpty()) {
            return files;
        }
        for (int file = files.size() - 1; file > 0; file--) {
            boolean before = logs.read(files.get(file).start(), Wanted.ALL.atMost(1)).transactions().stream()
                    .anyMatch(first -> first.committed().isBefore(from.get()));
            if (before) {
                return files.subList(file, files.size());
            }
        }
        return files;
    }

    /** From the file on that has the first of these. */
    private static List<LogFile> since(GtidSet transactions, List<LogFile> files) {
        long before = files.stream().skip(1).takeWhile(file -> file.before().intersect(transactions).isEmpty()).count();
        return files.subList((int) before, files.size());
    }

    /** Of those of which all are known. */
    private Map<GtidSet, GtidSet> dependants(List<LogFile> files) {
        Map<GtidSet, Set<String>> changed = changed(files);
        Map<GtidSet, GtidSet> dependants = new HashMap<>();
        changed.keySet().forEach(one -> dependants.put(one, GtidSet.EMPTY));
        List<String> places = changed.values().stream().flatMap(Set::stream).distinct().sorted().toList();
        if (!places.isEmpty()) {
            Map<String, List<GtidSet>> earlier = new HashMap<>();
            new LogReading(call, logs).each(files, Wanted.touching(places), later -> {
                Set<String> touched = places(later);
                touched.stream().flatMap(place -> earlier.getOrDefault(place, List.of()).stream()).distinct()
                        .forEach(one -> dependants.merge(one, later.gtid(), GtidSet::union));
                if (changed.containsKey(later.gtid())) {
                    touched.forEach(place -> earlier.computeIfAbsent(place, key -> new ArrayList<>())
                            .add(later.gtid()));
                }
            });
        }
        return dependants;
    }

    /** The rows of each that was found, where all of them can be told by their primary keys: a later change of a row has nothing else in common with an earlier one. */
    private Map<GtidSet, Set<String>> changed(List<LogFile> files) {
        Map<GtidSet, Set<String>> changed = new HashMap<>();
        if (rows() > 0) {
            new LogReading(call, logs).each(files, Wanted.rowsOf(found()), one -> {
                if (one.whole() && one.statements().isEmpty() && one.rows().stream().allMatch(RowImage::keyed)) {
                    changed.put(one.gtid(), places(one));
                }
            });
        }
        return changed;
    }

    private static Set<String> places(LoggedTransaction one) {
        return one.rows().stream().flatMap(row -> row.places().stream()).collect(Collectors.toSet());
    }
}
