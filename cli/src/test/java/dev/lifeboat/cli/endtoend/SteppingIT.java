package dev.lifeboat.cli.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.builtins.lab.Await;
import dev.lifeboat.cli.Invocation;
import dev.lifeboat.interpreter.run.Event;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Somebody at the prompt, and somebody who attaches, on real MySQL servers. */
@Timeout(300)
class SteppingIT {
    private static final String RUNBOOK = """
            runbook session "A session"
                version "1"
                owner @database_lead
                on failure pause

            phase all "All" {
                step quiet "Stop the replica's receiver" timeout 1m takes 1s {
                    mysql.freeze_receivers(cluster)
                }
                step closed "The replica's twin takes no writes" timeout 1m takes 1s {
                    require not mysql.is_writable(server("db1")), "db1 takes writes."
                }
                step told "Say so" timeout 1m takes 1s {
                    let open = mysql.is_writable(server("db1"))
                    require not open, "It was opened again."
                }
            }
            """;
    private static final String CLOSE = "call mysql.set_read_only(db1, on: true)\nyes\n";

    @TempDir
    private Path folder;
    private Path runbook;

    @BeforeEach
    void write() throws IOException {
        runbook = Files.writeString(folder.resolve("session.runbook"), RUNBOOK);
    }

    @Test
    @DisplayName("a failed step, a retry, an ad-hoc call that is taken back, a detach and an attach, to the end")
    void attached() throws Exception {
        try (Estate estate = Estate.start(1, Map.of())) {
            estate.writer().start(20);
            Path output = folder.resolve("output");
            MortalProcess run = MortalProcess.start(output, estate.starts("run", runbook));
            Await.until("the run waits", Duration.ofSeconds(60),
                    () -> Files.readString(output).contains("The run waits for `lifeboat attach`."));
            Invocation first = attach(estate, "next?\nretry\n" + CLOSE + "undo?\nundo\nquit\n");
            assertThat(first.status()).as(first.all()).isZero();
            assertThat(first.out()).contains("closed FAILED> retry", "was done.", "`closed` was taken back.",
                    "The run waits; `lifeboat attach` comes back to it.");
            assertThat(readOnly(estate)).as(first.all()).isEqualTo("0");

            Invocation second = attach(estate, CLOSE + "retry\n");
            assertThat(second.status()).as(second.all()).isZero();
            assertThat(run.end()).as(Files.readString(output)).isZero();
            assertThat(readOnly(estate)).as(second.all()).isEqualTo("1");
            assertThat(estate.server("db2").replica().receiver()).isEqualTo("No");
            assertThat(Journals.events(estate.journal(), Event.Directed.class)
                    .map(directed -> directed.direction().move().name())).containsExactly("CALL", "UNDO", "CALL");
            Invocation late = attach(estate, "");
            assertThat(late.err()).contains("is not going on (done).", "`lifeboat resume ");
        }
    }

    @Test
    @DisplayName("a step is taken back and run again, the prompt is left, and the run is carried on at it")
    void stepped() throws Exception {
        try (Estate estate = Estate.start(1, Map.of())) {
            estate.writer().start(20);
            Invocation left = Invocation.typed("next\nundo?\nundo\n", estate.starts("step", runbook));
            assertThat(left.status()).as(left.all()).isEqualTo(2);
            assertThat(left.out()).contains("quiet: start the receiver of db2 again", " --step` carries it on.");
            Await.until("the receiver is connected again", Duration.ofSeconds(10),
                    () -> estate.server("db2").replica().receiver().equals("Yes"));

            Invocation carriedOn = Invocation.typed("next\nnext\n" + CLOSE + "retry\ncontinue\n", "resume",
                    estate.journal().toString(), "--step", "--operator", "senior_dba");
            assertThat(carriedOn.status()).as(carriedOn.all()).isZero();
            assertThat(carriedOn.out()).contains("Next: quiet", "closed FAILED> ", "Next: told");
            assertThat(readOnly(estate)).isEqualTo("1");
        }
    }

    private static Invocation attach(Estate estate, String lines) {
        return Invocation.typed(lines, "attach", estate.journal().toString(), "--operator", "senior_dba");
    }

    private static String readOnly(Estate estate) throws SQLException {
        return estate.server("db1").value("SELECT @@GLOBAL.super_read_only");
    }
}
