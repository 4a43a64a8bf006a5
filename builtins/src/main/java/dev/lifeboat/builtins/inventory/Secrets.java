package dev.lifeboat.builtins.inventory;

import dev.lifeboat.builtins.inventory.Inventory.SecretSource;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.world.RealWorld;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Fetches secrets from where the inventory says, each time they are needed; what was fetched is in no journal, event or message. */
@RealWorld
public final class Secrets {
    private final Path folder;
    private final Map<String, String> environment;
    private final Prompt prompt;

    /** Asks the person at the terminal; empty where there is none. */
    @FunctionalInterface
    public interface Prompt {
        Optional<String> ask(String text);
    }

    /** @param folder where the inventory lies: files of secrets are relative to it */
    public Secrets(Path folder, Map<String, String> environment, Prompt prompt) {
        this.folder = folder;
        this.environment = environment;
        this.prompt = prompt;
    }

    /**
     * @param purpose for messages: {@code login `dba`}
     * @throws Failure where it can't be had
     */
    public String fetch(SecretSource source, String purpose) {
        return switch (source) {
            case SecretSource.FromEnvironment(String variable) -> Optional.ofNullable(environment.get(variable))
                    .orElseThrow(() -> Failure
                            .of("The secret of " + purpose + " is not there: the environment has no `" + variable
                                    + "`.")
                            .hint("Set `" + variable + "` before you start Lifeboat."));
            case SecretSource.FromFile(String path) -> read(path, purpose);
            case SecretSource.FromPrompt(String text) -> prompt.ask(text).orElseThrow(
                    () -> Failure.of("The secret of " + purpose + " has to be typed, and there is no terminal.")
                            .hint("Use `env:` or `file:` in the inventory."));
            case SecretSource.FromAws(String id) -> throw Failure
                    .of("The secret of " + purpose + " is `" + id
                            + "` in AWS Secrets Manager, which this version of Lifeboat can't reach.")
                    .hint("Use `env:` or `file:` in the inventory.");
        };
    }

    private String read(String path, String purpose) {
        Path file = folder.resolve(path);
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw Failure
                    .of("The secret of " + purpose + " can't be read from file `" + path + "`: "
                            + e.getClass().getSimpleName() + ".")
                    .hint("The path is relative to the inventory; the file has to be readable by you.").because(e);
        }
    }
}
