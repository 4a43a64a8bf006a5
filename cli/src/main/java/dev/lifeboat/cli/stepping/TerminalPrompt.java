package dev.lifeboat.cli.stepping;

import dev.lifeboat.cli.console.Screen;
import dev.lifeboat.cli.console.Style;
import dev.lifeboat.cli.console.WholeLines;
import dev.lifeboat.cli.people.Prompt;
import dev.lifeboat.interpreter.world.RealWorld;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.jline.reader.Candidate;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.ParsedLine;
import org.jline.reader.UserInterruptException;
import org.jline.reader.impl.DefaultParser;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.utils.Signals;

/** Somebody at a terminal, with a history of what they typed, and a key that completes. What happens while they type is shown above their line. */
@RealWorld
public final class TerminalPrompt implements Prompt, AutoCloseable {
    private final Terminal terminal;
    private final LineReader reader;
    private final Screen screen;
    private volatile List<String> words = List.of();
    private volatile Predicate<String> aside = line -> false;

    private TerminalPrompt(Terminal terminal, Style style, boolean simulated) {
        this.terminal = terminal;
        this.reader = LineReaderBuilder.builder().terminal(terminal).completer(this::complete).parser(parser())
                .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true).build();
        this.screen = new Screen(new PrintWriter(new WholeLines(this::show)), style, simulated);
    }

    public static TerminalPrompt open(Style style, boolean simulated) {
        try {
            return new TerminalPrompt(TerminalBuilder.builder().system(true).nativeSignals(false).dumb(true).build(),
                    style, simulated);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void show(String text) {
        if (reader.isReading()) {
            reader.printAbove(text.stripTrailing());
        } else {
            terminal.writer().print(text);
            terminal.writer().flush();
        }
    }

    /** Quotes and backslashes are what they are. */
    private static DefaultParser parser() {
        DefaultParser parser = new DefaultParser();
        parser.setEscapeChars(new char[0]);
        parser.setQuoteChars(new char[0]);
        return parser;
    }

    public Screen screen() {
        return screen;
    }

    @Override
    public void listen(Predicate<String> aside) {
        this.aside = aside;
    }

    @Override
    public Optional<String> line(String question, List<String> completing) {
        words = List.copyOf(completing);
        return line(question, () -> false);
    }

    @Override
    public Optional<String> line(String question, BooleanSupplier elsewhere) {
        Optional<String> line;
        do {
            line = typed(question, elsewhere);
        } while (line.filter(aside).isPresent());
        return line;
    }

    private Optional<String> typed(String question, BooleanSupplier elsewhere) {
        while (true) {
            if (elsewhere.getAsBoolean()) {
                throw new Left();
            }
            Object interrupt = Signals.register("INT", () -> terminal.raise(Terminal.Signal.INT));
            Object resize = Signals.register("WINCH", () -> terminal.raise(Terminal.Signal.WINCH));
            Elsewhere watch = Elsewhere.watched(elsewhere, () -> terminal.raise(Terminal.Signal.INT));
            try {
                return Optional.of(reader.readLine(screen.marked(screen.style().bold(question)) + " ").strip());
            } catch (UserInterruptException e) {
                if (elsewhere.getAsBoolean()) {
                    throw new Left();
                }
                say("Nothing is running now. `quit` leaves the prompt.");
            } catch (EndOfFileException e) {
                return Optional.empty();
            } finally {
                watch.close();
                Signals.unregister("INT", interrupt);
                Signals.unregister("WINCH", resize);
            }
        }
    }

    /** In the arguments of a call, behind the last bracket or comma. */
    private void complete(LineReader from, ParsedLine line, List<Candidate> candidates) {
        String typed = line.word().substring(0, line.wordCursor());
        String before = typed.substring(0, Math.max(typed.lastIndexOf('('), typed.lastIndexOf(',')) + 1);
        words.forEach(word -> candidates
                .add(new Candidate(before + word, word, null, null, null, null,
                        before.isEmpty() && !word.contains("."))));
    }

    @Override
    public void say(String text) {
        screen.print(text);
    }

    @Override
    public void close() {
        try {
            terminal.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
