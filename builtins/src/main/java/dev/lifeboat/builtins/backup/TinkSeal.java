package dev.lifeboat.builtins.backup;

import dev.lifeboat.interpreter.world.RealWorld;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.function.Supplier;
import java.util.zip.GZIPInputStream;

/**
 * Compresses with gzip, and encrypts with AES-256 in the authenticated streaming format of Tink (AES256_GCM_HKDF, segments of 1 MB). The label is authenticated with each segment, and so is which of them
 * is the last: what is cut off does not open to its end.
 */
@RealWorld
public final class TinkSeal implements Seal {
    /** Measured: the levels above take longer than they save in the transfer (docs/performance.md). */
    private static final int LEVEL = 1;
    /** More would wait for the server that sends. */
    private static final int MOST_CORES = 16;
    private static final int BUFFER = 256 * 1024;

    private final Supplier<SealKeys> keys;
    private final int level;

    /** @param keys fetched anew each time, as secrets are */
    public TinkSeal(Supplier<SealKeys> keys) {
        this(keys, LEVEL);
    }

    TinkSeal(Supplier<SealKeys> keys, int level) {
        this.keys = keys;
        this.level = level;
    }

    @Override
    public String key() {
        return keys.get().primary();
    }

    @Override
    public OutputStream seal(OutputStream object, String label) throws IOException {
        SealKeys now = keys.get();
        try {
            OutputStream encrypted = now.cipher(now.primary()).newEncryptingStream(new StaysOpen(object),
                    bytes(label));
            return new ParallelGzip(encrypted, level, cores());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public InputStream open(InputStream object, String key, String label) throws IOException {
        try {
            InputStream compressed = keys.get().cipher(key).newDecryptingStream(object, bytes(label));
            return new GZIPInputStream(compressed, BUFFER);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] bytes(String label) {
        return label.getBytes(StandardCharsets.UTF_8);
    }

    private static int cores() {
        return Math.min(MOST_CORES, Runtime.getRuntime().availableProcessors());
    }

    /** What is written to does not belong to the seal. */
    private static final class StaysOpen extends FilterOutputStream {
        StaysOpen(OutputStream object) {
            super(object);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
