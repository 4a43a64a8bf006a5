package dev.lifeboat.cli.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lifeboat.builtins.keys.Purpose;
import dev.lifeboat.builtins.keys.SigningKey;
import dev.lifeboat.builtins.keys.VerifyingKey;
import dev.lifeboat.cli.Invocation;
import dev.lifeboat.cli.files.UsageProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyFileTest {
    @TempDir
    private Path folder;
    private Path file;
    private Path right;

    @BeforeEach
    void writePassphrase() throws IOException {
        file = folder.resolve("keys").resolve("ada.pem");
        right = Files.writeString(folder.resolve("right"), "correct horse\n");
    }

    private Invocation keygen() {
        return Invocation.of("keygen", "--as", "ada", "--key", file.toString(), "--passphrase-file", right.toString());
    }

    private static Passphrase from(Path path) {
        return Passphrase.of(null, Map.of(Passphrase.VARIABLE, path.toString()));
    }

    private SigningKey read(Passphrase passphrase) {
        return KeyFile.of(file, "ada").read(passphrase);
    }

    @Test
    void theLineForTheInventoryVerifiesWhatTheFileSigns() {
        Invocation made = keygen();

        assertThat(made.status()).as(made.all()).isZero();
        assertThat(made.out()).matches("  ada: \\{key: ed25519:.{44}}\n");
        VerifyingKey verifying = VerifyingKey.read(made.out().replaceAll(".*key: (.*)}\n", "$1")).orElseThrow();
        assertThat(verifying.verifies(Purpose.SEAL, "text", read(from(right)).sign(Purpose.SEAL, "text"))).isTrue();
    }

    @Test
    void itsOwnerAloneCanReadItAndOnlyWithThePassphrase() throws IOException {
        keygen();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())))
                .isEqualTo("rwx------");
        assertThat(Files.readString(file)).startsWith("-----BEGIN ENCRYPTED PRIVATE KEY-----\n");
        Path wrong = Files.writeString(folder.resolve("wrong"), "correct house");
        assertThatThrownBy(() -> read(from(wrong))).isInstanceOf(UsageProblem.class)
                .hasMessageContaining("the passphrase is wrong");
    }

    @Test
    void aKeyThatOthersCouldReadIsNobodysOwn() throws IOException {
        keygen();
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));

        assertThatThrownBy(() -> read(from(right))).isInstanceOf(UsageProblem.class)
                .hasMessageContaining("Others than its owner can get at");
    }

    @Test
    void noKeyIsEverWrittenOverAnother() throws IOException {
        keygen();
        String before = Files.readString(file);

        Invocation again = keygen();

        assertThat(again.status()).isEqualTo(64);
        assertThat(again.err()).contains("There is a key in");
        assertThat(Files.readString(file)).isEqualTo(before);
    }

    @Test
    void aShortPassphraseMakesNone() throws IOException {
        Files.writeString(right, "short\n");

        assertThat(keygen().err()).contains("A passphrase of fewer than 8 characters protects nothing");
        assertThat(file).doesNotExist();
    }

    @Test
    void whatIsNoKeyFileIsSaidToBeNone() throws IOException {
        assertThatThrownBy(() -> read(from(right))).hasMessageContaining("There is no key");
        Files.createDirectories(file.getParent());
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        for (String text : new String[]{"", "junk", "-----BEGIN ENCRYPTED PRIVATE KEY-----\nAAAA\n"
                + "-----END ENCRYPTED PRIVATE KEY-----\n"}) {
            Files.writeString(file, text);
            assertThatThrownBy(() -> read(from(right))).isInstanceOf(UsageProblem.class)
                    .hasMessageContaining("no key that `lifeboat keygen` has made");
        }
    }

    @Test
    void aNameIsNoPath() {
        Invocation made = Invocation.of("keygen", "--as", "../ada", "--passphrase-file", right.toString());
        assertThat(made.status()).isEqualTo(64);
        assertThat(made.err()).contains("`../ada` can't be the name of a person who has a key");
    }
}
