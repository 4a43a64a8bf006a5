package dev.lifeboat.simulator.model;

import dev.lifeboat.builtins.mysql.GtidSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A server's binary log: what its replicas are sent, in this order. */
public final class Binlog {
    private final List<Entry> entries = new ArrayList<>();
    private final Gtids purged = new Gtids();
    /** How many entries are purged: they are still counted, so that a reader's position stays right. */
    private int first;

    /** @param written when this server committed it, as source or as replica */
    public record Entry(Transaction transaction, Instant written) {}

    void append(Transaction transaction, Instant written) {
        entries.add(new Entry(transaction, written));
    }

    /** One past the last position. */
    public int end() {
        return entries.size();
    }

    /** The first position that is still there. */
    public int first() {
        return first;
    }

    public Entry at(int position) {
        return entries.get(position);
    }

    public GtidSet purged() {
        return purged.set();
    }

    /** Counts {@code set} as executed before this log began. */
    void beginAfter(GtidSet set) {
        purged.addAll(set);
    }

    /** Those of {@code among} that wrote outside of schema {@code lifeboat}, or that are no longer here. */
    GtidSet clientWrites(GtidSet among) {
        Gtids own = new Gtids();
        entries.subList(first, entries.size()).stream().map(Entry::transaction).filter(Transaction::isLifeboats)
                .forEach(own::add);
        return among.subtract(own.set());
    }

    /** {@code RESET BINARY LOGS AND GTIDS}. */
    void clear() {
        first = entries.size();
        purged.clear();
    }

    /** {@code PURGE BINARY LOGS}: all that there is now. */
    void purge() {
        entries.subList(first, entries.size()).forEach(entry -> purged.add(entry.transaction()));
        first = entries.size();
    }
}
