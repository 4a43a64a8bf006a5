package dev.lifeboat.builtins.mysql.binlog;

import com.github.shyiko.mysql.binlog.event.Event;
import com.github.shyiko.mysql.binlog.event.deserialization.EventDeserializer;
import com.github.shyiko.mysql.binlog.io.ByteArrayInputStream;
import dev.lifeboat.builtins.backup.LogPart;
import dev.lifeboat.builtins.mysql.BinaryLogs.Page;
import dev.lifeboat.builtins.mysql.BinaryLogs.Place;
import dev.lifeboat.builtins.mysql.BinaryLogs.Wanted;
import dev.lifeboat.builtins.mysql.GtidSet;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * Makes sense of the bytes of a binary log, whole files and parts of them.
 *
 * @param server      that wrote them, for messages
 * @param description what stands at the beginning of the file and says how the rest is to be read
 */
public record BinlogBytes(String server, byte[] description, BiFunction<String, String, Optional<TableShape>> shapes) {
    /** At the beginning of each file. */
    private static final byte[] MAGIC = {(byte) 0xfe, 'b', 'i', 'n'};

    /**
     * Reads just so much of a file as says how to read its parts.
     *
     * @param file   from its beginning
     * @param shapes finds a table by its schema and name
     * @throws IOException where that is no binary log
     */
    public static BinlogBytes of(String server, InputStream file,
            BiFunction<String, String, Optional<TableShape>> shapes) throws IOException {
        if (!Arrays.equals(file.readNBytes(MAGIC.length), MAGIC)) {
            throw new IOException("It does not begin as a binary log does.");
        }
        RawEvent first = RawEvent.next(file).orElseThrow(() -> new IOException("The binary log is empty."));
        if (first.type() != RawEvent.FORMAT_DESCRIPTION) {
            throw new IOException("The binary log does not begin with the description of its format.");
        }
        return new BinlogBytes(server, first.bytes(), shapes);
    }

    /**
     * Reads a part to its end, and verifies the checksum of each event.
     *
     * @param part from an offset of the file on, at which a transaction begins
     * @throws IOException where that is no binary log, or is damaged
     */
    public Examined examine(InputStream part, long from) throws IOException {
        LogScan scan = new LogScan(server);
        scan.describedBy(new RawEvent(description));
        InputStream events = events(part, from);
        scan.startAt(Math.max(from, MAGIC.length));
        for (Optional<RawEvent> event = RawEvent.next(events); event.isPresent(); event = RawEvent.next(events)) {
            scan.take(event.get());
        }
        if (!scan.betweenTransactions()) {
            throw new IOException("It ends within a transaction.");
        }
        return new Examined(scan.part(), scan.before());
    }

    /** What a file begins with, without which none of its parts can be read. */
    public byte[] head() {
        byte[] head = Arrays.copyOf(MAGIC, MAGIC.length + description.length);
        System.arraycopy(description, 0, head, MAGIC.length, description.length);
        return head;
    }

    /** @param before all that had been executed when the file was begun, where the part is its beginning */
    public record Examined(LogPart part, Optional<GtidSet> before) {}

    private static InputStream events(InputStream part, long from) throws IOException {
        if (from < MAGIC.length) {
            part.skipNBytes(MAGIC.length - from);
        }
        return part;
    }

    /**
     * What is wanted of a part, until a page is full or the part ends: {@link Page#end}.
     *
     * @param part from the offset of {@code from} on
     */
    public Page read(InputStream part, Place from, Wanted wanted) throws IOException {
        EventDeserializer decoder = LogDecoder.create();
        decoder.nextEvent(new ByteArrayInputStream(description));
        PageBuilder page = new PageBuilder(from, new TransactionAssembler(server,
                new RowReader(shapes), wanted), wanted);
        InputStream events = events(part, from.offset());
        for (Optional<RawEvent> event = RawEvent.next(events); event.isPresent(); event = RawEvent.next(events)) {
            Event decoded = decoder.nextEvent(new ByteArrayInputStream(event.get().bytes()));
            if (!page.add(decoded)) {
                return page.page(false);
            }
        }
        return page.page(true);
    }
}
