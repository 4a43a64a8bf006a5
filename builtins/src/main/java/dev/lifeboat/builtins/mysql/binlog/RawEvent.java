package dev.lifeboat.builtins.mysql.binlog;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.CRC32;

/** One event of a binary log, byte for byte (manual, "Binary Log Event Header"). */
record RawEvent(byte[] bytes) {
    static final int FORMAT_DESCRIPTION = 15;
    static final int STOP = 3;
    static final int ROTATE = 4;
    private static final int HEARTBEAT = 27;
    private static final int HEARTBEAT_2 = 41;
    private static final int HEADER = 19;
    private static final int TYPE_AT = 4;
    private static final int LENGTH_AT = 9;
    private static final int FLAGS_AT = 17;
    private static final int CHECKSUM = 4;
    /** A file that is being written, or was when its server died. */
    private static final int IN_USE = 0x1;
    /** Made up by the server for whoever reads; in no file. */
    private static final int ARTIFICIAL = 0x20;

    /** @throws EOFException where there is only a part of one */
    static Optional<RawEvent> next(InputStream in) throws IOException {
        byte[] header = in.readNBytes(HEADER);
        if (header.length == 0) {
            return Optional.empty();
        }
        if (header.length < HEADER) {
            throw new EOFException("It ends within an event.");
        }
        int length = ByteBuffer.wrap(header).order(ByteOrder.LITTLE_ENDIAN).getInt(LENGTH_AT);
        if (length < HEADER) {
            throw new IOException("An event says that it is " + length + " bytes long.");
        }
        byte[] body = in.readNBytes(length - HEADER);
        if (body.length < length - HEADER) {
            throw new EOFException("It ends within an event.");
        }
        byte[] bytes = Arrays.copyOf(header, length);
        System.arraycopy(body, 0, bytes, HEADER, body.length);
        return Optional.of(new RawEvent(bytes));
    }

    int type() {
        return bytes[TYPE_AT] & 0xff;
    }

    /** Whether it stands in the file, and was not made up for whoever reads. */
    boolean logged() {
        return (bytes[FLAGS_AT] & ARTIFICIAL) == 0 && type() != HEARTBEAT && type() != HEARTBEAT_2;
    }

    /** As a description of the format stands in a file that was closed. Its checksum is that already. */
    RawEvent closed() {
        byte[] closed = bytes.clone();
        closed[FLAGS_AT] &= ~IN_USE;
        return new RawEvent(closed);
    }

    /** Whether the events of a file that this describes end with a CRC-32; that byte stands before its own. */
    boolean announcesChecksums() {
        return bytes[bytes.length - CHECKSUM - 1] == 1;
    }

    /** Whether it is as it was written, by the CRC-32 that it ends with. */
    boolean intact() {
        byte[] covered = type() == FORMAT_DESCRIPTION ? closed().bytes : bytes;
        CRC32 checksum = new CRC32();
        checksum.update(covered, 0, covered.length - CHECKSUM);
        return ByteBuffer.wrap(covered).order(ByteOrder.LITTLE_ENDIAN)
                .getInt(covered.length - CHECKSUM) == (int) checksum.getValue();
    }
}
