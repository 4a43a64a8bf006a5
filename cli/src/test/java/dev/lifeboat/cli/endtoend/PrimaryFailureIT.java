package dev.lifeboat.cli.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.builtins.lab.AcknowledgedWriter.Acknowledged;
import dev.lifeboat.builtins.lab.LabServer;
import dev.lifeboat.cli.Invocation;
import dev.lifeboat.interpreter.run.Event;
import dev.lifeboat.interpreter.value.Value;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * The runbook `primary-failure`, on real MySQL servers that are really killed, stopped and cut off. Each test has an estate of its own, and two of them wait a
 * minute until replicas miss their source.
 */
@Execution(ExecutionMode.CONCURRENT)
class PrimaryFailureIT {
    private static final String APPROVED = """
            approvals:
              promote: {by: infrastructure_manager, answer: yes}
              rebuild: {by: infrastructure_manager, answer: no}
            """;
    /** Nobody approves and nobody chooses: the run stops at its first question. */
    private static final String NOBODY = "approvals: {}\n";
    private static final int ROWS_A_SECOND = 300;

    @Test
    @DisplayName("(a) primary killed: no received row is lost, siblings follow, the old primary can't take a write and is not let back in")
    void primaryKilled() throws Exception {
        try (Estate estate = Estate.start(3, Map.of("db2", "last"))) {
            LabServer old = estate.server("db1");
            old.execute("SET PERSIST read_only = OFF");
            Instant killed = killWithReplicasApart(estate);
            Invocation run = estate.run(APPROVED);
            assertThat(run.status()).as(run.all()).isZero();

            String winner = winner(estate);
            assertThat(winner).isIn("db3", "db4");
            estate.writer().awaitMore(20);
            estate.writer().stop();
            assertThat(estate.proxy().ask("show servers state " + estate.proxy().backend())).contains(winner);
            noReceivedRowIsLost(estate, winner);
            siblingsFollow(estate, winner);
            theBoundContainsTheLoss(estate, winner, killed);
            theLedgerIsTheLoss(estate, winner, killed);
            theOldPrimaryTakesNoWrite(old);
            assertThat(run.out()).contains("DIVERGED");
            assertThat(old.query("SELECT * FROM performance_schema.replication_connection_configuration")).isEmpty();
        }
    }

    /** db3 has received much and applied nothing of it, db4 is behind in receipt, db2 has the most; then a few rows reach nobody. */
    private static Instant killWithReplicasApart(Estate estate) throws Exception {
        estate.writer().start(ROWS_A_SECOND);
        estate.writer().awaitMore(100);
        estate.server("db3").replica().stopApplier();
        estate.writer().awaitMore(50);
        estate.server("db4").replica().stopReceiver();
        estate.writer().awaitMore(1_100);
        estate.server("db3").replica().stopReceiver();
        estate.writer().awaitMore(50);
        estate.server("db2").replica().stopReceiver();
        estate.writer().awaitMore(30);
        estate.server("db1").kill();
        return Instant.now();
    }

    @Test
    @DisplayName("(b) primary stopped under the default replica_net_timeout: HUNG, not alive, and nothing is promoted")
    void primaryStopped() throws Exception {
        try (Estate estate = Estate.start(1, Map.of())) {
            estate.writer().start(ROWS_A_SECOND);
            estate.writer().awaitMore(100);
            estate.server("db1").freeze();
            Invocation run = estate.run(NOBODY);
            assertThat(run.status()).as(run.all()).isEqualTo(2);
            assertThat(run.out()).contains("HUNG").doesNotContain("ALIVE");
            assertThat(estate.server("db2").value("SELECT @@GLOBAL.super_read_only")).isEqualTo("1");
            estate.server("db1").thaw();
        }
    }

    @Test
    @DisplayName("(c) the runner is cut off while replicas hear the primary: UNREACHABLE, nothing changed")
    void runnerCutOff() throws Exception {
        try (Estate estate = Estate.start(1, Map.of())) {
            estate.writer().start(ROWS_A_SECOND);
            estate.writer().awaitMore(100);
            estate.detour().cut();
            Invocation run = estate.run(NOBODY);
            assertThat(run.status()).as(run.all()).isEqualTo(2);
            assertThat(run.out()).contains("UNREACHABLE");
            nothingChanged(estate);
        }
    }

