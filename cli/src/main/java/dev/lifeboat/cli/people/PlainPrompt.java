package dev.lifeboat.cli.people;

import dev.lifeboat.cli.console.Screen;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/** Asks for lines that come through a pipe or from a file. They are shown as if they had been typed, so that what was said can be read later. */
public final class PlainPrompt implements Prompt {
    private final BufferedReader in;
    private final Screen screen;

    public PlainPrompt(BufferedReader in, Screen screen) {
        this.in = in;
        this.screen = screen;
    }

    @Override
    public Optional<String> line(String question, List<String> words) {
        screen.ask(question + " ");
        try {
            Optional<String> line = Optional.ofNullable(in.readLine()).map(String::strip);
            screen.answered(line.orElse(""));
            return line;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void say(String text) {
        screen.print(text);
    }
}
