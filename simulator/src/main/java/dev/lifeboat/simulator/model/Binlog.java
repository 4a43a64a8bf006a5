package dev.lifeboat.simulator.model;

import dev.lifeboat.builtins.mysql.GtidSet;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A server's binary log: what its replicas are sent, in this order, and the files that it lies in. */
public final class Binlog {
    private final List<Entry> entries = new ArrayList<>();
    private final List<File> files = new ArrayList<>();
    private final Gtids purged = new Gtids();
    private final Gtids seen = new Gtids();
    /** How long the entries before each one are in all, as far as somebody asked. */
    private final List<Long> lengths = new ArrayList<>(List.of(0L));
    /** How many entries are purged: they are still counted, so that a reader's position stays right. */
    private int first;
    private int number;

    /** @param written when this server committed it, as source or as replica */
    public record Entry(Transaction transaction, Instant written) {}

    /**
     * A file of it, which ends where the next one begins.
     *
     * @param first  the position of its first transaction
     * @param before all that had been executed when it was begun
     */
    public record File(String name, int first, GtidSet before) {}

    Binlog() {
        begin();
    }

    private void begin() {
        files.add(new File(String.format(Locale.ROOT, "binlog.%06d", ++number), entries.size(), seen.set()));
    }

    void append(Transaction transaction, Instant written) {
        entries.add(new Entry(transaction, written));
        seen.add(transaction);
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

    /** Oldest first; the last one is being written. */
    public List<File> files() {
        return List.copyOf(files);
    }

    public Optional<File> file(String name) {
        return files.stream().filter(file -> file.name().equals(name)).findFirst();
    }

    /** The one behind it. */
    public Optional<File> after(File file) {
        return files.stream().skip(files.indexOf(file) + 1L).findFirst();
    }

    /** One past the position of its last transaction. */
    public int end(File file) {
        return after(file).map(File::first).orElse(entries.size());
    }

    /** Where the transaction at {@code position} begins in the file, in bytes; of the one behind the last, where the file ends so far. */
    public long offset(File file, int position) {
        return BinlogFormat.head(file).length + lengthBefore(position) - lengthBefore(file.first());
    }

    /** The position of the first transaction that does not begin before that offset. */
    public int position(File file, long offset) {
        int low = file.first();
        int high = end(file);
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (offset(file, middle) < offset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** How large it is, in bytes. */
    public long size(File file) {
        long transactions = offset(file, end(file));
        return after(file).map(next -> transactions + BinlogFormat.rotation(next, transactions).length)
                .orElse(transactions);
    }

    private long lengthBefore(int position) {
        for (int next = lengths.size(); next <= position; next++) {
            lengths.add(lengths.getLast() + BinlogFormat.transaction(entries.get(next - 1).transaction(), 0).length);
        }
        return lengths.get(position);
    }

    /** A file from an offset on, at which it or a transaction begins: as many whole transactions as begin before there are {@code most} bytes. */
    public Piece piece(File file, long from, long most) {
        int first = position(file, from);
        int next = first;
        while (next < end(file) && offset(file, next) - from < most) {
            next++;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(from == 0 ? BinlogFormat.head(file) : new byte[0]);
        for (int position = first; position < next; position++) {
            bytes.writeBytes(BinlogFormat.transaction(at(position).transaction(), offset(file, position)));
        }
        boolean closed = next == end(file) && after(file).isPresent();
        if (closed && from <= offset(file, next)) {
            bytes.writeBytes(BinlogFormat.rotation(after(file).orElseThrow(), offset(file, next)));
        }
        return new Piece(bytes.toByteArray(), closed,
                entries.subList(first, next).stream().map(Entry::transaction).toList());
    }

    /** @param closed whether it ends as a file that another one follows */
    public record Piece(byte[] bytes, boolean closed, List<Transaction> transactions) {}

    public GtidSet purged() {
        return purged.set();
    }

    /** Counts {@code set} as executed before this log began. */
    void beginAfter(GtidSet set) {
        purged.addAll(set);
        seen.addAll(set);
        files.clear();
        number--;
        begin();
    }

    /** Those of {@code among} that wrote outside of schema {@code lifeboat}, or that are no longer here. */
    GtidSet clientWrites(GtidSet among) {
        Gtids own = new Gtids();
        entries.subList(first, entries.size()).stream().map(Entry::transaction).filter(Transaction::isLifeboats)
                .forEach(own::add);
        return among.subtract(own.set());
    }

    /** {@code FLUSH LOCAL BINARY LOGS}: what follows goes to another file. */
    public void rotate() {
        begin();
    }

    /** {@code RESET BINARY LOGS AND GTIDS}. */
    void clear() {
        first = entries.size();
        purged.clear();
        seen.clear();
        files.clear();
        number = 0;
        begin();
    }

    /** {@code PURGE BINARY LOGS}: all that there is now. */
    void purge() {
        entries.subList(first, entries.size()).forEach(entry -> purged.add(entry.transaction()));
        first = entries.size();
        files.clear();
        begin();
    }
}