    @Test
    @DisplayName("(d) the primary is alive: nothing changed")
    void primaryAlive() throws Exception {
        try (Estate estate = Estate.start(1, Map.of())) {
            estate.writer().start(ROWS_A_SECOND);
            estate.writer().awaitMore(100);
            Invocation run = estate.run(NOBODY);
            assertThat(run.status()).as(run.all()).isZero();
            nothingChanged(estate);
        }
    }

    private static void nothingChanged(Estate estate) throws SQLException {
        estate.writer().awaitMore(20);
        assertThat(estate.server("db1").value("SELECT @@GLOBAL.read_only")).isEqualTo("0");
        assertThat(estate.server("db2").value("SELECT @@GLOBAL.super_read_only")).isEqualTo("1");
        assertThat(estate.server("db2").replica().receiver()).isEqualTo("Yes");
        assertThat(estate.writer().refused()).isEmpty();
    }

    private static String winner(Estate estate) throws Exception {
        return Journals.events(estate.journal(), Event.Learned.class)
                .filter(learned -> learned.fact().equals("candidate"))
                .map(learned -> ((Value.Text) learned.value()).value()).findFirst().orElseThrow();
    }

    private static void noReceivedRowIsLost(Estate estate, String winner) throws SQLException {
        TreeSet<Long> kept = rows(estate.server(winner));
        for (String sibling : List.of("db2", "db3", "db4")) {
            assertThat(kept).as("rows of %s", sibling).containsAll(rows(estate.server(sibling)));
        }
        assertThat(kept).hasSizeGreaterThan(1_200);
    }

    private static TreeSet<Long> rows(LabServer server) throws SQLException {
        return server.query("SELECT id FROM shop.orders").stream().map(row -> Long.valueOf(row.get("id")))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static void siblingsFollow(Estate estate, String winner) throws SQLException {
        for (String sibling : List.of("db2", "db3", "db4")) {
            if (!sibling.equals(winner)) {
                estate.server(sibling).replica().awaitAppliedFrom(estate.server(winner));
                assertThat(estate.server(sibling).replica().status()).containsEntry("Source_Port",
                        Integer.toString(estate.server(winner).port()));
            }
        }
    }

    /** Each acknowledged row that no replica had was written within the reported bound before the failure. */
    private static void theBoundContainsTheLoss(Estate estate, String winner, Instant killed) throws Exception {
        TreeSet<Long> kept = rows(estate.server(winner));
        List<Acknowledged> lost = estate.writer().acknowledged().stream()
                .filter(row -> row.at().isBefore(killed) && !kept.contains(row.id())).toList();
        assertThat(lost).as("rows that no replica had").isNotEmpty();
        Duration bound = Journals.events(estate.journal(), Event.Learned.class)
                .filter(learned -> learned.fact().equals("loss"))
                .map(learned -> ((Value.Span) learned.value()).value()).reduce((first, last) -> last).orElseThrow();
        assertThat(lost).allSatisfy(row -> assertThat(Duration.between(row.at(), killed)).isLessThanOrEqualTo(bound));
        assertThat(bound).isLessThan(Duration.ofMinutes(15));
    }

    /** Each acknowledged row that is lost is in it. */
    private static void theLedgerIsTheLoss(Estate estate, String winner, Instant killed) throws Exception {
        TreeSet<Long> kept = rows(estate.server(winner));
        String ledger = Journals.events(estate.journal(), Event.CallEnded.class).map(Event.CallEnded::answer)
                .map(String::valueOf).filter(answer -> answer.contains("lost_ledger")).findFirst().orElseThrow();
        estate.writer().acknowledged().stream().filter(row -> row.at().isBefore(killed) && !kept.contains(row.id()))
                .forEach(row -> assertThat(ledger).contains("id=" + row.id() + ", note='order " + row.id() + "'"));
    }

    private static void theOldPrimaryTakesNoWrite(LabServer old) throws SQLException {
        Assertions.assertThatThrownBy(() -> old.execute("INSERT INTO shop.orders (id) VALUES (99999999)"))
                .isInstanceOf(SQLException.class)
                .extracting(e -> ((SQLException) e).getErrorCode()).isEqualTo(1290);
        old.stop();
        old.start();
        try (Connection connection = DriverManager.getConnection("jdbc:mysql://" + old.address() + "/?user=root");
                Statement statement = connection.createStatement()) {
            Assertions.assertThatThrownBy(() -> statement.execute("INSERT INTO shop.orders (id) VALUES (99999998)"))
                    .isInstanceOf(SQLException.class);
        }
    }
}
