package dev.lifeboat.builtins.mysql.binlog;

import com.github.shyiko.mysql.binlog.event.Event;
import com.github.shyiko.mysql.binlog.event.EventType;
import com.github.shyiko.mysql.binlog.event.deserialization.EventDeserializer;
import com.github.shyiko.mysql.binlog.io.ByteArrayInputStream;
import dev.lifeboat.builtins.backup.LogPart;
import dev.lifeboat.builtins.mysql.BinaryLogs.Wanted;
import dev.lifeboat.builtins.mysql.GtidSet;
import dev.lifeboat.builtins.mysql.LoggedTransaction;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;

/** Watches the events of a part of a binary log pass, and tells what they are. What rows they change it does not look at. */
final class LogScan {
    private final TransactionAssembler assembler;
    private final EventDeserializer decoder = LogDecoder.ofTransactions();
    private long to;
    private boolean checksums;
    private boolean closed;
    private Optional<GtidSet> before = Optional.empty();
    private GtidSet holds = GtidSet.EMPTY;
    private Optional<Instant> first = Optional.empty();
    private Optional<Instant> last = Optional.empty();

    /** @param server for messages */
    LogScan(String server) {
        this.assembler = new TransactionAssembler(server, new RowReader((schema, table) -> Optional.empty()),
                Wanted.ALL);
    }

    /** What describes the file's format stands at its beginning; it counts as read there. */
    Event describedBy(RawEvent description) throws IOException {
        checksums = description.announcesChecksums();
        return decoder.nextEvent(new ByteArrayInputStream(description.bytes()));
    }

    void startAt(long offset) {
        to = offset;
    }

    /**
     * @return what it was made to, without its rows
     * @throws IOException where the event is damaged
     */
    Event take(RawEvent event) throws IOException {
        if (event.type() == RawEvent.FORMAT_DESCRIPTION) {
            checksums = event.announcesChecksums();
        }
        if (checksums && !event.intact()) {
            throw new IOException("The event at " + to + " does not have the checksum that it ends with.");
        }
        Event decoded = decoder.nextEvent(new ByteArrayInputStream(event.bytes()));
        to += event.bytes().length;
        closed = event.type() == RawEvent.ROTATE || event.type() == RawEvent.STOP;
        if (decoded.getHeader().getEventType() == EventType.ANONYMOUS_GTID) {
            throw new IOException("The transaction at " + to + " has no GTID.");
        }
        if (decoded.getData() instanceof PreviousGtids previous) {
            before = Optional.of(previous.set());
        }
        assembler.take(decoded).ifPresent(this::keep);
        return decoded;
    }

    /** The server went on in another file, as it does when it was killed, without saying so in this one. */
    void close() {
        closed = true;
    }

    private void keep(LoggedTransaction transaction) {
        Instant committed = transaction.committed();
        holds = holds.union(transaction.gtid());
        first = Optional.of(first.filter(committed::isAfter).orElse(committed));
        last = Optional.of(last.filter(committed::isBefore).orElse(committed));
    }

    boolean betweenTransactions() {
        return assembler.betweenTransactions();
    }

    LogPart part() {
        return new LogPart(to, closed, holds, first, last);
    }

    Optional<GtidSet> before() {
        return before;
    }
}
