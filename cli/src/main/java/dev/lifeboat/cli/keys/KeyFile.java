package dev.lifeboat.cli.keys;

import dev.lifeboat.builtins.keys.SigningKey;
import dev.lifeboat.cli.files.UsageProblem;
import dev.lifeboat.interpreter.world.RealWorld;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Where somebody keeps their own key: a file that its owner alone can read, and that is of no use without its passphrase. In the same place for all runs, apart
 * from them: a folder of runs may be shared, a key never is.
 */
@RealWorld
public record KeyFile(Path path) {
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> OWNER = EnumSet.of(PosixFilePermission.OWNER_READ,
            PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE);
    private static final String NAME = "[\\p{L}\\p{N}_][\\p{L}\\p{N}_.@-]*";

    /** @param given null for the usual place of {@code person}'s */
    public static KeyFile of(Path given, String person) {
        if (!person.matches(NAME)) {
            throw new UsageProblem("`" + person + "` can't be the name of a person who has a key: expected letters, "
                    + "digits, `_`, `-`, `.` and `@`.");
        }
        return new KeyFile(Optional.ofNullable(given).orElseGet(() -> folder().resolve(person + ".pem")));
    }

    private static Path folder() {
        return Optional.ofNullable(System.getenv("XDG_CONFIG_HOME")).filter(value -> !value.isEmpty()).map(Path::of)
                .orElse(Path.of(System.getProperty("user.home"), ".config")).resolve("lifeboat").resolve("keys");
    }

    /** Never in the place of another: what that has signed could not be signed again. */
    public void create(SigningKey key, Passphrase passphrase) {
        try {
            refuseIfThere();
            String text = EncryptedKey.of(key, passphrase.chosen());
            Path parent = path.toAbsolutePath().getParent();
            if (!Files.isDirectory(parent)) {
                Files.createDirectories(parent,
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            }
            try (var channel = Files.newByteChannel(path,
                    Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                    PosixFilePermissions.asFileAttribute(OWNER_ONLY))) {
                channel.write(java.nio.charset.StandardCharsets.US_ASCII.encode(text));
            }
        } catch (IOException e) {
            throw new UsageProblem("`" + path + "` can't be written: " + e.getClass().getSimpleName() + ".");
        }
    }

    private void refuseIfThere() throws FileAlreadyExistsException {
        if (Files.exists(path)) {
            throw new UsageProblem("There is a key in `" + path
                    + "` already. Move it away first, or name another file with `--key`.");
        }
    }

    public SigningKey read(Passphrase passphrase) {
        try {
            refuseOpen();
            String text = Files.readString(path);
            return EncryptedKey.read(text, passphrase.known(path));
        } catch (NoSuchFileException none) {
            throw new UsageProblem("There is no key `" + path
                    + "`. `lifeboat keygen --as NAME` makes one; `--key` names another file.");
        } catch (IOException e) {
            throw new UsageProblem("`" + path + "` can't be read: " + e.getClass().getSimpleName() + ".");
        } catch (GeneralSecurityException wrong) {
            throw new UsageProblem("`" + path + "` can't be opened: the passphrase is wrong, or it is no key that "
                    + "`lifeboat keygen` has made.");
        }
    }

    private void refuseOpen() throws IOException {
        if (!OWNER.containsAll(Files.getPosixFilePermissions(path))) {
            throw new UsageProblem("Others than its owner can get at `" + path
                    + "`, so it is nobody's own key any more. Make a new one, and put it into the inventory.");
        }
    }
}
