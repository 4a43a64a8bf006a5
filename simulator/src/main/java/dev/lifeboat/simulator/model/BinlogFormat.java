package dev.lifeboat.simulator.model;

import dev.lifeboat.builtins.mysql.GtidSet;
import dev.lifeboat.builtins.mysql.GtidSet.Interval;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.zip.CRC32;

/**
 * The bytes of a binary log, as MySQL writes them in row format: what reads a real server's log reads these. A table has a primary key, a BIGINT, and a VARCHAR. What a transaction is written as has
 * the same length wherever it stands.
 */
final class BinlogFormat {
    static final int QUERY = 2;
    static final int ROTATE = 4;
    static final int FORMAT_DESCRIPTION = 15;
    static final int XID = 16;
    static final int TABLE_MAP = 19;
    static final int INSERT = 30;
    static final int UPDATE = 31;
    static final int DELETE = 32;
    static final int GTID = 33;
    static final int PREVIOUS_GTIDS = 35;
    static final int HEADER = 19;
    static final int CHECKSUM = 4;
    static final byte[] MAGIC = {(byte) 0xfe, 'b', 'i', 'n'};
    private static final int KINDS_OF_EVENTS = 42;
    private static final int DESCRIPTION = 57;
    private static final int VERSION_LENGTH = 50;
    private static final byte BIGINT = 8;
    private static final byte VARCHAR = 15;

    private final ByteBuffer bytes;
    private final long offset;
    private final Instant at;

    private BinlogFormat(long offset, Instant at, int capacity) {
        bytes = ByteBuffer.allocate(capacity).order(ByteOrder.LITTLE_ENDIAN);
        this.offset = offset;
        this.at = at;
    }

    /** What stands at the beginning of a file. */
    static byte[] head(Binlog.File file) {
        GtidSet before = file.before();
        long intervals = before.sources().stream().mapToLong(source -> before.intervals(source).size()).sum();
        int capacity = 256 + 24 * before.sources().size() + 16 * (int) intervals;
        BinlogFormat head = new BinlogFormat(0, Instant.EPOCH, capacity);
        head.bytes.put(MAGIC);
        head.event(FORMAT_DESCRIPTION, head::description);
        head.event(PREVIOUS_GTIDS, () -> head.set(before));
        return head.written();
    }

    /** What stands at the end of one that another one follows. */
    static byte[] rotation(Binlog.File next, long offset) {
        BinlogFormat end = new BinlogFormat(offset, Instant.EPOCH, HEADER + CHECKSUM + 64);
        end.event(ROTATE, () -> end.bytes.putLong(MAGIC.length).put(text(next.name())));
        return end.written();
    }

    /** @param offset where in the file it begins */
    static byte[] transaction(Transaction transaction, long offset) {
        int capacity = 512 + transaction.changes().stream().mapToInt(BinlogFormat::room).sum();
        BinlogFormat log = new BinlogFormat(offset, transaction.committed(), capacity);
        log.event(GTID, () -> log.gtid(transaction));
        List<RowChange> changes = transaction.changes();
        if (changes.size() == 1 && changes.getFirst().kind() == RowChange.Kind.DROP) {
            log.event(QUERY, () -> log.query(changes.getFirst().statement()));
            return log.written();
        }
        log.event(QUERY, () -> log.query("BEGIN"));
        changes.forEach(log::change);
        log.event(XID, () -> log.bytes.putLong(transaction.number()));
        return log.written();
    }

    private static int room(RowChange change) {
        return 256 + 4 * (change.table().length() + change.before().length() + change.value().length());
    }

    private byte[] written() {
        byte[] written = new byte[bytes.position()];
        bytes.flip().get(written);
        return written;
    }

    /** Header, body, and the checksum of both. */
    private void event(int type, Runnable body) {
        int begin = bytes.position();
        bytes.putInt((int) at.getEpochSecond()).put((byte) type).putInt(1).putInt(0).putInt(0).putShort((short) 0);
        body.run();
        int length = bytes.position() + CHECKSUM - begin;
        bytes.putInt(begin + 9, length).putInt(begin + 13, (int) (offset + begin + length));
        CRC32 checksum = new CRC32();
        checksum.update(bytes.array(), begin, length - CHECKSUM);
        bytes.putInt((int) checksum.getValue());
    }

    private void description() {
        byte[] version = new byte[VERSION_LENGTH];
        byte[] own = text(Server.VERSION);
        System.arraycopy(own, 0, version, 0, own.length);
        bytes.putShort((short) 4).put(version).putInt(0).put((byte) HEADER);
        byte[] lengths = new byte[KINDS_OF_EVENTS];
        lengths[FORMAT_DESCRIPTION - 1] = DESCRIPTION + KINDS_OF_EVENTS;
        bytes.put(lengths).put((byte) 1);
    }

    private void set(GtidSet set) {
        bytes.putLong(set.sources().size());
        set.sources().forEach(source -> {
            uuid(source);
            List<Interval> intervals = set.intervals(source);
            bytes.putLong(intervals.size());
            intervals.forEach(interval -> bytes.putLong(interval.first()).putLong(interval.last() + 1));
        });
    }

    private void uuid(String source) {
        UUID uuid = UUID.fromString(source);
        bytes.putLong(Long.reverseBytes(uuid.getMostSignificantBits()))
                .putLong(Long.reverseBytes(uuid.getLeastSignificantBits()));
    }

    private void gtid(Transaction transaction) {
        bytes.put((byte) 0);
        uuid(transaction.source());
        bytes.putLong(transaction.number()).put((byte) 2).putLong(0).putLong(1);
        long micros = ChronoUnit.MICROS.between(Instant.EPOCH, transaction.committed());
        for (int i = 0; i < 7; i++) {
            bytes.put((byte) (micros >>> 8 * i));
        }
    }

    private void query(String sql) {
        bytes.putInt(1).putInt(0).put((byte) 0).putShort((short) 0).putShort((short) 0).put((byte) 0).put(text(sql));
    }

    private void change(RowChange change) {
        event(TABLE_MAP, () -> table(change.table()));
        switch (change.kind()) {
            case INSERT -> event(INSERT, () -> rows(change, List.of(change.value())));
            case UPDATE -> event(UPDATE, () -> rows(change, List.of(change.before(), change.value())));
            case DELETE -> event(DELETE, () -> rows(change, List.of(change.before())));
            case DROP -> throw new IllegalArgumentException("A table is dropped by a transaction of its own.");
        }
    }

    private void table(String name) {
        byte[] schema = text(name.substring(0, name.indexOf('.')));
        byte[] table = text(name.substring(name.indexOf('.') + 1));
        id().put((byte) schema.length).put(schema).put((byte) 0).put((byte) table.length).put(table).put((byte) 0);
        bytes.put((byte) 2).put(BIGINT).put(VARCHAR).put((byte) 2).putShort((short) -1).put((byte) 2);
    }

    private ByteBuffer id() {
        return bytes.putInt(1).putShort((short) 0).putShort((short) 1);
    }

    /** @param images what the row is: before, after, or both */
    private void rows(RowChange change, List<String> images) {
        id().putShort((short) 2).put((byte) 2);
        images.forEach(image -> bytes.put((byte) 3));
        images.forEach(image -> {
            byte[] value = text(image);
            bytes.put((byte) 0).putLong(change.key()).putShort((short) value.length).put(value);
        });
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
