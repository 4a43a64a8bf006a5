package dev.lifeboat.interpreter.journal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.CRC32C;

/**
 * A record of a journal as a line: 8 hexadecimal digits of the payload's length in bytes, 8 of its CRC32C, 64 of the chain, each with a space behind it; the
 * payload, which holds no newline; a newline. The chain is the SHA-256 of the chain before it and the payload, and of 32 zero bytes before the first record.
 */
final class RecordLine {
    static final int HEADER = 8 + 1 + 8 + 1 + 64 + 1;
    private static final byte[] START = new byte[32];
    private static final HexFormat HEX = HexFormat.of();

    private RecordLine() {}

    static byte[] start() {
        return START.clone();
    }

    static byte[] chain(byte[] before, byte[] payload) {
        MessageDigest digest = sha256();
        digest.update(before);
        return digest.digest(payload);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }

    /** @param chain the chain with this payload */
    static byte[] write(byte[] payload, byte[] chain) {
        byte[] line = new byte[HEADER + payload.length + 1];
        byte[] header = header(payload, chain).getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(header, 0, line, 0, HEADER);
        System.arraycopy(payload, 0, line, HEADER, payload.length);
        line[line.length - 1] = '\n';
        return line;
    }

    static String header(byte[] payload, byte[] chain) {
        return HEX.toHexDigits(payload.length) + " " + HEX.toHexDigits(crc(payload)) + " " + HEX.formatHex(chain) + " ";
    }

    /** The header of a line that has one. */
    static String header(byte[] line) {
        return new String(line, 0, HEADER, StandardCharsets.US_ASCII);
    }

    static byte[] payload(byte[] line) {
        return Arrays.copyOfRange(line, HEADER, line.length);
    }

    /** The length that a line, or the beginning of one, says; -1 where it says none. */
    static int length(byte[] line) {
        String digits = line.length < 8 ? "" : new String(line, 0, 8, StandardCharsets.US_ASCII);
        return digits.matches("[0-7][0-9a-f]{7}") ? HexFormat.fromHexDigits(digits) : -1;
    }

    /** What is wrong with a line, without its newline, by itself, for the middle of a sentence; empty where nothing is. */
    static String problem(byte[] line) {
        if (line.length < HEADER || length(line) < 0) {
            return "it does not begin as a record does";
        }
        byte[] payload = payload(line);
        if (length(line) != payload.length) {
            return "it says that it is " + length(line) + " bytes long, and is " + payload.length;
        }
        String intact = header(payload, new byte[32]).substring(0, 18);
        return header(line).startsWith(intact) ? "" : "its checksum does not fit";
    }

    private static int crc(byte[] payload) {
        CRC32C crc = new CRC32C();
        crc.update(payload, 0, payload.length);
        return (int) crc.getValue();
    }
}
