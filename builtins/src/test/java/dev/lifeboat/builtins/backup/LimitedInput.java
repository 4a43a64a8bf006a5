package dev.lifeboat.builtins.backup;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** So many bytes of a stream, and then its end. */
final class LimitedInput extends FilterInputStream {
    private long left;

    LimitedInput(InputStream stream, long left) {
        super(stream);
        this.left = left;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        int count = left <= 0 ? -1 : super.read(bytes, from, (int) Math.min(length, left));
        left -= count;
        return count;
    }
}
