package dev.lifeboat.cli.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.builtins.lab.Await;
import dev.lifeboat.interpreter.journal.JournalReader;
import dev.lifeboat.interpreter.run.Event;
import dev.lifeboat.interpreter.run.RunOutcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A real process, and the signals that a terminal sends it. */
@Timeout(120)
class InterruptionIT {
    private static final Duration A_WHILE = Duration.ofSeconds(40);
    private static final String RUNBOOK = """
            runbook interrupted "Interrupted"
                version "1"
                owner @lead
                requires mysql ">= 8.0.26"
                on failure stop

            phase all "All" {
                step first "First" timeout 1m takes 1s {
                    host.run(host("box"), "touch begun; while [ ! -e go ]; do sleep 0.1; done; echo first >> done")
                }
                undo { host.run(host("box"), "echo undone >> done") }
                step second "Second" timeout 1m takes 1s {
                    host.run(host("box"), "echo second >> done")
                }
                irreversible "It is a test."
            }
            """;
    @TempDir
    private Path folder;

    @BeforeEach
    void write() throws IOException {
        Files.writeString(folder.resolve("lifeboat.yaml"), "inventory: inventory.yaml\n");
        Files.writeString(folder.resolve("it.runbook"), RUNBOOK.replaceAll("(touch |-e |>> )", "$1" + folder + "/"));
        Files.writeString(folder.resolve("inventory.yaml"), """
                environment: lab
                clusters:
                  shop:
                    primary: db1
                    servers: {db1: {address: "127.0.0.1:1", login: dba}}
                    replication: dba
                logins: {dba: {user: lifeboat, password: {file: lifeboat.yaml}}}
                roles: {lead: [ada]}
                people: {ada: {channels: [chat]}}
                channels: {chat: {kind: console}}
                hosts: {box: {services: {}}}
                """);
    }

    @Test
    void theFirstAsksBeforeTheNextStepAndTheRunIsResumed() throws Exception {
        MortalProcess run = begin("questions: {interrupted: {by: ada, answer: stop}}\n");
        run.signal("INT");
        said("Interrupted: the step that is under way goes on to its end");
        Files.createFile(folder.resolve("go"));

        assertThat(run.end()).as(output()).isEqualTo(RunOutcome.INTERRUPTED.exitStatus());
        assertThat(done()).containsExactly("first");
        assertThat(output()).contains("`lifeboat resume " + journal() + "` carries it on.");

        assertThat(resume("questions: {interrupted: {by: ada, answer: go_on}}\n")).as(output()).isZero();
        assertThat(done()).containsExactly("first", "second");
    }

    @Test
    void itCanBeRolledBack() throws Exception {
        MortalProcess run = begin("questions: {interrupted: {by: ada, answer: roll_back}}\n");
        run.signal("INT");
        said("Interrupted: ");
        Files.createFile(folder.resolve("go"));

        assertThat(run.end()).as(output()).isEqualTo(RunOutcome.ROLLED_BACK.exitStatus());
        assertThat(done()).containsExactly("first", "undone");
    }

    @Test
    void theSecondStopsAtOnce() throws Exception {
        MortalProcess run = begin("approvals: {}\n");
        run.signal("INT");
        said("Interrupted: ");
        run.signal("INT");
        isStopped(run);
    }

    @Test
    void soDoesATermination() throws Exception {
        MortalProcess run = begin("approvals: {}\n");
        run.signal("TERM");
        isStopped(run);
    }

    private void isStopped(MortalProcess run) throws Exception {
        long began = System.nanoTime();
        assertThat(run.end()).as(output()).isEqualTo(RunOutcome.INTERRUPTED.exitStatus());
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(8));
        assertThat(output()).contains("Stopping at once. `lifeboat resume " + journal() + "` carries the run on.")
                .contains("killed, gone");
        assertThat(Journals.events(journal(), Event.RunEnded.class)).singleElement()
                .matches(end -> end.outcome() == RunOutcome.INTERRUPTED);
        assertThat(JournalReader.read(journal()).isSound()).isTrue();
        assertThat(folder.resolve("done")).doesNotExist();
    }

    private MortalProcess begin(String answers) throws IOException {
        MortalProcess run = start(answers, "run", folder.resolve("it.runbook").toString(), "--journal",
                journal().toString());
        Await.until("the step has begun", A_WHILE, () -> Files.exists(folder.resolve("begun")));
        return run;
    }

    private int resume(String answers) throws Exception {
        return start(answers, "resume", journal().toString()).end();
    }

    private MortalProcess start(String answers, String... command) throws IOException {
        Path file = Files.writeString(folder.resolve("answers.yaml"), answers);
        List<String> words = new ArrayList<>(List.of(command));
        words.addAll(List.of("--operator", "ada", "--answers", file.toString()));
        return MortalProcess.start(folder.resolve("output"), words.toArray(String[]::new));
    }

    private Path journal() {
        return folder.resolve("journal");
    }

    private String output() throws IOException {
        return Files.readString(folder.resolve("output"));
    }

    private List<String> done() throws IOException {
        return Files.readAllLines(folder.resolve("done"));
    }

    private void said(String text) {
        Await.until("`" + text + "` is said", A_WHILE, () -> output().contains(text));
    }
}
