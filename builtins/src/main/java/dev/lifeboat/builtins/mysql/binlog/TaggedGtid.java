package dev.lifeboat.builtins.mysql.binlog;

import com.github.shyiko.mysql.binlog.event.EventData;
import com.github.shyiko.mysql.binlog.event.deserialization.EventDataDeserializer;
import com.github.shyiko.mysql.binlog.io.ByteArrayInputStream;
import dev.lifeboat.builtins.mysql.GtidSet;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * A GTID with a tag ({@code uuid:tag:7}, MySQL 8.3 and newer). The connector does not know this event, which is written in MySQL's serialization format: numbers of variable
 * length, each field with its number before it.
 *
 * @param committed microseconds since 1970
 */
record TaggedGtid(GtidSet gtid, long committed) implements EventData {
    private static final long serialVersionUID = 1L;
    private static final int VERSION = 1;
    private static final int UUID_BYTES = 16;

    /** Null for another event that the connector does not know. */
    static final class Deserializer implements EventDataDeserializer<EventData> {
        @Override
        public EventData deserialize(ByteArrayInputStream in) throws IOException {
            ByteBuffer bytes = ByteBuffer.wrap(in.read(in.available()));
            int length = bytes.remaining();
            return length > 3 && number(bytes) == VERSION && number(bytes) == length ? read(bytes) : null;
        }
    }

    private static TaggedGtid read(ByteBuffer bytes) {
        number(bytes);
        String source = "";
        long transaction = 0;
        long immediate = 0;
        long original = 0;
        while (bytes.hasRemaining()) {
            switch ((int) number(bytes)) {
                case 1 -> source = uuid(bytes);
                case 2 -> transaction = signed(bytes);
                case 3 -> source = tagged(source, bytes);
                case 6 -> immediate = number(bytes);
                case 7 -> original = number(bytes);
                default -> number(bytes);
            }
        }
        return new TaggedGtid(GtidSet.of(source, transaction), original == 0 ? immediate : original);
    }

    private static String uuid(ByteBuffer bytes) {
        ByteBuffer uuid = ByteBuffer.allocate(UUID_BYTES);
        while (uuid.hasRemaining()) {
            uuid.put((byte) number(bytes));
        }
        uuid.flip();
        return new UUID(uuid.getLong(), uuid.getLong()).toString();
    }

    static String tagged(String source, ByteBuffer bytes) {
        byte[] tag = new byte[(int) number(bytes)];
        bytes.get(tag);
        return tag.length == 0 ? source : source + ":" + new String(tag, StandardCharsets.US_ASCII);
    }

    private static long signed(ByteBuffer bytes) {
        long zigzag = number(bytes);
        return (zigzag >>> 1) ^ -(zigzag & 1);
    }

    /** As many ones as the first byte ends with, so many bytes follow. */
    static long number(ByteBuffer bytes) {
        int first = bytes.get() & 0xff;
        int more = Integer.numberOfTrailingZeros(~first);
        long value = more >= 7 ? 0 : first >>> (more + 1);
        int shift = more >= 7 ? 0 : 7 - more;
        for (int i = 0; i < more; i++) {
            value |= (bytes.get() & 0xffL) << shift;
            shift += 8;
        }
        return value;
    }
}
