package dev.lifeboat.builtins.backup;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Finds the first of two bytes, eight at a time: with {@code x} for a word whose bytes are compared with one, {@code x - 0x01… & ~x & 0x80…} has its lowest bit in the first that is equal. */
record FirstOfTwo(byte one, byte other, long ones, long others) {
    private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long LOWEST = 0x0101_0101_0101_0101L;
    private static final long HIGHEST = LOWEST << 7;

    static FirstOfTwo of(char one, char other) {
        return new FirstOfTwo((byte) one, (byte) other, one * LOWEST, other * LOWEST);
    }

    /** @return where it is, {@code end} where it is not */
    int in(byte[] bytes, int from, int end) {
        int at = from;
        for (; at <= end - Long.BYTES; at += Long.BYTES) {
            long word = (long) WORDS.get(bytes, at);
            long found = (equal(word ^ ones) | equal(word ^ others)) & HIGHEST;
            if (found != 0) {
                return at + Long.numberOfTrailingZeros(found) / Byte.SIZE;
            }
        }
        while (at < end && bytes[at] != one && bytes[at] != other) {
            at++;
        }
        return at;
    }

    private static long equal(long word) {
        return word - LOWEST & ~word;
    }
}
