package dev.lifeboat.builtins.backup;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Sums up what is read of an object. */
final class SummedInput extends FilterInputStream {
    private final HashedOutput sum = new HashedOutput(OutputStream.nullOutputStream());
    private final Headway headway;

    SummedInput(InputStream object, Headway headway) {
        super(object);
        this.headway = headway;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        int read = super.read(bytes, from, length);
        if (read > 0) {
            sum.write(bytes, from, read);
            headway.add(read);
        }
        return read;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    /** Reads what is left. */
    void drain() throws IOException {
        transferTo(OutputStream.nullOutputStream());
    }

    long size() {
        return sum.bytes();
    }

    String hash() {
        return sum.sha256();
    }
}
