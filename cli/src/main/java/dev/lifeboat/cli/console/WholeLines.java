package dev.lifeboat.cli.console;

import java.io.Writer;
import java.util.function.Consumer;

/** Hands on what is written when it is flushed, so that lines of several threads stay whole. */
public final class WholeLines extends Writer {
    private final Consumer<String> to;
    private final StringBuilder pending = new StringBuilder();

    public WholeLines(Consumer<String> to) {
        this.to = to;
    }

    @Override
    public void write(char[] text, int from, int length) {
        pending.append(text, from, length);
    }

    @Override
    public void flush() {
        if (!pending.isEmpty()) {
            String text = pending.toString();
            pending.setLength(0);
            to.accept(text);
        }
    }

    @Override
    public void close() {
        flush();
    }
}
