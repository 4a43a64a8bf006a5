package dev.lifeboat.cli.keys;

import dev.lifeboat.cli.files.TextFile;
import dev.lifeboat.cli.files.UsageProblem;
import java.io.Console;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** What protects a key file: asked for at the terminal, or read from a file that its owner names. */
public final class Passphrase {
    public static final String VARIABLE = "LIFEBOAT_KEY_PASSPHRASE_FILE";
    private static final int SHORTEST = 8;
    private final Optional<Path> file;

    private Passphrase(Optional<Path> file) {
        this.file = file;
    }

    /** @param given the file that an option names; null where it was not given */
    public static Passphrase of(Path given, Map<String, String> environment) {
        return new Passphrase(Optional.ofNullable(given).or(() -> Optional.ofNullable(environment.get(VARIABLE))
                .filter(path -> !path.isEmpty()).map(Path::of)));
    }

    /** Of a key that there is. */
    char[] known(Path key) {
        return fromFile().orElseGet(() -> ask("Passphrase of " + key));
    }

    /** Of a new key; at the terminal it is typed twice. */
    char[] chosen() {
        char[] chosen = fromFile().orElseGet(Passphrase::askTwice);
        if (chosen.length < SHORTEST) {
            throw new UsageProblem("A passphrase of fewer than " + SHORTEST
                    + " characters protects nothing: choose a longer one. No key was made.");
        }
        return chosen;
    }

    private Optional<char[]> fromFile() {
        return file.map(path -> TextFile.read(path, "file with the passphrase").text().lines().findFirst().orElse("")
                .toCharArray());
    }

    private static char[] askTwice() {
        char[] chosen = ask("Passphrase for the new key");
        if (!java.util.Arrays.equals(chosen, ask("The same again"))) {
            throw new UsageProblem("The two differ. No key was made.");
        }
        return chosen;
    }

    private static char[] ask(String question) {
        Console terminal = Optional.ofNullable(System.console()).orElseThrow(() -> new UsageProblem(
                "There is no terminal to ask for the passphrase: name a file that holds it with `--passphrase-file` or "
                        + VARIABLE + "."));
        return Optional.ofNullable(terminal.readPassword("%s: ", question))
                .orElseThrow(() -> new UsageProblem("No passphrase was given."));
    }
}
