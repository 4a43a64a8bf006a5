package dev.lifeboat.builtins.backup;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Which part of a dump is in which lines, by the headings that {@code mysqldump} writes: what a client says of an error is the number of a line. */
final class DumpPlaces {
    private static final int LONGEST_HEADING = 200;
    private final NavigableMap<Long, String> headings = new TreeMap<>();
    private final StringBuilder beginning = new StringBuilder();
    private long line = 1;

    /** Bytes of the dump, in their order. */
    synchronized void passed(byte[] bytes, int from, int length) {
        for (int at = from; at < from + length; at++) {
            if (bytes[at] == '\n') {
                end();
            } else if (beginning.length() < LONGEST_HEADING) {
                beginning.append((char) (bytes[at] & 0xff));
            }
        }
    }

    private void end() {
        if (beginning.length() > 3 && beginning.charAt(0) == '-' && beginning.charAt(1) == '-'
                && Character.isUpperCase(beginning.charAt(3))) {
            headings.put(line, new String(beginning.substring(3).getBytes(StandardCharsets.ISO_8859_1),
                    StandardCharsets.UTF_8));
        }
        beginning.setLength(0);
        line++;
    }

    /** The last heading before a line, as {@code Dumping data for table `orders`}; empty where there is none. */
    synchronized String at(long wanted) {
        Map.Entry<Long, String> heading = headings.floorEntry(wanted);
        return heading == null ? "" : heading.getValue();
    }

    /** The heading of what passed last. */
    synchronized String latest() {
        return headings.isEmpty() ? "" : headings.lastEntry().getValue();
    }
}
