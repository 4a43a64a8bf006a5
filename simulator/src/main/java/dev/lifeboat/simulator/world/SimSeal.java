package dev.lifeboat.simulator.world;

import dev.lifeboat.builtins.backup.Seal;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.simulator.model.Hash;
import dev.lifeboat.simulator.model.Keys;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Seals in a way that is the same on every machine: no chance is in it, and nothing is compressed. It protects nothing; but what was damaged, cut off, swapped or sealed by another key does not open, as with a
 * real one. Segments have their length (with the highest bit in the last one), a keyed checksum over label, number and content, and the content, hidden.
 */
final class SimSeal implements Seal {
    private static final int SEGMENT = 64 << 10;
    private static final int LAST = 1 << 31;
    private final String store;
    private final Keys keys;

    SimSeal(String store, Keys keys) {
        this.store = store;
        this.keys = keys;
    }

    @Override
    public String key() {
        return keys.current();
    }

    @Override
    public OutputStream seal(OutputStream object, String label) {
        return new Sealing(new DataOutputStream(object), start(keys.current(), label));
    }

    @Override
    public InputStream open(InputStream object, String key, String label) {
        return new Opening(new DataInputStream(object), start(key, label));
    }

    private long start(String key, String label) {
        return keys.find(key).map(material -> Hash.mix(material ^ Hash.of(label))).orElseThrow(() -> Failure
                .of("What is sealed by key `" + key + "` in store `" + store
                        + "` can't be opened: secret `" + keys.secret() + "` has no such key.")
                .hint("Look for an older copy of the keys, outside the estate; without that key nothing opens it."));
    }

    private static long tag(long start, long number, int length, byte[] content) {
        long tag = Hash.mix(start + number * 31 + length);
        for (int i = 0; i < content.length; i++) {
            tag = (tag ^ content[i]) * 0x100000001b3L;
        }
        return Hash.mix(tag);
    }

    private static void hide(long start, long number, byte[] content) {
        byte[] mask = new byte[Long.BYTES];
        for (int i = 0; i < content.length; i++) {
            if (i % Long.BYTES == 0) {
                ByteBuffer.wrap(mask).putLong(Hash.mix(start ^ number << 32 ^ i));
            }
            content[i] ^= mask[i % Long.BYTES];
        }
    }

    private static final class Sealing extends OutputStream {
        private final DataOutputStream object;
        private final long start;
        private final byte[] segment = new byte[SEGMENT];
        private int filled;
        private long number;
        private boolean closed;

        Sealing(DataOutputStream object, long start) {
            this.object = object;
            this.start = start;
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[]{(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            for (int done = 0; done < length;) {
                if (filled == SEGMENT) {
                    put(0);
                }
                int now = Math.min(length - done, SEGMENT - filled);
                System.arraycopy(bytes, from + done, segment, filled, now);
                filled += now;
                done += now;
            }
        }

        private void put(int last) throws IOException {
            byte[] content = Arrays.copyOf(segment, filled);
            int length = filled | last;
            object.writeInt(length);
            object.writeLong(tag(start, number, length, content));
            hide(start, number++, content);
            object.write(content);
            filled = 0;
        }

        @Override
        public void close() throws IOException {
            if (!closed) {
                closed = true;
                put(LAST);
                object.flush();
            }
        }
    }

    private static final class Opening extends InputStream {
        private final DataInputStream object;
        private final long start;
        private ByteBuffer segment = ByteBuffer.allocate(0);
        private long number;
        private boolean last;

        Opening(DataInputStream object, long start) {
            this.object = object;
            this.start = start;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            while (!segment.hasRemaining() && !last) {
                next();
            }
            if (!segment.hasRemaining()) {
                return -1;
            }
            int now = Math.min(length, segment.remaining());
            segment.get(bytes, from, now);
            return now;
        }

        private void next() throws IOException {
            try {
                int length = object.readInt();
                long tag = object.readLong();
                byte[] content = content(length);
                hide(start, number, content);
                if (tag != tag(start, number++, length, content)) {
                    throw damaged();
                }
                last = (length & LAST) != 0;
                segment = ByteBuffer.wrap(content);
            } catch (EOFException cut) {
                throw new IOException("It ends too early.", cut);
            }
            if (last && object.read() >= 0) {
                throw new IOException("It goes on behind its end.");
            }
        }

        private byte[] content(int length) throws IOException {
            int bytes = length & ~LAST;
            if (bytes > SEGMENT) {
                throw damaged();
            }
            byte[] content = object.readNBytes(bytes);
            if (content.length < bytes) {
                throw new EOFException();
            }
            return content;
        }

        private static IOException damaged() {
            return new IOException("It was damaged, or is not what it was sealed as.");
        }

        @Override
        public void close() throws IOException {
            object.close();
        }
    }
}
