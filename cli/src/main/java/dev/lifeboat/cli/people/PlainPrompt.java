package dev.lifeboat.cli.people;

import dev.lifeboat.cli.console.Screen;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/**
 * Asks for lines that come through a pipe or from a file. They are shown as if they had been typed, so that what was said can be read later. What comes between two
 * questions is read too.
 */
public final class PlainPrompt implements Prompt {
    private final BufferedReader in;
    private final Screen screen;
    private final TypedLines typed = new TypedLines();
    private boolean reading;

    public PlainPrompt(BufferedReader in, Screen screen) {
        this.in = in;
        this.screen = screen;
    }

    @Override
    public void listen(Predicate<String> aside) {
        begin(aside);
    }

    /** A thread that waits for input can't be ended: it ends with the program. */
    private synchronized void begin(Predicate<String> aside) {
        if (!reading) {
            reading = true;
            Thread.ofPlatform().daemon().name("input").start(() -> read(aside));
        }
    }

    private void read(Predicate<String> aside) {
        try {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String stripped = line.strip();
                if (!aside.test(stripped)) {
                    typed.add(stripped);
                }
            }
        } catch (IOException e) {
            screen.print("The input can't be read any more: " + e.getMessage() + ".");
        }
        typed.end();
    }

    @Override
    public Optional<String> line(String question, List<String> words) {
        return line(question, () -> false);
    }

    @Override
    public Optional<String> line(String question, BooleanSupplier elsewhere) {
        begin(line -> false);
        screen.ask(question + " ");
        Optional<String> line = typed.next(elsewhere);
        screen.answered(line.orElse(""));
        return line;
    }

    @Override
    public void say(String text) {
        screen.print(text);
    }
}
