package dev.lifeboat.builtins.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Counts what is written to an object, and sums it up by SHA-256; closing it closes nothing. */
final class Measured extends OutputStream {
    private final OutputStream object;
    private final MessageDigest sum = sha256();
    private long size;

    Measured(OutputStream object) {
        this.object = object;
    }

    /** Of what only has to be summed up. */
    static Measured alone() {
        return new Measured(OutputStream.nullOutputStream());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[]{(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        object.write(bytes, from, length);
        sum.update(bytes, from, length);
        size += length;
    }

    @Override
    public void flush() throws IOException {
        object.flush();
    }

    long size() {
        return size;
    }

    /** To be asked once, at the end. */
    String hash() {
        return HexFormat.of().formatHex(sum.digest());
    }
}
