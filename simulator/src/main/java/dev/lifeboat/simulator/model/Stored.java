package dev.lifeboat.simulator.model;

import dev.lifeboat.builtins.mysql.GtidSet;
import java.time.Instant;
import java.util.List;

/** What is in a server's data directory, whether its process runs or not: rows, what was executed, binary logs. */
public final class Stored {
    private static final int GTID_EXECUTED_NOT_EMPTY = 3546;

    private final Binlog binlog = new Binlog();
    private final Gtids executed = new Gtids();
    private Rows rows = new Rows();
    private Dumps dumps = Dumps.WHOLE;

    /** What becomes of a dump of it. */
    public enum Dumps {
        WHOLE, EMPTY, CUT
    }

    public Dumps dumps() {
        return dumps;
    }

    public void dumps(Dumps from) {
        dumps = from;
    }

    Rows rows() {
        return rows;
    }

    GtidSet executed() {
        return executed.set();
    }

    Binlog binlog() {
        return binlog;
    }

    boolean has(Transaction transaction) {
        return executed.contains(transaction);
    }

    /** Begins with a copy of {@code data}, as if {@code set} had been executed and purged long ago. */
    void beginWith(Rows data, GtidSet set) {
        rows = data.copy();
        executed.addAll(set);
        binlog.beginAfter(set);
    }

    /** {@code SET GLOBAL gtid_purged}. @return MySQL's error number where something is executed already, else 0 */
    public int claim(GtidSet set) {
        if (!executed().isEmpty()) {
            return GTID_EXECUTED_NOT_EMPTY;
        }
        executed.addAll(set);
        binlog.beginAfter(set);
        return 0;
    }

    /** Nothing is there any more that was not there when it was made. */
    void empty() {
        rows = new Rows();
        executed.clear();
        binlog.clear();
    }

    /** @param uuid who commits it */
    Written commit(String uuid, Instant at, List<RowChange> changes) {
        List<RowChange> found = changes.stream()
                .map(change -> change.over(rows.get(change.table(), change.key()).orElse(""))).toList();
        Transaction transaction = new Transaction(uuid, executed.last(uuid) + 1, at, found);
        var error = rows.apply(transaction.changes());
        if (error.isPresent()) {
            return new Written.Refused(error.getAsInt(), "The row could not be written");
        }
        add(transaction, at);
        return new Written.Committed(transaction.gtid(), found.getFirst().key());
    }

    void commitEmpty(GtidSet gtid, Instant at) {
        String source = gtid.sources().getFirst();
        Transaction empty = new Transaction(source, gtid.last(source), at, List.of());
        if (!has(empty)) {
            add(empty, at);
        }
    }

    int apply(Transaction transaction, Instant at) {
        var error = rows.apply(transaction.changes());
        if (error.isEmpty()) {
            add(transaction, at);
        }
        return error.orElse(0);
    }

    private void add(Transaction transaction, Instant at) {
        executed.add(transaction);
        binlog.append(transaction, at);
    }
}
