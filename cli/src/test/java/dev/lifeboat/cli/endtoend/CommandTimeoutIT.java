package dev.lifeboat.cli.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.interpreter.run.StepState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A step that runs a command ends with its {@code timeout}, and what is told of the processes is so. */
class CommandTimeoutIT {
    private static final Duration TIMEOUT = Duration.ofSeconds(3);
    private static final Duration TO_END = Duration.ofSeconds(2);
    private static final String INVENTORY = """
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
            """;
    @TempDir
    private Path folder;

    @Test
    void aCommandIsEndedWithAllThatItStarted() throws Exception {
        Files.writeString(folder.resolve("inventory.yaml"), INVENTORY);
        TimedStep step = TimedStep.run(folder, TIMEOUT,
                "host.run(host(\"box\"), \"(sleep 601.5 & sleep 601.5) & setsid sh -c 'sleep 601.75 & :'; sleep 601.5\")",
                "irreversible \"It is a test.\"");

        assertThat(step.took()).as(step.screen().all()).isBetween(TIMEOUT.minusMillis(200), TIMEOUT.plus(TO_END));
        assertThat(step.end().state()).isEqualTo(StepState.UNKNOWN);
        assertThat(step.failure().evidence()).filteredOn(line -> line.endsWith("killed, gone")).hasSize(4);
        assertThat(step.failure().evidence().getLast())
                .matches("process \\d+ \\(`sleep`\\) had gone its own way and is STILL RUNNING");
        assertThat(step.screen().out()).contains(step.failure().evidence());
        assertThat(sleeping("601.5")).isEmpty();
        assertThat(sleeping("601.75")).as("as it was told").hasSize(1).allMatch(ProcessHandle::destroyForcibly);
    }

    private static List<ProcessHandle> sleeping(String seconds) {
        return ProcessHandle.allProcesses().filter(process -> process.info().arguments()
                .filter(words -> List.of(words).equals(List.of(seconds))).isPresent()).toList();
    }
}
