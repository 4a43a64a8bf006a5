package dev.lifeboat.builtins.backup;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * Compresses on several cores into one ordinary gzip stream. Chunks of it are deflated each by itself, and end at a byte's boundary, so that they can stand one behind the other; between them nothing is
 * lost but what a chunk could have repeated of the one before. There are as many buffers as are in use at a time, in a ring, and no more.
 */
final class ParallelGzip extends OutputStream {
    private static final int CHUNK = 512 * 1024;
    /** A little more than what can't be compressed takes when it is deflated. */
    private static final int DEFLATED = CHUNK + CHUNK / 256 + 64;
    private static final byte[] HEADER = {0x1f, (byte) 0x8b, Deflater.DEFLATED, 0, 0, 0, 0, 0, 0, (byte) 255};
    /** A last block with nothing in it. */
    private static final byte[] END = {0x03, 0x00};

    private final OutputStream onto;
    private final ExecutorService workers;
    private final Chunk[] ring;
    private final CRC32 sum = new CRC32();
    private long size;
    private int filling;
    private boolean broken;
    private boolean closed;

    /** @param level of {@link Deflater}, 1 to 9 */
    ParallelGzip(OutputStream onto, int level, int cores) throws IOException {
        this.onto = onto;
        this.workers = Executors.newFixedThreadPool(cores, Thread.ofPlatform().daemon().name("gzip ", 0).factory());
        this.ring = Stream.generate(() -> new Chunk(level)).limit(2L * cores + 1).toArray(Chunk[]::new);
        onto.write(HEADER);
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[]{(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        sum.update(bytes, from, length);
        size += length;
        int at = from;
        int left = length;
        while (left > 0) {
            int taken = ring[filling].fill(bytes, at, left);
            at += taken;
            left -= taken;
            if (ring[filling].isFull()) {
                next();
            }
        }
    }

    /** The next chunk of the ring is the oldest that is under way. */
    private void next() throws IOException {
        ring[filling].begin(workers);
        filling = (filling + 1) % ring.length;
        take(ring[filling]);
    }

    private void take(Chunk chunk) throws IOException {
        broken = true;
        chunk.writeTo(onto);
        broken = false;
    }

    /** What has been written so far may stay in buffers: a chunk is small, and a flush would make it smaller. */
    @Override
    public void flush() {}

    @Override
    public void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        try (onto) {
            if (!broken) {
                finish();
            }
        } finally {
            release();
        }
    }

    private void finish() throws IOException {
        for (int i = 0; i < ring.length; i++) {
            next();
        }
        onto.write(END);
        onto.write(ByteBuffer.allocate(2 * Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN).putInt((int) sum.getValue())
                .putInt((int) size).array());
    }

    /** A deflater is given back when nobody uses it any more: behind what is under way. */
    private void release() {
        for (Chunk chunk : ring) {
            workers.execute(chunk::end);
        }
        workers.shutdown();
    }

    /** A part of what is compressed, with the room for it and for what comes out. Belongs to the writer but while it is under way. */
    private static final class Chunk {
        private final byte[] plain = new byte[CHUNK];
        private final byte[] deflated = new byte[DEFLATED];
        private final Deflater deflater;
        private int filled;
        private Future<Integer> underWay;

        Chunk(int level) {
            this.deflater = new Deflater(level, true);
        }

        int fill(byte[] bytes, int from, int length) {
            int taken = Math.min(length, CHUNK - filled);
            System.arraycopy(bytes, from, plain, filled, taken);
            filled += taken;
            return taken;
        }

        boolean isFull() {
            return filled == CHUNK;
        }

        void begin(ExecutorService workers) {
            if (filled > 0) {
                underWay = workers.submit(this::deflate);
            }
        }

        private int deflate() {
            synchronized (deflater) {
                deflater.reset();
                deflater.setInput(plain, 0, filled);
                int length = deflater.deflate(deflated, 0, DEFLATED, Deflater.SYNC_FLUSH);
                if (length == DEFLATED) {
                    throw new IllegalStateException("A chunk grew by more than deflating can let it grow.");
                }
                return length;
            }
        }

        void end() {
            synchronized (deflater) {
                deflater.end();
            }
        }

        void writeTo(OutputStream onto) throws IOException {
            if (underWay != null) {
                onto.write(deflated, 0, length());
                underWay = null;
                filled = 0;
            }
        }

        private int length() throws InterruptedIOException {
            try {
                return underWay.get();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException("interrupted while compressing");
            } catch (ExecutionException e) {
                throw new IllegalStateException(e.getCause());
            }
        }
    }
}
