package dev.lifeboat.builtins.backup;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Counts what passes, and computes its SHA-256. */
final class HashedOutput extends FilterOutputStream {
    private final MessageDigest digest = digest();
    private long bytes;

    HashedOutput(OutputStream onto) {
        super(onto);
    }

    static MessageDigest digest() {
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
    public void write(byte[] some, int from, int length) throws IOException {
        out.write(some, from, length);
        digest.update(some, from, length);
        bytes += length;
    }

    long bytes() {
        return bytes;
    }

    /** Asked for once, when all has passed. */
    String sha256() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
