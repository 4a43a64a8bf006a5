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
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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
        Map<GtidSet, GtidSet> dependants = rows() <= MOST_ROWS ? dependants(files) : Map.of();
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

    private Map<GtidSet, GtidSet> dependants(List<LogFile> files) {
        Map<GtidSet, GtidSet> dependants = new HashMap<>();
        newest.forEach(one -> dependants.put(one.gtid(), GtidSet.EMPTY));
        Map<String, List<GtidSet>> changed = new HashMap<>();
        if (rows() > 0) {
            new LogReading(call, logs).each(files, Wanted.touching(places(files)), later -> {
                Set<GtidSet> touched = new HashSet<>();
                later.rows().forEach(row -> touched.addAll(changed.getOrDefault(row.place(), List.of())));
                touched.forEach(one -> dependants.merge(one, later.gtid(), GtidSet::union));
                if (dependants.containsKey(later.gtid())) {
                    later.rows().stream().map(RowImage::place).distinct()
                            .forEach(place -> changed.computeIfAbsent(place, key -> new ArrayList<>())
                                    .add(later.gtid()));
                }
            });
        }
        return dependants;
    }

    private List<String> places(List<LogFile> files) {
        GtidSet found = newest.stream().map(LoggedTransaction::gtid).reduce(GtidSet.EMPTY, GtidSet::union);
        Set<String> places = new HashSet<>();
        new LogReading(call, logs).each(files, Wanted.rowsOf(found),
                one -> one.rows().forEach(row -> places.add(row.place())));
        return places.stream().sorted().toList();
    }
}
