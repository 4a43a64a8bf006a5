package dev.lifeboat.cli.stepping;

import java.io.Writer;
import org.jline.reader.LineReader;

/** Writes whole lines, above the one that somebody is typing where somebody is. */
final class AbovePrompt extends Writer {
    private final LineReader reader;
    private final StringBuilder pending = new StringBuilder();

    AbovePrompt(LineReader reader) {
        this.reader = reader;
    }

    @Override
    public void write(char[] text, int from, int length) {
        pending.append(text, from, length);
    }

    @Override
    public void flush() {
        if (!pending.isEmpty()) {
            show(pending.toString());
            pending.setLength(0);
        }
    }

    private void show(String text) {
        if (reader.isReading()) {
            reader.printAbove(text.stripTrailing());
        } else {
            reader.getTerminal().writer().print(text);
            reader.getTerminal().writer().flush();
        }
    }

    @Override
    public void close() {
        flush();
    }
}
