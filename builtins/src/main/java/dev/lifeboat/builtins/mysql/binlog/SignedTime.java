package dev.lifeboat.builtins.mysql.binlog;

import com.github.shyiko.mysql.binlog.io.ByteArrayInputStream;
import java.io.IOException;

/** A TIME of a row, which may be below zero: hours, minutes and seconds in 24 bits around 2^23, and as many bytes of a fraction as its precision takes. */
final class SignedTime {
    private static final int ZERO = 1 << 23;
    private static final int[] SCALE = {1, 10_000, 100, 1};

    private SignedTime() {}

    /** @param precision digits of the fraction */
    static long micros(int precision, ByteArrayInputStream in) throws IOException {
        int bytes = (precision + 1) / 2;
        long bits = 0;
        for (int i = 0; i < 3 + bytes; i++) {
            bits = bits << 8 | in.read();
        }
        long value = bits - ((long) ZERO << 8 * bytes);
        long size = Math.abs(value);
        long whole = size >> 8 * bytes;
        long fraction = (size & (1L << 8 * bytes) - 1) * SCALE[bytes];
        long seconds = (whole >> 12 & 1023) * 3600 + (whole >> 6 & 63) * 60 + (whole & 63);
        long micros = seconds * 1_000_000 + fraction;
        return value < 0 ? -micros : micros;
    }
}
