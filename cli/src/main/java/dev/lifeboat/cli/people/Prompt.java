package dev.lifeboat.cli.people;

import dev.lifeboat.cli.console.Screen;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/** Asks the person at the terminal for a line. */
public final class Prompt {
    private final BufferedReader in;
    private final Screen screen;

    public Prompt(BufferedReader in, Screen screen) {
        this.in = in;
        this.screen = screen;
    }

    /** Empty where the input has ended: nobody is there any more. */
    Optional<String> line(String question) {
        screen.ask(question + " ");
        try {
            return Optional.ofNullable(in.readLine()).map(String::strip);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void say(String text) {
        screen.print(text);
    }
}
