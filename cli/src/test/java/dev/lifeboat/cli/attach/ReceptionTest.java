package dev.lifeboat.cli.attach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lifeboat.cli.Assembly;
import dev.lifeboat.cli.files.RunbookReader;
import dev.lifeboat.cli.people.Prompt;
import dev.lifeboat.cli.stepping.Pace;
import dev.lifeboat.cli.stepping.Session;
import dev.lifeboat.cli.stepping.StepList;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.world.People.Choice;
import dev.lifeboat.interpreter.world.People.PauseAnswer;
import dev.lifeboat.interpreter.world.People.PauseRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A run that pauses, and people who attach to it from outside. */
@Timeout(30)
class ReceptionTest {
    private static final PauseRequest PAUSE = new PauseRequest("fence", "Fence it", "It can't be reached.", List.of(),
            "", List.of(Choice.RETRY, Choice.SKIP));

    @TempDir
    private Path folder;
    private StepList steps;

    @BeforeEach
    void readARunbook() {
        steps = new StepList(new RunbookReader(Assembly::checker)
                .read(Path.of("../runbooks/primary-failure.runbook")).needProgram());
    }

    @Test
    void whoLeavesLeavesItWaiting() throws Exception {
        Path journal = folder.resolve("run.journal");
        try (Reception reception = open(journal)) {
            CompletableFuture<Optional<PauseAnswer>> answer = pause(reception);
            Guests gone = visit(journal, "ada", "status", "quit");
            assertThat(gone.heard()).contains("It is there.", "paused at fence: Fence it",
                    "The run waits; `lifeboat attach` comes back to it.");
            visit(journal, "ada");
            await(reception, false);
            assertThat(answer).isNotDone();
            stay(journal, "bob", "skip \"nobody needs it\"");
            assertThat(answer.get()).contains(new PauseAnswer(Choice.SKIP, "bob", "nobody needs it"));
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void oneAtATime() throws Exception {
        Path journal = folder.resolve("run.journal");
        CompletableFuture<Void> stays;
        try (Reception reception = open(journal)) {
            Guests first = new Guests("next");
            stays = CompletableFuture.runAsync(() -> new Visit(journal, first).begin("ada"));
            await(reception, true);
            assertThat(visit(journal, "bob").heard())
                    .containsExactly("Somebody is attached to the run already: `ada`.");
        }
        stays.get();
    }

    private static void await(Reception reception, boolean taken) {
        while (reception.isTaken() != taken) {
            Thread.onSpinWait();
        }
    }

    @Test
    void onlyItsOwnerMayComeIn() throws IOException {
        Path journal = folder.resolve("run.journal");
        try (Reception reception = open(journal)) {
            assertThat(
                    PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("run.journal.socket"))))
                    .isEqualTo("rw-------");
            assertThat(reception.isTaken()).isFalse();
        }
    }

    @Test
    void aPathThatIsTooLongForTheSystemIsALinkToAShortOne() throws Exception {
        Path journal = Files.createDirectories(folder.resolve("long".repeat(30))).resolve("run.journal");
        try (Reception reception = open(journal)) {
            CompletableFuture<Optional<PauseAnswer>> answer = pause(reception);
            stay(journal, "ada", "retry");
            assertThat(answer.get()).contains(new PauseAnswer(Choice.RETRY, "ada", ""));
        }
        assertThat(journal.getParent()).isEmptyDirectory();
    }

    @Test
    void whatADeadProcessHasLeftIsInNobodysWay() throws IOException {
        Path journal = folder.resolve("run.journal");
        Files.createFile(folder.resolve("run.journal.socket"));
        try (Reception reception = open(journal)) {
            assertThat(reception.isTaken()).isFalse();
        }
    }

    @Test
    void whereNobodyLetsAnybodyInThatIsSaid() {
        assertThatThrownBy(() -> visit(folder.resolve("run.journal"), "ada")).isInstanceOf(Failure.class)
                .hasMessageContaining("can't be attached to");
    }

    private Reception open(Path journal) {
        return Reception.open(journal,
                (prompt, person) -> new Session(prompt, steps, List.of(), person, Pace.freely(), true),
                () -> "It is there.");
    }

    private static CompletableFuture<Optional<PauseAnswer>> pause(Reception reception) {
        return CompletableFuture.supplyAsync(() -> reception.ask(session -> session.choice(PAUSE)));
    }

    /** Whoever has decided follows the run, to its end. */
    private static void stay(Path journal, String person, String... lines) {
        CompletableFuture.runAsync(() -> visit(journal, person, lines));
    }

    private static Guests visit(Path journal, String person, String... lines) {
        Guests guests = new Guests(lines);
        new Visit(journal, guests).begin(person);
        return guests;
    }

    /** Somebody who types what they have to say and leaves. */
    private static final class Guests implements Prompt {
        private final Deque<String> lines;
        private final List<String> heard = Collections.synchronizedList(new ArrayList<>());

        Guests(String... lines) {
            this.lines = new ArrayDeque<>(List.of(lines));
        }

        @Override
        public Optional<String> line(String question, List<String> words) {
            assertThat(words).contains("retry", "skip").doesNotContain("next");
            return Optional.ofNullable(lines.poll());
        }

        @Override
        public Optional<String> line(String question, BooleanSupplier elsewhere) {
            throw new AssertionError("Guests decide at pauses only: " + question);
        }

        @Override
        public void say(String text) {
            heard.add(text);
        }

        List<String> heard() {
            return heard;
        }
    }
}
