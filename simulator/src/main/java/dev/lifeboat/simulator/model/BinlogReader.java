package dev.lifeboat.simulator.model;

import dev.lifeboat.builtins.mysql.GtidSet;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.CRC32;

/** Reads the transactions out of the bytes of a binary log of the model, as {@code mysqlbinlog --verify-binlog-checksum} does. */
public final class BinlogReader {
    private static final int LENGTH_AT = 9;
    private final BufferedInputStream in;
    private String source = "";
    private long number;
    private Instant committed = Instant.EPOCH;
    private String table = "";

    /** @param in a file of the log, or the part of one, from the beginning of an event on */
    public BinlogReader(InputStream in) {
        this.in = new BufferedInputStream(in);
    }

    /** What comes next; empty at the end. @throws IOException where an event is damaged, or there in part */
    public Optional<Transaction> next() throws IOException {
        List<RowChange> changes = new ArrayList<>();
        for (Optional<ByteBuffer> event = event(); event.isPresent(); event = event()) {
            ByteBuffer body = event.get();
            int type = body.get(4);
            body.position(BinlogFormat.HEADER);
            switch (type) {
                case BinlogFormat.GTID -> gtid(body);
                case BinlogFormat.TABLE_MAP -> table = table(body);
                case BinlogFormat.INSERT, BinlogFormat.UPDATE, BinlogFormat.DELETE -> changes.add(row(type, body));
                case BinlogFormat.QUERY -> dropped(body).ifPresent(changes::add);
                default -> {
                }
            }
            boolean dropped = !changes.isEmpty() && changes.getLast().kind() == RowChange.Kind.DROP;
            if (type == BinlogFormat.XID || dropped) {
                return Optional.of(new Transaction(source, number, committed, changes));
            }
        }
        return Optional.empty();
    }

    private Optional<ByteBuffer> event() throws IOException {
        skipMagic();
        byte[] header = in.readNBytes(BinlogFormat.HEADER);
        if (header.length == 0) {
            return Optional.empty();
        }
        if (header.length < BinlogFormat.HEADER) {
            throw new IOException("An event is there in part.");
        }
        int length = ByteBuffer.wrap(header).order(ByteOrder.LITTLE_ENDIAN).getInt(LENGTH_AT);
        ByteBuffer event = buffer(header, in.readNBytes(Math.max(0, length - BinlogFormat.HEADER)));
        verify(event, length);
        return Optional.of(event.limit(length - BinlogFormat.CHECKSUM));
    }

    /** One file may follow another. */
    private void skipMagic() throws IOException {
        in.mark(BinlogFormat.MAGIC.length);
        if (!Arrays.equals(in.readNBytes(BinlogFormat.MAGIC.length), BinlogFormat.MAGIC)) {
            in.reset();
        }
    }

    private static ByteBuffer buffer(byte[] one, byte[] other) {
        return ByteBuffer.allocate(one.length + other.length).order(ByteOrder.LITTLE_ENDIAN).put(one).put(other)
                .rewind();
    }

    private static void verify(ByteBuffer event, int length) throws IOException {
        CRC32 checksum = new CRC32();
        checksum.update(event.array(), 0, Math.max(0, event.capacity() - BinlogFormat.CHECKSUM));
        if (event.capacity() != length || event.getInt(length - BinlogFormat.CHECKSUM) != (int) checksum.getValue()) {
            throw new IOException("Event crc check failed! Most likely there is event corruption.");
        }
    }

    private void gtid(ByteBuffer body) {
        body.get();
        source = new UUID(Long.reverseBytes(body.getLong()), Long.reverseBytes(body.getLong())).toString();
        number = body.getLong();
        body.position(body.position() + 17);
        long micros = 0;
        for (int i = 0; i < 7; i++) {
            micros |= (body.get() & 0xffL) << 8 * i;
        }
        committed = Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }

    private static String table(ByteBuffer body) {
        body.position(body.position() + 8);
        String schema = text(body, body.get());
        body.get();
        return schema + "." + text(body, body.get());
    }

    private RowChange row(int type, ByteBuffer body) {
        body.position(body.position() + 11);
        body.position(body.position() + (type == BinlogFormat.UPDATE ? 2 : 1));
        body.get();
        long key = body.getLong();
        String value = text(body, body.getShort() & 0xffff);
        return switch (type) {
            case BinlogFormat.INSERT -> RowChange.insert(table, key, value);
            case BinlogFormat.DELETE -> RowChange.delete(table, key).over(value);
            default -> {
                body.position(body.position() + 1 + Long.BYTES);
                yield RowChange.update(table, key, text(body, body.getShort() & 0xffff)).over(value);
            }
        };
    }

    private static Optional<RowChange> dropped(ByteBuffer body) {
        body.position(body.position() + 14);
        return RowChange.ofStatement(text(body, body.remaining()));
    }

    private static String text(ByteBuffer body, int length) {
        byte[] text = new byte[length];
        body.get(text);
        return new String(text, StandardCharsets.UTF_8);
    }

    /** The set of all that is in it. */
    public static GtidSet gtids(InputStream in) throws IOException {
        BinlogReader reader = new BinlogReader(in);
        GtidSet set = GtidSet.EMPTY;
        for (Optional<Transaction> next = reader.next(); next.isPresent(); next = reader.next()) {
            set = set.union(next.get().gtid());
        }
        return set;
    }
}
