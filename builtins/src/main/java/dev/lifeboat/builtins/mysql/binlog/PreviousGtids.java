package dev.lifeboat.builtins.mysql.binlog;

import com.github.shyiko.mysql.binlog.event.EventData;
import com.github.shyiko.mysql.binlog.event.deserialization.EventDataDeserializer;
import com.github.shyiko.mysql.binlog.io.ByteArrayInputStream;
import dev.lifeboat.builtins.mysql.GtidSet;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.UUID;

/** What had been executed before a file of the binary log was begun, also with tags, which the connector does not know. */
record PreviousGtids(GtidSet set) implements EventData {
    private static final long serialVersionUID = 1L;
    private static final int TAGGED = 1;

    static final class Deserializer implements EventDataDeserializer<PreviousGtids> {
        @Override
        public PreviousGtids deserialize(ByteArrayInputStream in) throws IOException {
            ByteBuffer bytes = ByteBuffer.wrap(in.read(in.available())).order(ByteOrder.LITTLE_ENDIAN);
            return new PreviousGtids(bytes.hasRemaining() ? read(bytes) : GtidSet.EMPTY);
        }
    }

    /** With tags the highest and the lowest byte of the count say so. */
    private static GtidSet read(ByteBuffer bytes) {
        long count = bytes.getLong();
        boolean tagged = count >>> 56 == TAGGED;
        long sources = tagged ? (count << 8) >>> 16 : count;
        GtidSet set = GtidSet.EMPTY;
        for (long source = 0; source < sources; source++) {
            set = set.union(source(bytes, tagged));
        }
        return set;
    }

    private static GtidSet source(ByteBuffer bytes, boolean tagged) {
        String uuid = new UUID(Long.reverseBytes(bytes.getLong()), Long.reverseBytes(bytes.getLong())).toString();
        String source = tagged ? TaggedGtid.tagged(uuid, bytes) : uuid;
        GtidSet set = GtidSet.EMPTY;
        for (long intervals = bytes.getLong(); intervals > 0; intervals--) {
            long first = bytes.getLong();
            set = set.union(GtidSet.of(source, first, bytes.getLong() - 1));
        }
        return set;
    }
}
