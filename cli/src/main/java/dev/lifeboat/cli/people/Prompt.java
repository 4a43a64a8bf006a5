package dev.lifeboat.cli.people;

import dev.lifeboat.cli.console.Screen;
import dev.lifeboat.interpreter.world.Clock;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/** Asks the person at the terminal for a line. What is typed between two questions is read too. */
public final class Prompt {
    private static final Optional<String> END = Optional.empty();
    private static final long LOOK_MILLISECONDS = 200;
    private final BufferedReader in;
    private final Screen screen;
    private final BlockingQueue<Optional<String>> typed = new LinkedBlockingQueue<>();

    public Prompt(BufferedReader in, Screen screen) {
        this.in = in;
        this.screen = screen;
    }

    /** Begins to read. Lines that {@code aside} takes answer no question. A thread that waits for a terminal can't be ended: it ends with the program. */
    void listen(Predicate<String> aside) {
        Thread.ofPlatform().daemon().name("terminal").start(() -> read(aside));
    }

    private void read(Predicate<String> aside) {
        try {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String stripped = line.strip();
                if (!aside.test(stripped)) {
                    typed.add(Optional.of(stripped));
                }
            }
        } catch (IOException e) {
            screen.print("The terminal can't be read any more: " + e.getMessage() + ".");
        }
        typed.add(END);
    }

    /** Nobody has to be asked any more. */
    static final class Left extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** Nobody is there any more. */
    static final class Closed extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** Empty where the input has ended: nobody is there any more. */
    Optional<String> line(String question) {
        return line(question, () -> false);
    }

    /** @throws Left as soon as it is answered {@code elsewhere} */
    Optional<String> line(String question, BooleanSupplier elsewhere) {
        screen.ask(question + " ");
        try {
            Optional<String> line = null;
            while (line == null) {
                if (elsewhere.getAsBoolean()) {
                    throw new Left();
                }
                line = typed.poll(LOOK_MILLISECONDS, TimeUnit.MILLISECONDS);
            }
            if (line.isEmpty()) {
                typed.add(END);
            }
            return line;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Clock.Cancelled();
        }
    }

    void say(String text) {
        screen.print(text);
    }
}
