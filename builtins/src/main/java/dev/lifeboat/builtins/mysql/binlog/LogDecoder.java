package dev.lifeboat.builtins.mysql.binlog;

import com.github.luben.zstd.Zstd;
import com.github.shyiko.mysql.binlog.event.Event;
import com.github.shyiko.mysql.binlog.event.EventType;
import com.github.shyiko.mysql.binlog.event.TableMapEventData;
import com.github.shyiko.mysql.binlog.event.TransactionPayloadEventData;
import com.github.shyiko.mysql.binlog.event.deserialization.DeleteRowsEventDataDeserializer;
import com.github.shyiko.mysql.binlog.event.deserialization.EventDataDeserializer;
import com.github.shyiko.mysql.binlog.event.deserialization.EventDeserializer;
import com.github.shyiko.mysql.binlog.event.deserialization.EventDeserializer.CompatibilityMode;
import com.github.shyiko.mysql.binlog.event.deserialization.EventHeaderV4Deserializer;
import com.github.shyiko.mysql.binlog.event.deserialization.FormatDescriptionEventDataDeserializer;
import com.github.shyiko.mysql.binlog.event.deserialization.GtidEventDataDeserializer;
import com.github.shyiko.mysql.binlog.event.deserialization.NullEventDataDeserializer;
import com.github.shyiko.mysql.binlog.event.deserialization.QueryEventDataDeserializer;
import com.github.shyiko.mysql.binlog.event.deserialization.RotateEventDataDeserializer;
import com.github.shyiko.mysql.binlog.event.deserialization.TableMapEventDataDeserializer;
import com.github.shyiko.mysql.binlog.event.deserialization.TransactionPayloadEventDataDeserializer;
import com.github.shyiko.mysql.binlog.event.deserialization.UpdateRowsEventDataDeserializer;
import com.github.shyiko.mysql.binlog.event.deserialization.WriteRowsEventDataDeserializer;
import com.github.shyiko.mysql.binlog.event.deserialization.XidEventDataDeserializer;
import com.github.shyiko.mysql.binlog.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes events of a binary log's bytes. Times stay numbers, so that no time zone of this machine gets in; texts stay bytes, since only a table's columns say what they mean. What the
 * connector would get wrong is read here: a TIME below zero, tags of GTIDs, and all of that in compressed transactions.
 */
final class LogDecoder {
    private static final int ZSTD = 0;

    private LogDecoder() {}

    static EventDeserializer create() {
        Map<Long, TableMapEventData> tables = new HashMap<>();
        Map<EventType, EventDataDeserializer<?>> kinds = bounds();
        kinds.put(EventType.TABLE_MAP, new TableMapEventDataDeserializer());
        kinds.put(EventType.TRANSACTION_PAYLOAD, new TransactionPayloadEventDataDeserializer());
        kinds.put(EventType.EXT_WRITE_ROWS, new Inserts(tables).setMayContainExtraInformation(true));
        kinds.put(EventType.EXT_UPDATE_ROWS, new Updates(tables).setMayContainExtraInformation(true));
        kinds.put(EventType.EXT_DELETE_ROWS, new Deletes(tables).setMayContainExtraInformation(true));
        return decoder(kinds, tables);
    }

    /** Reads which transactions there are, and passes over what they did to rows. */
    static EventDeserializer ofTransactions() {
        Map<EventType, EventDataDeserializer<?>> kinds = bounds();
        kinds.put(EventType.PARTIAL_UPDATE_ROWS_EVENT, new Unread.Deserializer(false));
        kinds.put(EventType.TRANSACTION_PAYLOAD, new Unread.Deserializer(true));
        return decoder(kinds, new HashMap<>());
    }

    private static Map<EventType, EventDataDeserializer<?>> bounds() {
        Map<EventType, EventDataDeserializer<?>> kinds = new EnumMap<>(EventType.class);
        kinds.put(EventType.FORMAT_DESCRIPTION, new FormatDescriptionEventDataDeserializer());
        kinds.put(EventType.PREVIOUS_GTIDS, new PreviousGtids.Deserializer());
        kinds.put(EventType.ROTATE, new RotateEventDataDeserializer());
        kinds.put(EventType.GTID, new GtidEventDataDeserializer());
        kinds.put(EventType.UNKNOWN, new TaggedGtid.Deserializer());
        kinds.put(EventType.QUERY, new QueryEventDataDeserializer());
        kinds.put(EventType.XID, new XidEventDataDeserializer());
        return kinds;
    }

    /** The connector's map has no type arguments. */
    @SuppressWarnings({"rawtypes", "unchecked"})
    private static EventDeserializer decoder(Map kinds, Map<Long, TableMapEventData> tables) {
        EventDeserializer decoder = new EventDeserializer(new EventHeaderV4Deserializer(),
                new NullEventDataDeserializer(), kinds, tables);
        decoder.setCompatibilityMode(CompatibilityMode.DATE_AND_TIME_AS_LONG_MICRO,
                CompatibilityMode.INVALID_DATE_AND_TIME_AS_MIN_VALUE, CompatibilityMode.CHAR_AND_BINARY_AS_BYTE_ARRAY);
        return decoder;
    }

    /** The events of a compressed transaction. */
    static List<Event> events(TransactionPayloadEventData payload) {
        byte[] bytes = payload.getCompressionType() == ZSTD
                ? Zstd.decompress(payload.getPayload(), payload.getUncompressedSize())
                : payload.getPayload();
        EventDeserializer decoder = create();
        List<Event> events = new ArrayList<>();
        try (ByteArrayInputStream in = new ByteArrayInputStream(bytes)) {
            for (Event event = decoder.nextEvent(in); event != null; event = decoder.nextEvent(in)) {
                events.add(event);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return events;
    }

    private static final class Inserts extends WriteRowsEventDataDeserializer {
        Inserts(Map<Long, TableMapEventData> tables) {
            super(tables);
        }

        @Override
        protected Serializable deserializeTimeV2(int precision, ByteArrayInputStream in) throws IOException {
            return SignedTime.micros(precision, in);
        }
    }

    private static final class Updates extends UpdateRowsEventDataDeserializer {
        Updates(Map<Long, TableMapEventData> tables) {
            super(tables);
        }

        @Override
        protected Serializable deserializeTimeV2(int precision, ByteArrayInputStream in) throws IOException {
            return SignedTime.micros(precision, in);
        }
    }

    private static final class Deletes extends DeleteRowsEventDataDeserializer {
        Deletes(Map<Long, TableMapEventData> tables) {
            super(tables);
        }

        @Override
        protected Serializable deserializeTimeV2(int precision, ByteArrayInputStream in) throws IOException {
            return SignedTime.micros(precision, in);
        }
    }
}
