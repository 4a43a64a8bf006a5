package dev.lifeboat.cli.keys;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.builtins.backup.SealKeys;
import dev.lifeboat.builtins.backup.SealKeys.Key;
import dev.lifeboat.cli.Invocation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupKeyTest {
    private static final String KEEP = " is the secret that a store names as its `key:`. Keep a copy of it outside of the estate: "
            + "whoever loses it loses all backups that it has sealed.\n";
    @TempDir
    private Path folder;

    private Path file(String name) {
        return folder.resolve(name);
    }

    @Test
    void aNewKeysetIsForItsOwnerAlone() throws IOException {
        Invocation made = Invocation.of("backup-key", "new", "--to", file("keys").toString());

        assertThat(made).isEqualTo(new Invocation(0, "", "In `" + file("keys") + "`" + KEEP));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file("keys")))).isEqualTo("rw-------");
        assertThat(new KeysetFile(file("keys")).read().keys()).extracting(Key::primary).containsExactly(true);
    }

    @Test
    void withoutAFileItIsPrintedAndNothingElse() {
        Invocation made = Invocation.of("backup-key", "new");

        assertThat(made.status()).isZero();
        assertThat(SealKeys.parse(made.out(), "what was printed").keys()).hasSize(1);
        assertThat(made.err()).isEqualTo("This" + KEEP);
    }

    @Test
    void oneThatIsThereIsNeverWrittenOver() throws IOException {
        Files.writeString(file("keys"), "what somebody needs");
        Invocation refused = Invocation.of("backup-key", "new", "--to", file("keys").toString());

        assertThat(refused).isEqualTo(new Invocation(64, "", "lifeboat: There is a file `" + file("keys")
                + "` already, which stays as it is: without the keys in it there may be backups that nobody opens. Name another file.\n"));
        assertThat(file("keys")).hasContent("what somebody needs");
    }

    @Test
    void whatIsRotatedKeepsItsKeys() {
        Invocation.of("backup-key", "new", "--to", file("keys").toString());
        Invocation.of("backup-key", "rotate", file("keys").toString(), "--to", file("more").toString());
        String before = new KeysetFile(file("keys")).read().keys().getFirst().id();
        String after = new KeysetFile(file("more")).read().keys().getLast().id();

        assertThat(Invocation.of("backup-key", "list", file("more").toString()).out())
                .isEqualTo(before + "  opens older ones\n" + after + "  seals new backups\n");
    }

    @Test
    void whatIsNoKeysetIsToldToBeNone() throws IOException {
        Files.writeString(file("keys"), "hello");
        assertThat(Invocation.of("backup-key", "list", file("keys").toString()).err())
                .isEqualTo("lifeboat: What file `" + file("keys")
                        + "` holds is no keyset: keys of backups can't be read from it.\nhint: It has to be what "
                        + "`lifeboat backup-key new` has written, all of it and nothing else.\n");
    }
}
