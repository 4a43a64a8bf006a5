package dev.lifeboat.builtins.backup;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** One statement while it passes: its beginning is kept, and of an INSERT the tuples are counted and passed over. */
final class SqlStatement {
    /** Enough for a GTID set of any server. */
    private static final int MOST = 4 * 1024 * 1024;

    private final ByteArrayOutputStream beginning = new ByteArrayOutputStream();
    private int depth;
    private boolean values;
    private long tuples;

    void keep(byte b) {
        if (isKept()) {
            beginning.write(b);
        }
    }

    void keep(byte[] bytes, int from, int to) {
        if (isKept()) {
            beginning.write(bytes, from, to - from);
        }
    }

    private boolean isKept() {
        return tuples == 0 && beginning.size() < MOST;
    }

    /** A letter of what is neither a text nor a name in backticks: in an INSERT only VALUES begins so. */
    void word(byte letter) {
        values |= depth == 0 && (letter == 'V' || letter == 'v') && !isEmpty();
        keep(letter);
    }

    void open() {
        if (depth == 0 && values && (tuples > 0 || isInsert())) {
            tuples++;
        } else {
            keep((byte) '(');
        }
        depth++;
    }

    void close() {
        depth--;
        keep((byte) ')');
    }

    private boolean isInsert() {
        String text = beginning();
        return text.startsWith("INSERT") || text.startsWith("REPLACE");
    }

    /** Whether nothing of it is kept any more. */
    boolean isInTuples() {
        return tuples > 0;
    }

    boolean isEmpty() {
        return beginning.size() == 0;
    }

    /** @param words in capitals */
    boolean is(String words) {
        return beginning.size() == words.length() && beginning().toUpperCase(Locale.ROOT).equals(words);
    }

    /** Of an INSERT all up to its first tuple, of others all. */
    String beginning() {
        return beginning.toString(StandardCharsets.UTF_8);
    }

    long tuples() {
        return tuples;
    }

    void reset() {
        beginning.reset();
        depth = 0;
        values = false;
        tuples = 0;
    }
}
