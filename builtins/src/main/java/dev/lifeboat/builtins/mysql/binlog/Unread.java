package dev.lifeboat.builtins.mysql.binlog;

import com.github.shyiko.mysql.binlog.event.TransactionPayloadEventData;
import com.github.shyiko.mysql.binlog.event.deserialization.EventDataDeserializer;
import com.github.shyiko.mysql.binlog.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;

/** Data of an event that were passed over, where it only matters which transactions there are. The connector takes none of another class for those of a compressed transaction. */
final class Unread extends TransactionPayloadEventData {
    private static final long serialVersionUID = 1L;
    private final boolean whole;

    /** @param whole whether a transaction ends with it */
    private Unread(boolean whole) {
        this.whole = whole;
        setUncompressedEvents(new ArrayList<>());
    }

    boolean whole() {
        return whole;
    }

    record Deserializer(boolean whole) implements EventDataDeserializer<Unread> {
        @Override
        public Unread deserialize(ByteArrayInputStream in) throws IOException {
            in.skip(in.available());
            return new Unread(whole);
        }
    }
}
