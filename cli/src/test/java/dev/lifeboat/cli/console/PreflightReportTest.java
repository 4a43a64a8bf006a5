package dev.lifeboat.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.interpreter.run.Event.Finding;
import dev.lifeboat.interpreter.run.Event.Identity;
import dev.lifeboat.interpreter.run.Event.PreflightEnded;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class PreflightReportTest {
    private static final PreflightEnded FOUND = new PreflightEnded(
            List.of("`db2` answers: MySQL 9.7.4, 7c22", "channel `chat`"),
            List.of(new Finding("db1", false, "`db1` does not answer: nothing listens at 127.0.0.1:3306.",
                    "If that is why the run is started, start it."),
                    new Finding("db2", true,
                            "`db2` is another server than the last time: it was 5d1e, and is 7c22 now.",
                            "Find out where its address leads.")),
            List.of(new Identity("db1", "3e11", "9.7.4", "readiness record"),
                    new Identity("db2", "7c22", "9.7.4", "seen")),
            Duration.ofMillis(412));

    @Test
    void aRunSaysInOneLineWhatIsFineAndFirstWhatBlocksIt() {
        assertThat(String.join("\n", new PreflightReport(FOUND, Style.of(false)).brief())).isEqualTo("""
                Preflight: 2 things in order, 2 findings.
                  BLOCKS  `db2` is another server than the last time: it was 5d1e, and is 7c22 now.
                           Find out where its address leads.
                  finding  `db1` does not answer: nothing listens at 127.0.0.1:3306.
                           If that is why the run is started, start it.""");
    }

    @Test
    void theCommandSaysAllOfIt() {
        assertThat(String.join("\n", new PreflightReport(FOUND, Style.of(false)).whole())).startsWith("""
                  ok       `db2` answers: MySQL 9.7.4, 7c22
                  ok       channel `chat`
                  known    `db1` is 3e11, by readiness record
                Preflight: 2 things in order, 2 findings.
                """.stripIndent()).endsWith("Took 0.4s.");
    }
}
