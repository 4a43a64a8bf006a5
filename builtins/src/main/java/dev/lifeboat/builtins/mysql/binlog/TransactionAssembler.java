package dev.lifeboat.builtins.mysql.binlog;

import com.github.shyiko.mysql.binlog.event.DeleteRowsEventData;
import com.github.shyiko.mysql.binlog.event.Event;
import com.github.shyiko.mysql.binlog.event.EventData;
import com.github.shyiko.mysql.binlog.event.EventType;
import com.github.shyiko.mysql.binlog.event.GtidEventData;
import com.github.shyiko.mysql.binlog.event.QueryEventData;
import com.github.shyiko.mysql.binlog.event.TableMapEventData;
import com.github.shyiko.mysql.binlog.event.TransactionPayloadEventData;
import com.github.shyiko.mysql.binlog.event.UpdateRowsEventData;
import com.github.shyiko.mysql.binlog.event.WriteRowsEventData;
import com.github.shyiko.mysql.binlog.event.XidEventData;
import dev.lifeboat.builtins.mysql.BinaryLogs.Wanted;
import dev.lifeboat.builtins.mysql.GtidSet;
import dev.lifeboat.builtins.mysql.LoggedTransaction;
import dev.lifeboat.builtins.mysql.RowKind;
import dev.lifeboat.builtins.mysql.Selection;
import dev.lifeboat.interpreter.builtin.Failure;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Puts the events of a binary log together to transactions, and hands on those that are wanted. */
final class TransactionAssembler {
    private final String server;
    private final RowReader reader;
    private final Selection selection;
    private final Map<Long, TableMapEventData> tables = new HashMap<>();
    private Optional<Selection.Draft> draft = Optional.empty();
    private boolean begun;
    private boolean ended = true;

    TransactionAssembler(String server, RowReader reader, Wanted wanted) {
        this.server = server;
        this.reader = reader;
        this.selection = new Selection(wanted);
    }

    /** Whether what was read so far ends with a whole transaction. */
    boolean betweenTransactions() {
        return ended;
    }

    /** @return the transaction that ends with this event, where it is wanted */
    Optional<LoggedTransaction> take(Event event) {
        EventData data = event.getData();
        return switch (data) {
            case GtidEventData gtid -> begin(GtidSet.parse(gtid.getMySqlGtid().toString()),
                    committed(gtid, event.getHeader().getTimestamp()));
            case TaggedGtid gtid -> begin(gtid.gtid(), micros(gtid.committed()));
            case QueryEventData query -> query(query);
            case TableMapEventData map -> map(map);
            case WriteRowsEventData rows -> insert(rows);
            case UpdateRowsEventData rows -> update(rows);
            case DeleteRowsEventData rows -> delete(rows);
            case Unread unread -> unread.whole() ? end() : Optional.empty();
            case TransactionPayloadEventData payload -> payload(payload);
            case XidEventData xid -> end();
            case null, default -> other(event.getHeader().getEventType());
        };
    }

    private Optional<LoggedTransaction> begin(GtidSet gtid, Instant committed) {
        draft = Optional.of(selection.begin(gtid, committed));
        begun = false;
        ended = false;
        tables.clear();
        return Optional.empty();
    }

    /** Servers before 8.0.1 told no microseconds. */
    private static Instant committed(GtidEventData gtid, long millis) {
        return gtid.getOriginalCommitTimestamp() == 0
                ? Instant.ofEpochMilli(millis)
                : micros(gtid.getOriginalCommitTimestamp());
    }

    private static Instant micros(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }

    private Optional<LoggedTransaction> query(QueryEventData query) {
        String sql = query.getSql().strip();
        String word = sql.toUpperCase(Locale.ROOT);
        if (word.equals("BEGIN") || word.startsWith("XA START")) {
            begun = true;
            return Optional.empty();
        }
        if (word.equals("COMMIT") || word.equals("ROLLBACK") || word.startsWith("XA COMMIT")
                || word.startsWith("XA ROLLBACK")) {
            return end();
        }
        if (!word.startsWith("SAVEPOINT") && !word.startsWith("XA END")) {
            need().statement(sql);
            begun |= word.endsWith("START TRANSACTION");
        }
        return begun ? Optional.empty() : end();
    }

    private Optional<LoggedTransaction> map(TableMapEventData map) {
        tables.put(map.getTableId(), map);
        return Optional.empty();
    }

    private Optional<LoggedTransaction> insert(WriteRowsEventData rows) {
        TableMapEventData map = tables.get(rows.getTableId());
        rows.getRows().forEach(row -> need().row(RowReader.table(map), RowKind.INSERT,
                () -> reader.inserted(map, rows.getIncludedColumns(), row)));
        return Optional.empty();
    }

    private Optional<LoggedTransaction> update(UpdateRowsEventData rows) {
        TableMapEventData map = tables.get(rows.getTableId());
        rows.getRows().forEach(row -> need().row(RowReader.table(map), RowKind.UPDATE, () -> reader.updated(map,
                rows.getIncludedColumnsBeforeUpdate(), rows.getIncludedColumns(), row)));
        return Optional.empty();
    }

    private Optional<LoggedTransaction> delete(DeleteRowsEventData rows) {
        TableMapEventData map = tables.get(rows.getTableId());
        rows.getRows().forEach(row -> need().row(RowReader.table(map), RowKind.DELETE,
                () -> reader.deleted(map, rows.getIncludedColumns(), row)));
        return Optional.empty();
    }

    private Optional<LoggedTransaction> payload(TransactionPayloadEventData payload) {
        Optional<LoggedTransaction> whole = Optional.empty();
        for (Event inner : LogDecoder.events(payload)) {
            whole = take(inner);
        }
        return whole;
    }

    private Optional<LoggedTransaction> other(EventType type) {
        if (type == EventType.XA_PREPARE) {
            return end();
        }
        if (type == EventType.PARTIAL_UPDATE_ROWS_EVENT) {
            throw unreadable("an UPDATE of a JSON column in part (`binlog_row_value_options=PARTIAL_JSON`)");
        }
        return Optional.empty();
    }

    private Optional<LoggedTransaction> end() {
        Optional<LoggedTransaction> whole = draft.flatMap(Selection.Draft::wanted);
        draft = Optional.empty();
        ended = true;
        return whole;
    }

    private Selection.Draft need() {
        return draft.orElseThrow(() -> unreadable("a transaction without a GTID, or with one of an unknown kind"));
    }

    private Failure unreadable(String what) {
        return Failure.of("The binary log of `" + server + "` has " + what + ", which Lifeboat can't read.")
                .hint("Read it with `mysqlbinlog --verbose`.");
    }
}
