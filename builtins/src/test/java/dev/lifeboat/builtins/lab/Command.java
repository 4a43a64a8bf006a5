package dev.lifeboat.builtins.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;

/** A program of the machine that runs in the foreground, with its standard output and error taken together. */
record Command(List<String> words) {

    /** What a program said, and its exit status. */
    record Answer(int status, String text) {}

    static Command of(String... words) {
        return new Command(List.of(words));
    }

    /** Runs it to its end, whatever its exit status. */
    Answer answer() {
        var text = new StringBuilder();
        var status = run(line -> text.append(line).append('\n'));
        return new Answer(status, text.toString());
    }

    /** Runs it to its end and returns what it said; one that fails is a defect of the lab. */
    String output() {
        var answer = answer();
        if (answer.status() != 0) {
            throw new IllegalStateException(
                    "`" + String.join(" ", words) + "` ended with " + answer.status() + ":\n" + answer.text());
        }
        return answer.text();
    }

    /** Runs it to its end, handing on each line as it comes, and returns its exit status. */
    int run(Consumer<String> line) {
        try {
            var process = new ProcessBuilder(words).redirectErrorStream(true).start();
            process.getOutputStream().close();
            try (var reader = process.inputReader(StandardCharsets.UTF_8)) {
                reader.lines().forEach(line);
            }
            return process.waitFor();
        } catch (IOException cannotRun) {
            throw new UncheckedIOException("`" + words.getFirst() + "` can't be run.", cannotRun);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while `" + words.getFirst() + "` ran.", interrupted);
        }
    }
}
