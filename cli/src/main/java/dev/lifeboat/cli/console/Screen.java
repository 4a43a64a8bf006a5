package dev.lifeboat.cli.console;

import java.io.PrintWriter;
import java.util.List;

/** Where lines for a person go. In a simulation every one of them says so. */
public final class Screen {
    private static final String MARK = "SIMULATED  ";
    private final PrintWriter out;
    private final Style style;
    private final boolean simulated;

    public Screen(PrintWriter out, Style style, boolean simulated) {
        this.out = out;
        this.style = style;
        this.simulated = simulated;
    }

    public Style style() {
        return style;
    }

    /** Prints the text, each of its lines marked where they have to be. */
    public synchronized void print(String text) {
        style.shown(text).lines()
                .forEach(line -> out.println(simulated ? style.faint(MARK) + line : line.stripTrailing()));
        out.flush();
    }

    public void blank() {
        print(" ");
    }

    public void print(List<String> lines) {
        lines.forEach(this::print);
    }

    public String marked(String text) {
        return (simulated ? style.faint(MARK) : "") + text;
    }

    /** What was answered to a question, where nobody has typed it here. */
    public synchronized void answered(String text) {
        out.println(style.shown(text));
        out.flush();
    }

    /** Text without an end of line: a question. */
    public synchronized void ask(String text) {
        out.print(marked(style.shown(text)));
        out.flush();
    }
}
