package dev.lifeboat.cli;

import dev.lifeboat.cli.console.Screen;
import dev.lifeboat.cli.files.UsageProblem;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/** Asks whoever is at the terminal whether they approve of what was shown. Silence is no answer. */
record Consent(BufferedReader in, Screen screen) {

    /** Empty where they do. */
    Optional<String> whyNot() {
        while (true) {
            switch (line("Do you approve it? Type yes or no: ")) {
                case "yes" -> {
                    return Optional.empty();
                }
                case "no" -> {
                    return Optional.of(reason());
                }
                default -> screen.print("Neither yes nor no.");
            }
        }
    }

    private String reason() {
        String why = line("Why not? ");
        return why.isEmpty() ? reason() : why;
    }

    private String line(String question) {
        screen.ask(question);
        try {
            return Optional.ofNullable(in.readLine()).map(String::strip).orElseThrow(
                    () -> new UsageProblem("Nobody has answered, so nothing was signed. Give `--yes` or `--no`."));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
