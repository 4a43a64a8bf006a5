package dev.lifeboat.builtins.inventory;

import dev.lifeboat.builtins.inventory.Inventory.SecretSource;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.world.RealWorld;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** Fetches secrets from where the inventory says, each time they are needed, but asks for what is typed once only; what was fetched is in no journal, event or message. */
@RealWorld
public final class Secrets {
    private static final Set<PosixFilePermission> OF_OTHERS = Set.of(PosixFilePermission.GROUP_READ,
            PosixFilePermission.OTHERS_READ);

    private final Path folder;
    private final Map<String, String> environment;
    private final Prompt prompt;
    private final AwsSecrets aws;
    private final Consumer<String> warnings;
    private final Map<SecretSource, String> typed = new ConcurrentHashMap<>();
    private final Set<Path> warnedOf = ConcurrentHashMap.newKeySet();

    /** Asks the person at the terminal; empty where there is none. */
    @FunctionalInterface
    public interface Prompt {
        Optional<String> ask(String text);
    }

    /**
     * @param folder   where the inventory lies: files of secrets are relative to it
     * @param warnings hears of each file that others can read, once
     */
    public Secrets(Path folder, Map<String, String> environment, Prompt prompt, Consumer<String> warnings) {
        this.warnings = warnings;
        this.folder = folder;
        this.environment = environment;
        this.prompt = prompt;
        this.aws = new AwsSecrets(environment);
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
            case SecretSource.FromPrompt(String text) -> typed.computeIfAbsent(source, asked -> ask(text, purpose));
            case SecretSource.FromAws(String id) -> aws.fetch(id, purpose);
        };
    }

    private String ask(String text, String purpose) {
        return prompt.ask(text)
                .orElseThrow(() -> Failure
                        .of("The secret of " + purpose + " has to be typed, and there is no terminal.")
                        .hint("Use `env:` or `file:` in the inventory."));
    }

    private String read(String path, String purpose) {
        Path file = folder.resolve(path);
        try {
            warnIfOpen(file, path);
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw Failure
                    .of("The secret of " + purpose + " can't be read from file `" + path + "`: "
                            + e.getClass().getSimpleName() + ".")
                    .hint("The path is relative to the inventory; the file has to be readable by you.").because(e);
        }
    }

    private void warnIfOpen(Path file, String path) throws IOException {
        var view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        if (view != null && view.readAttributes().permissions().stream().anyMatch(OF_OTHERS::contains)
                && warnedOf.add(file)) {
            warnings.accept("The secret in file `" + path + "` can be read by others: `chmod 600 " + path + "`.");
        }
    }
}
