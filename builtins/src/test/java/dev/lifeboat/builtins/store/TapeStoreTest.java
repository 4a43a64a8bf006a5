package dev.lifeboat.builtins.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.lifeboat.builtins.host.ShellCommand;
import dev.lifeboat.builtins.inventory.StorePlan;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.world.SystemClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A tape, whose file system is a folder. */
class TapeStoreTest extends ObjectStoreContract {
    @TempDir
    private Path folder;

    @BeforeEach
    void putIn() throws IOException {
        label("shop-weekly-48");
    }

    private void label(String label) throws IOException {
        Files.writeString(folder.resolve("LABEL"), label + "\nwritten in the vault\n");
    }

    @Override
    protected ObjectStore store() {
        return store(Optional.empty(), Optional.empty(), Optional.empty());
    }

    private ObjectStore store(Optional<String> mount, Optional<String> unmount, Optional<String> readLabel) {
        StorePlan.Tape plan = new StorePlan.Tape(folder.toString(), "shop-weekly-*", "LABEL", mount, unmount,
                readLabel);
        return new TapeStore(
                new TapeDrive("tape", plan, folder, new ShellCommand("this machine", new SystemClock())));
    }

    private static Failure failure(Runnable use) {
        return catchThrowableOfType(Failure.class, use::run);
    }

    @Test
    void theWrongTapeIsNeitherReadNorWritten() throws IOException {
        store().replace("shop/dump", "old".getBytes(UTF_8));
        label("bank-weekly-48");

        assertThat(failure(() -> store().read("shop/dump", 0))).hasMessage("The wrong tape is in for store `tape`: it "
                + "is `bank-weekly-48`, expected `shop-weekly-*`. Nothing was read from it or written to it.")
                .extracting(Failure::hint)
                .isEqualTo("Put in the right one; or change `label` of the store in the inventory.");
        for (Runnable use : List.<Runnable>of(() -> store().list(""), () -> store().find("a"),
                () -> store().upload("a"), () -> store().create("a", new byte[1]),
                () -> store().replace("a", new byte[1]), () -> store().delete("shop/dump"))) {
            assertThat(failure(use)).hasMessageStartingWith("The wrong tape is in");
        }
        assertThat(store().state().usable()).isFalse();
        assertThat(folder.resolve("lifeboat/shop/dump")).hasContent("old");
    }

    @Test
    void withoutATapeNothingIsDone() throws IOException {
        Files.delete(folder.resolve("LABEL"));

        assertThat(failure(() -> store().list(""))).hasMessage("No tape is in for store `tape`: `" + folder
                + "` has no file `LABEL`, and is no volume of LTFS with a name.").extracting(Failure::hint)
                .isEqualTo("Put in one that is called `shop-weekly-*` and mount it there; a new tape is called so by "
                        + "a first line in that file.");
    }

    @Test
    void itIsMountedWhenItIsNeededAndReleasedAfterwards() throws IOException {
        Files.delete(folder.resolve("LABEL"));
        ObjectStore store = store(Optional.of("echo shop-weekly-49 > " + folder + "/LABEL"),
                Optional.of("rm " + folder + "/LABEL"), Optional.empty());
        assertThat(store.isReleased()).isTrue();

        store.replace("shop/dump", new byte[1]);
        assertThat(store.isReleased()).isFalse();
        store.release();
        assertThat(store.isReleased()).isTrue();
        store.release();
        assertThat(folder.resolve("LABEL")).doesNotExist();
        assertThat(store.list("")).hasSize(1);
    }

    @Test
    void aCommandThatFailsIsSaidWithWhatItSaid() throws IOException {
        Files.delete(folder.resolve("LABEL"));
        ObjectStore store = store(Optional.of("echo drive is empty; exit 3"), Optional.empty(), Optional.empty());

        Failure failure = failure(() -> store.list(""));
        assertThat(failure).hasMessage("The tape of store `tape` can't be mounted: `echo drive is empty; exit 3` "
                + "ended with status 3.");
        assertThat(failure.evidence()).containsExactly("drive is empty");
    }

    @Test
    void aCommandCanReadTheLabel() {
        ObjectStore right = store(Optional.empty(), Optional.empty(), Optional.of("echo shop-weekly-1"));
        ObjectStore wrong = store(Optional.empty(), Optional.empty(), Optional.of("echo shop-monthly-1"));
        ObjectStore none = store(Optional.empty(), Optional.empty(), Optional.of("false"));

        assertThat(right.list("")).isEmpty();
        assertThat(failure(() -> wrong.list(""))).hasMessageContaining("it is `shop-monthly-1`");
        assertThat(failure(() -> none.list(""))).hasMessageStartingWith("No tape is in");
    }
}
