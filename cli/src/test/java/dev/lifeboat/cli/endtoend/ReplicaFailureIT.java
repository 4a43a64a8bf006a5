package dev.lifeboat.cli.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.builtins.lab.Await;
import dev.lifeboat.builtins.lab.LabServer;
import dev.lifeboat.cli.Invocation;
import dev.lifeboat.interpreter.run.Event;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The runbook `replica-failure`, on real MySQL servers, under load. */
class ReplicaFailureIT {
    private static final Path RUNBOOK = Path.of("..", "runbooks", "replica-failure.runbook");
    private static final String APPROVED = """
            approvals:
              clone: {by: infrastructure_manager, answer: yes}
            """;
    private static final long ERRANT = 777_777_777;

    private static Invocation run(Estate estate) throws Exception {
        List<String> words = new ArrayList<>(List.of(estate.runs(APPROVED)));
        words.set(1, RUNBOOK.toString());
        words.addAll(List.of("--param", "replica=db2", "--param", "donor=db3"));
        return Invocation.of(words.toArray(String[]::new));
    }

    @Test
    @DisplayName("A replica with a row of its own and a broken applier: the row is in the ledger, nothing is skipped, it is cloned and has the primary's rows")
    void brokenApplier() throws Exception {
        try (Estate estate = Estate.start(2, Map.of()).allowed(RUNBOOK)) {
            LabServer replica = estate.server("db2");
            estate.writer().start(50);
            estate.writer().awaitMore(50);
            replica.execute("SET GLOBAL super_read_only = OFF",
                    "INSERT INTO shop.orders (id, note) VALUES (" + ERRANT + ", 'by hand')",
                    "SET GLOBAL super_read_only = ON");
            estate.server("db1").execute("INSERT INTO shop.orders (id, note) VALUES (" + ERRANT + ", 'placed')");
            Await.until("the applier stops", Duration.ofSeconds(20),
                    () -> replica.replica().applier().equals("No"));
            Invocation run = run(estate);
            assertThat(run.status()).as(run.all()).isZero();

            estate.writer().awaitMore(20);
            estate.writer().stop();
            replica.replica().awaitAppliedFrom(estate.server("db1"));
            assertThat(replica.value("SELECT note FROM shop.orders WHERE id = " + ERRANT)).isEqualTo("placed");
            assertThat(replica.value("SELECT @@super_read_only")).isEqualTo("1");
            assertThat(replica.value("SELECT COUNT(*) FROM shop.orders"))
                    .isEqualTo(estate.server("db1").value("SELECT COUNT(*) FROM shop.orders"));
            assertThat(estate.writer().refused()).isEmpty();
            assertThat(Journals.events(estate.journal(), Event.CallEnded.class).map(Event.CallEnded::answer)
                    .map(String::valueOf)).anyMatch(answer -> answer.contains("note='by hand'"));
        }
    }

    @Test
    @DisplayName("A replica that was killed is started, read-only, and catches up: nothing is rebuilt")
    void killed() throws Exception {
        try (Estate estate = Estate.start(2, Map.of()).allowed(RUNBOOK)) {
            estate.writer().start(50);
            estate.writer().awaitMore(50);
            estate.server("db2").kill();
            estate.writer().awaitMore(50);
            Invocation run = run(estate);
            assertThat(run.status()).as(run.all()).isZero();

            assertThat(run.out()).contains("rebuild skipped");
            estate.writer().stop();
            estate.server("db2").replica().awaitAppliedFrom(estate.server("db1"));
            assertThat(estate.server("db2").value("SELECT @@super_read_only")).isEqualTo("1");
        }
    }
}
