package dev.lifeboat.builtins.backup;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** A seal in whose way something happens, once a million bytes have passed it. */
record SlowSeal(Seal seal, Runnable happens) implements Seal {
    private static final long WHEN = 1_000_000;

    @Override
    public String key() {
        return seal.key();
    }

    @Override
    public OutputStream seal(OutputStream object, String label) throws IOException {
        return new FilterOutputStream(seal.seal(object, label)) {
            private long passed;

            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                boolean before = passed < WHEN;
                passed += length;
                if (before && passed >= WHEN) {
                    happens.run();
                }
                out.write(bytes, from, length);
            }
        };
    }

    @Override
    public InputStream open(InputStream object, String key, String label) throws IOException {
        return seal.open(object, key, label);
    }
}
