package dev.lifeboat.builtins.mysql;

import com.github.shyiko.mysql.binlog.event.EventData;
import com.github.shyiko.mysql.binlog.event.deserialization.EventDataDeserializer;
import com.github.shyiko.mysql.binlog.io.ByteArrayInputStream;
import java.io.IOException;

/**
 * Data of an event that were passed over, where it only matters which transactions there are.
 *
 * @param whole whether a transaction ends with it
 */
record Unread(boolean whole) implements EventData {
    private static final long serialVersionUID = 1L;

    record Deserializer(boolean whole) implements EventDataDeserializer<Unread> {
        @Override
        public Unread deserialize(ByteArrayInputStream in) throws IOException {
            in.skip(in.available());
            return new Unread(whole);
        }
    }
}
