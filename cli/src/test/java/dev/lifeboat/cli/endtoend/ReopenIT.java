package dev.lifeboat.cli.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.builtins.lab.Await;
import dev.lifeboat.cli.Invocation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The runbook `reopen` on real MySQL servers: the primary is killed and started again by its machine. */
@Timeout(300)
class ReopenIT {
    private static final Path RUNBOOK = Path.of("..", "runbooks", "reopen.runbook");
    private static final int NEEDS_A_PERSON = 2;

    @Test
    @DisplayName("a primary that restarted refuses the application; not while another takes writes, else it is opened, and its heartbeat beats")
    void reopened() throws Exception {
        try (Estate estate = Estate.start(1, Map.of()).allowed(RUNBOOK, ReadinessIT.RUNBOOK, Estate.RUNBOOK)) {
            Invocation recorded = Invocation.of(estate.starts("run", ReadinessIT.RUNBOOK));
            assertThat(recorded.status()).as(recorded.all()).isZero();
            estate.server("db2").replica().awaitAppliedFrom(estate.server("db1"));
            estate.writer().start(50);
            estate.writer().awaitMore(50);
            estate.server("db1").kill();
            estate.server("db1").start();

            assertThat(estate.server("db1").value("SELECT @@GLOBAL.super_read_only")).isEqualTo("1");
            Await.until("the application is refused", Duration.ofSeconds(20), () -> estate.writer().refused().stream()
                    .anyMatch(refused -> refused.reason().contains("read-only")));

            estate.server("db2").execute("SET GLOBAL read_only = OFF");
            Invocation refused = reopen(estate);
            assertThat(refused.status()).as(refused.all()).isEqualTo(NEEDS_A_PERSON);
            assertThat(refused.out()).contains("Another server takes writes");
            assertThat(estate.server("db1").value("SELECT @@GLOBAL.super_read_only")).isEqualTo("1");

            estate.server("db2").execute("SET GLOBAL super_read_only = ON");
            Invocation opened = reopen(estate);
            assertThat(opened.status()).as(opened.all()).isZero();
            estate.writer().awaitMore(20);
            assertThat(estate.server("db1").query("SELECT * FROM performance_schema.persisted_variables")).isEmpty();
            Await.until("the heartbeat beats", Duration.ofSeconds(10), () -> estate.server("db1")
                    .value("SELECT COUNT(*) FROM lifeboat.heartbeat WHERE written > NOW(6) - INTERVAL 3 SECOND")
                    .equals("1"));
        }
    }

    private static Invocation reopen(Estate estate) throws Exception {
        Files.deleteIfExists(estate.journal());
        Path answers = Files.writeString(estate.journal().resolveSibling("nobody.yaml"), "approvals: {}\n");
        String[] start = estate.starts("run", RUNBOOK);
        String[] words = java.util.Arrays.copyOf(start, start.length + 2);
        words[start.length] = "--answers";
        words[start.length + 1] = answers.toString();
        return Invocation.of(words);
    }
}
