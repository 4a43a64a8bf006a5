package dev.lifeboat.builtins.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.lifeboat.interpreter.builtin.Failure;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A store in a folder. */
class DirectoryStoreTest extends ObjectStoreContract {
    @TempDir
    private Path folder;

    @Override
    protected ObjectStore store() {
        return new DirectoryStore("san", folder);
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).map(file -> folder.relativize(file).toString()).sorted().toList();
        }
    }

    private Path leftover(String name, Duration age) throws IOException {
        Path file = Files.writeString(Files.createDirectories(folder.resolve("~uploads")).resolve(name), "half");
        FileTime now = Files.getLastModifiedTime(file);
        return Files.setLastModifiedTime(file, FileTime.from(now.toInstant().minus(age)));
    }

    @Test
    void whatAKilledUploadHasLeftIsNotListedAndGoesWithTheNext() throws IOException {
        leftover("of-yesterday", Duration.ofDays(1));
        leftover("of-just-now", Duration.ofMinutes(50));
        assertThat(store().list("")).isEmpty();

        store().replace("shop/new", "new".getBytes(UTF_8));

        assertThat(files()).containsExactly("shop/new", "~uploads/of-just-now");
    }

    @Test
    void whatIsStillBeingWrittenStaysHoweverOldItIs() throws IOException {
        try (Upload slow = store().upload("shop/slow")) {
            slow.write("begun".getBytes(UTF_8));
            slow.flush();
            Path draft = folder.resolve(files().getFirst());
            Files.setLastModifiedTime(draft, FileTime.fromMillis(0));
            store().replace("shop/new", "new".getBytes(UTF_8));
            assertThat(slow.complete().size()).isEqualTo(5);
        }
        assertThat(files()).containsExactly("shop/new", "shop/slow");
    }

    @Test
    void foldersGoWithTheirLastObject() throws IOException {
        store().replace("shop/a/b/dump", new byte[1]);
        store().replace("shop/other", new byte[1]);
        store().delete("shop/a/b/dump");
        assertThat(folder.resolve("shop/a")).doesNotExist();
        store().delete("shop/other");
        assertThat(folder.resolve("shop")).doesNotExist();
    }

    @Test
    void aVolumeThatIsNotMountedIsNotTakenForAnEmptyOne() {
        Path none = folder.resolve("mount");
        ObjectStore store = new DirectoryStore("san", none);
        String folderIsMissing = "its folder `" + none + "` is not there.";

        assertThat(store.state().usable()).isFalse();
        assertThat(store.state().complaints()).containsExactly("Store `san` can't be used: " + folderIsMissing);
        for (Runnable use : List.<Runnable>of(() -> store.list(""), () -> store.find("a"), () -> store.read("a", 0),
                () -> store.create("a", new byte[1]), () -> store.replace("a", new byte[1]), () -> store.upload("a"),
                () -> store.delete("a"))) {
            assertThat(catchThrowableOfType(Failure.class, use::run)).hasMessageEndingWith(folderIsMissing)
                    .extracting(Failure::hint)
                    .isEqualTo("Look whether the volume is mounted there; Lifeboat never makes that folder itself.");
        }
        assertThat(none).doesNotExist();
    }

    @Test
    void aCancelledUploadLeavesNothing() throws IOException {
        try (Upload upload = store().upload("shop/dump")) {
            upload.write(new byte[1_000_000]);
            Thread.currentThread().interrupt();
            Failure failure = catchThrowableOfType(Failure.class, () -> upload.write(new byte[1_000_000]));
            assertThat(failure).hasMessage("`shop/dump` of store `san` was not written: it was cancelled. "
                    + "What was there before is still there.");
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
        assertThat(files()).isEmpty();
    }

    @Test
    void whoReadsGoesOnReadingWhatIsReplacedMeanwhile() throws IOException {
        store().replace("shop/dump", "old".getBytes(UTF_8));
        try (InputStream stream = store().read("shop/dump", 0)) {
            store().replace("shop/dump", "newer".getBytes(UTF_8));
            assertThat(stream.readAllBytes()).isEqualTo("old".getBytes(UTF_8));
        }
    }

    /** A process that may write no larger files gets the error of a full disk where it comes to that size. */
    @Test
    void onAFullDiskWhatWasThereStays() throws IOException, InterruptedException {
        store().replace("shop/dump", "old".getBytes(UTF_8));

        Process writer = new ProcessBuilder("bash", "-c", "ulimit -f 2000; exec \"$@\"", "limited",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
                System.getProperty("java.class.path"), WriterWithoutRoom.class.getName(), folder.toString())
                .redirectErrorStream(true).start();
        String said = new String(writer.getInputStream().readAllBytes(), UTF_8);

        assertThat(writer.waitFor()).as(said).isZero();
        assertThat(said).isEqualTo("`shop/dump` of store `san` can't be written: its disk is full (`" + folder
                + "`).\nNOT_DONE\nMake room there, such as by `backup.prune(store)`, or use another store. What was "
                + "begun has been taken away, and nothing that was there is lost.\n");
        assertThat(files()).containsExactly("shop/dump");
        assertThat(folder.resolve("shop/dump")).hasContent("old");
    }
}
