package dev.lifeboat.builtins.mysql.binlog;

import dev.lifeboat.builtins.host.Host;
import dev.lifeboat.builtins.host.Host.Output;
import dev.lifeboat.builtins.host.ShellCommand;
import dev.lifeboat.interpreter.builtin.Failure;
import java.io.InputStream;
import java.time.Duration;
import java.util.Base64;

/** The bytes of a file on a host, by commands that every Unix has: a piece at a time, as much as a command may answer. */
final class HostFile extends InputStream {
    private static final int PIECE = 45_000;
    private static final Duration TO_READ = Duration.ofMinutes(1);
    private final Host host;
    private final String path;
    private byte[] piece = new byte[0];
    private long begins;
    private int at;

    HostFile(Host host, String path) {
        this.host = host;
        this.path = path;
    }

    /** Goes on from there, in either direction. */
    HostFile from(long offset) {
        begins = offset / PIECE * PIECE;
        at = (int) (offset % PIECE);
        piece = fetch();
        return this;
    }

    @Override
    public int read() {
        if (at >= piece.length && !more()) {
            return -1;
        }
        return piece[at++] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) {
        if (at >= piece.length && !more()) {
            return -1;
        }
        int count = Math.min(length, piece.length - at);
        System.arraycopy(piece, at, bytes, offset, count);
        at += count;
        return count;
    }

    /** One that was not filled was the last. */
    private boolean more() {
        if (piece.length > 0 && piece.length < PIECE) {
            return false;
        }
        begins += piece.length;
        at -= piece.length;
        piece = fetch();
        return at < piece.length;
    }

    private byte[] fetch() {
        String command = "dd if=" + ShellCommand.quote(path) + " bs=" + PIECE + " skip=" + begins / PIECE
                + " count=1 2>/dev/null | base64 -w 0";
        Output output = host.read(command, TO_READ);
        try {
            return Base64.getDecoder().decode(output.text());
        } catch (IllegalArgumentException noBase64) {
            throw Failure.of("Could not read `" + path + "` on host `" + host.name() + "`: "
                    + output.text().lines().findFirst().orElse("it answered nothing") + ".")
                    .hint("Lifeboat's account there must be able to read the file, with `dd` and `base64`.");
        }
    }
}
