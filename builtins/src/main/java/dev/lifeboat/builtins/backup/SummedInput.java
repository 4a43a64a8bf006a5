package dev.lifeboat.builtins.backup;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Sums up what is read of an object. */
final class SummedInput extends FilterInputStream {
    private final Measured sum = Measured.alone();
    private final Gauge gauge;

    SummedInput(InputStream object, Gauge gauge) {
        super(object);
        this.gauge = gauge;
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
            gauge.passed(read);
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
        return sum.size();
    }

    String hash() {
        return sum.hash();
    }
}
