package dev.lifeboat.cli.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.builtins.lab.Await;
import dev.lifeboat.interpreter.run.Event;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A real process that is killed, others that watch over it, and one that carries its run on. */
@Timeout(120)
class WatchIT {
    private static final Duration A_WHILE = Duration.ofSeconds(40);
    private static final String RUNBOOK = """
            runbook watched "Watched"
                version "1"
                owner @lead
                on failure stop

            escalation {
                after 15s notify @on_call
                after 2h notify @cto
            }

            phase all "All" {
                step first "First" takes 10s {
                    wait 10s
                }
            }
            """;
    @TempDir
    private Path folder;

    @BeforeEach
    void write() throws IOException {
        Files.writeString(folder.resolve("it.runbook"), RUNBOOK);
        Files.writeString(folder.resolve("lifeboat.yaml"), "inventory: inventory.yaml\n");
        Files.writeString(folder.resolve("inventory.yaml"), """
                environment: lab
                clusters:
                  shop:
                    primary: db1
                    servers: {db1: {address: "127.0.0.1:1", login: dba}}
                    replication: dba
                logins: {dba: {user: lifeboat, password: {file: lifeboat.yaml}}}
                roles: {lead: [lin], on_call: [ada], cto: [tom]}
                people: {lin: {channels: [letters]}, ada: {channels: [letters]}, tom: {channels: [letters]}}
                channels: {letters: {kind: file}}
                """);
    }

    @Test
    void whoeverHasToKnowIsToldOnceThoughTheWatchesAndTheRunAreKilledAndBegunAgain() throws Exception {
        MortalProcess run = start("run", folder.resolve("it.runbook").toString(), "--operator", "lin", "--journal",
                journal().toString());
        assertThat(run.killAtLine(journal(), 3)).as("it was still running").isTrue();
        watch("--once");
        assertThat(told()).containsExactly("lin");
        MortalProcess first = start("watch", journal().toString());
        MortalProcess second = start("watch", journal().toString());
        Await.until("the first rung is told", A_WHILE, () -> told().size() > 1);
        acknowledge();
        first.signal("TERM");
        second.signal("KILL");
        first.end();
        second.end();
        watch("--once");
        assertThat(told()).containsExactly("lin", "ada");

        assertThat(start("resume", journal().toString(), "--operator", "lin").end()).as(output()).isZero();
        assertThat(told()).containsExactly("lin", "ada");
        assertThat(Journals.events(journal(), Event.Told.class)).singleElement()
                .matches(told -> told.deliveries().getFirst().delivered());
        assertThat(Journals.events(journal(), Event.Acknowledged.class)).singleElement()
                .matches(by -> by.how().contains("taken by the watch"));
    }

    private void acknowledge() throws Exception {
        assertThat(start("ack", journal().toString(), "--as", "ada").end()).as(output()).isZero();
    }

    private void watch(String option) throws Exception {
        assertThat(start("watch", option, journal().toString()).end()).as(output()).isZero();
    }

    private MortalProcess start(String... command) throws IOException {
        return MortalProcess.start(folder.resolve("output"), command);
    }

    private Path journal() {
        return folder.resolve("it.journal");
    }

    private String output() throws IOException {
        return Files.readString(folder.resolve("output"));
    }

    private List<String> told() throws IOException {
        Path letters = folder.resolve("letters.txt");
        return Files.exists(letters)
                ? Files.readAllLines(letters).stream().filter(line -> line.startsWith("To: "))
                        .map(line -> line.substring(4)).toList()
                : List.of();
    }
}
