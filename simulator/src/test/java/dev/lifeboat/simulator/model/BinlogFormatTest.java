package dev.lifeboat.simulator.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.shyiko.mysql.binlog.BinaryLogFileReader;
import com.github.shyiko.mysql.binlog.event.Event;
import com.github.shyiko.mysql.binlog.event.EventHeaderV4;
import com.github.shyiko.mysql.binlog.event.EventType;
import com.github.shyiko.mysql.binlog.event.GtidEventData;
import com.github.shyiko.mysql.binlog.event.QueryEventData;
import com.github.shyiko.mysql.binlog.event.UpdateRowsEventData;
import com.github.shyiko.mysql.binlog.event.WriteRowsEventData;
import dev.lifeboat.builtins.mysql.GtidSet;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The model's binary log is bytes that others read as MySQL's. */
class BinlogFormatTest {
    private static final String UUID = "00000000-1111-2222-3333-444444444444";
    private static final Instant AT = Instant.parse("2026-01-01T03:00:00.123456Z");
    private static final List<Transaction> ALL = List.of(
            transaction(7, RowChange.insert("shop.orders", 1, "it's ü")),
            transaction(8, RowChange.update("shop.orders", 1, "new").over("it's ü"),
                    RowChange.delete("shop.orders", -3).over("old")),
            transaction(9, RowChange.drop("shop.orders")), transaction(10));
    private final Binlog log = new Binlog();

    private static Transaction transaction(long number, RowChange... changes) {
        return new Transaction(UUID, number, AT, List.of(changes));
    }

    private byte[] bytes() {
        log.beginAfter(GtidSet.of(UUID, 1, 6));
        ALL.forEach(transaction -> log.append(transaction, AT));
        log.rotate();
        Binlog.File file = log.files().getFirst();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(BinlogFormat.head(file));
        for (int position = file.first(); position < log.end(file); position++) {
            assertThat(log.offset(file, position)).isEqualTo(bytes.size());
            assertThat(log.position(file, bytes.size())).isEqualTo(position);
            bytes.writeBytes(BinlogFormat.transaction(log.at(position).transaction(), bytes.size()));
        }
        bytes.writeBytes(BinlogFormat.rotation(log.files().getLast(), bytes.size()));
        assertThat(log.size(file)).isEqualTo(bytes.size());
        return bytes.toByteArray();
    }

    @Test
    void othersReadItAsMySqls() throws IOException {
        List<Event> events = new ArrayList<>();
        byte[] bytes = bytes();
        try (var reader = new BinaryLogFileReader(new ByteArrayInputStream(bytes))) {
            for (Event event = reader.readEvent(); event != null; event = reader.readEvent()) {
                events.add(event);
            }
        }
        assertThat(events).extracting(event -> event.getHeader().getEventType()).startsWith(
                EventType.FORMAT_DESCRIPTION, EventType.PREVIOUS_GTIDS, EventType.GTID, EventType.QUERY,
                EventType.TABLE_MAP, EventType.EXT_WRITE_ROWS, EventType.XID).endsWith(EventType.ROTATE);
        assertThat(((EventHeaderV4) events.getLast().getHeader()).getNextPosition()).isEqualTo(bytes.length);
        GtidEventData gtid = events.get(2).getData();
        assertThat(gtid.getMySqlGtid()).hasToString(UUID + ":7");
        assertThat(gtid.getOriginalCommitTimestamp()).isEqualTo(AT.getEpochSecond() * 1_000_000 + 123_456);
        WriteRowsEventData insert = events.get(5).getData();
        assertThat(insert.getRows().getFirst()).containsExactly(1L, "it's ü");
        UpdateRowsEventData update = events.get(10).getData();
        assertThat(update.getRows().getFirst().getKey()).containsExactly(1L, "it's ü");
        assertThat(update.getRows().getFirst().getValue()).containsExactly(1L, "new");
        assertThat(events.stream().map(event -> (Object) event.getData()).filter(QueryEventData.class::isInstance)
                .map(data -> ((QueryEventData) data).getSql())).contains("DROP TABLE `shop`.`orders`");
    }

    @Test
    void whatIsReadIsWhatWasWritten() throws IOException {
        BinlogReader reader = new BinlogReader(new ByteArrayInputStream(bytes()));
        List<Transaction> read = new ArrayList<>();
        for (Optional<Transaction> next = reader.next(); next.isPresent(); next = reader.next()) {
            read.add(next.get());
        }
        assertThat(read).isEqualTo(ALL);
    }

    @Test
    void aByteThatDiffersIsFound() {
        byte[] bytes = bytes();
        bytes[bytes.length / 2] ^= 1;
        assertThatThrownBy(() -> BinlogReader.gtids(new ByteArrayInputStream(bytes))).isInstanceOf(IOException.class);
    }
}
