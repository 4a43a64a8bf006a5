package dev.lifeboat.cli.mirror;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.builtins.store.DirectoryStore;
import dev.lifeboat.builtins.store.ObjectStore;
import dev.lifeboat.cli.Invocation;
import dev.lifeboat.interpreter.journal.Journal;
import dev.lifeboat.interpreter.journal.JournalFile;
import dev.lifeboat.interpreter.journal.JournalReader;
import dev.lifeboat.interpreter.run.Event;
import dev.lifeboat.interpreter.world.People;
import dev.lifeboat.interpreter.world.SystemClock;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Copies of journals in a store, and how they come back. */
class MirroredJournalTest {
    private static final String RUN = "20260101T030000Z-failover";
    @TempDir
    private Path folder;
    private final List<String> warnings = new CopyOnWriteArrayList<>();
    private Path san;
    private ObjectStore store;
    private Path path;

    @BeforeEach
    void makeStore() throws IOException {
        san = Files.createDirectory(folder.resolve("san"));
        store = new DirectoryStore("san", san);
        path = folder.resolve(RUN + ".journal");
        Files.writeString(folder.resolve("inventory.yaml"), """
                environment: lab
                clusters: {shop: {primary: db1, servers: {db1: {address: "db1:3306", login: dba}}}}
                logins: {dba: {user: lifeboat, password: {env: A}}, replication: {user: repl, password: {env: B}}}
                stores: {san: {kind: directory, path: san}}
                journal: {mirror: san}
                """);
    }

    private Journal journal() {
        return journal(path, RUN);
    }

    private Journal journal(Path at, String copy) {
        return new MirroredJournal(JournalFile.create(at, new SystemClock()), at, copy, store, warnings::add);
    }

    private static void step(Journal journal, String title) {
        journal.append("main", new Event.StepBegan("step", title));
        journal.force();
    }

    private byte[] copy() throws IOException {
        try (InputStream stream = store.read(Mirrored.object(RUN), 0)) {
            return stream.readAllBytes();
        }
    }

    @Test
    void theCopyFollowsTheJournalAndHasItsEnd() throws IOException {
        try (Journal journal = journal()) {
            for (int i = 0; i < 100; i++) {
                step(journal, "Step " + i);
            }
            journal.append("main", new Event.Kept("step", "why"));
        }
        assertThat(copy()).isEqualTo(Files.readAllBytes(path));
        assertThat(Mirrored.copies(store)).containsExactly(RUN);
        assertThat(warnings).isEmpty();
    }

    @Test
    void whileTheRunGoesOnItIsCopiedToo() throws IOException {
        try (Journal journal = journal()) {
            step(journal, "The first");
            while (store.find(Mirrored.object(RUN)).isEmpty()) {
                Thread.onSpinWait();
            }
            assertThat(copy()).isEqualTo(Files.readAllBytes(path));
        }
    }

    @Test
    void atAPauseItIsThere() throws IOException {
        try (Journal journal = journal()) {
            for (int i = 0; i < 5; i++) {
                step(journal, "Step " + i);
                journal.append("main",
                        new Event.Asked(new People.Question("step", "answer", "text", "Go on?", List.of(), false)));
                journal.force();
                assertThat(copy()).isEqualTo(Files.readAllBytes(path));
            }
        }
    }

    @Test
    void aStoreThatIsGoneStopsNothingAndIsToldOnce() throws IOException {
        try (Journal journal = journal()) {
            Files.move(san, folder.resolve("elsewhere"));
            step(journal, "The first");
            while (warnings.isEmpty()) {
                Thread.onSpinWait();
            }
            step(journal, "The second");
            Files.move(folder.resolve("elsewhere"), san);
        }
        assertThat(copy()).isEqualTo(Files.readAllBytes(path));
        assertThat(warnings).containsExactly("The journal is not copied to store `san`: `journals/" + RUN
                + ".journal` of store `san` can't be written: its folder `" + san
                + "` is not there. The run goes on, and so do the attempts.",
                "The copy of the journal in store `san` is complete again.");
    }

    @Test
    void aJournalWhoseFolderIsLostMeanwhileIsCopiedAllTheSame() throws IOException {
        try (Journal journal = journal()) {
            step(journal, "The first");
            Files.delete(path);
            step(journal, "The second");
        }
        assertThat(new String(copy(), StandardCharsets.UTF_8)).contains("The first", "The second");
        assertThat(warnings).isEmpty();
    }

    /** The process that it was taken from wakes up and writes to the end of its own. */
    @Test
    void whoeverCarriesARunOnHasACopyOfHisOwn() throws IOException {
        try (Journal first = journal()) {
            step(first, "The first");
            for (long epoch : new long[]{9, 10}) {
                try (Journal next = journal(folder.resolve("epoch-" + epoch), Mirrored.carriedOn(RUN, epoch))) {
                    step(next, "The first");
                    step(next, "The one of epoch " + epoch);
                }
            }
            step(first, "Woken up");
        }
        String last = Mirrored.carriedOn(RUN, 10);
        assertThat(fetch("san").out()).isEqualTo(String.join("\n", RUN, Mirrored.carriedOn(RUN, 9), last) + "\n");
        assertThat(fetch("san", RUN).status()).isZero();
        assertThat(folder.resolve("back")).hasSameBinaryContentAs(folder.resolve("epoch-10"));
        Files.delete(folder.resolve("back"));
        assertThat(fetch("san", Mirrored.carriedOn(RUN, 9)).status()).isZero();
        assertThat(folder.resolve("back")).hasSameBinaryContentAs(folder.resolve("epoch-9"));
    }

    private Invocation fetch(String... more) {
        return Invocation.of(Stream.concat(Stream.of("journal", "fetch",
                "--inventory", folder.resolve("inventory.yaml").toString(), "--to", folder.resolve("back").toString()),
                Stream.of(more)).toArray(String[]::new));
    }

    @Test
    void aCopyComesBackAndIsNeverWrittenOverAnother() throws IOException {
        try (Journal journal = journal()) {
            step(journal, "The first");
        }
        assertThat(fetch("san").out()).isEqualTo(RUN + "\n");
        Invocation fetched = fetch("san", RUN);
        assertThat(fetched.status()).as(fetched.all()).isZero();
        assertThat(fetched.out()).startsWith("`" + folder.resolve("back") + "` has 1 whole record, and nothing else. "
                + "Its last record is of " + JournalReader.read(path).records().getLast().at() + ".");
        assertThat(folder.resolve("back")).hasSameBinaryContentAs(path);

        Invocation again = fetch("san", RUN);
        assertThat(again.status()).isNotZero();
        assertThat(again.err()).contains("There is a journal at `" + folder.resolve("back") + "` already.");
    }

    @Test
    void whatIsNotThereIsNotFetched() {
        assertThat(fetch("san", "20260101T030000Z-other").err())
                .contains("Store `san` has no journal of a run `20260101T030000Z-other`.");
        assertThat(fetch("nas", RUN).err()).contains("has no store `nas`; it has san.");
        assertThat(folder.resolve("back")).doesNotExist();
    }
}
