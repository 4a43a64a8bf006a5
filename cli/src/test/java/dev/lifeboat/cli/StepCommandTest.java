package dev.lifeboat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.grammar.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Recorded sessions of `lifeboat step` on the simulator: what was typed, and what it said. */
@Timeout(60)
class StepCommandTest {
    private static final String RUNBOOK = "../runbooks/primary-failure.runbook";
    private static final Path SESSIONS = Path.of("src/test/resources/step");

    @ParameterizedTest
    @CsvSource({"default, default, 0", "refused, refused, 2", "left, default, 2", "rolled-back, default, 1"})
    void isToldAsItWasRecorded(String session, String scenario, int status) throws IOException {
        Invocation run = Invocation.typed(Files.readString(SESSIONS.resolve(session + ".input")), "step", RUNBOOK,
                "--scenario",
                scenario);
        assertThat(run.out().lines()).allMatch(line -> line.startsWith("SIMULATED"));
        Golden.compare(SESSIONS.resolve(session + ".text"), run.out());
        assertThat(run.status()).as(run.all()).isEqualTo(status);
    }

    @Test
    void theEndOfTheInputLeavesIt() {
        Invocation run = Invocation.typed("", "step", RUNBOOK, "--scenario", "default");
        assertThat(run.status()).as(run.all()).isEqualTo(2);
        assertThat(run.out()).contains("A simulated run is not carried on: `lifeboat step` begins it anew.");
    }
}
