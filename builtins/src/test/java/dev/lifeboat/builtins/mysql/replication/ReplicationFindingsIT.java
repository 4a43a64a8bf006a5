package dev.lifeboat.builtins.mysql.replication;

import static dev.lifeboat.builtins.mysql.LabWords.field;
import static dev.lifeboat.builtins.mysql.LabWords.server;
import static dev.lifeboat.builtins.mysql.Traps.assertRefused;
import static dev.lifeboat.builtins.mysql.Traps.elect;
import static dev.lifeboat.builtins.mysql.Traps.error;
import static dev.lifeboat.builtins.mysql.Traps.failOver;
import static dev.lifeboat.builtins.mysql.Traps.insert;
import static dev.lifeboat.builtins.mysql.Traps.rows;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.builtins.lab.Await;
import dev.lifeboat.builtins.lab.LabServer;
import dev.lifeboat.builtins.mysql.LabWords;
import dev.lifeboat.builtins.mysql.Traps;
import dev.lifeboat.interpreter.value.Value;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Received is not applied, stopped is not ended, and what a replica forgets it has forgotten. */
@Timeout(120)
class ReplicationFindingsIT {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final int SYNTAX = 1064;
    private static final int NOT_CONFIGURED_AS_REPLICA = 1200;
    private static final String DUPLICATE_KEY = "1062";
    @RegisterExtension
    final Traps traps = new Traps();

    /** Both replicas have received rows 101 to 120 and applied none of them; the primary is dead. */
    private void dieWithABacklog() throws SQLException {
        traps.db2().replica().stopApplier();
        traps.db3().replica().stopApplier();
        insert(traps.db1(), 101, 120);
        traps.db2().replica().awaitReceivedFrom(traps.db1());
        traps.db3().replica().awaitReceivedFrom(traps.db1());
        traps.db1().kill();
    }

    @Test
    @DisplayName("finding 4, fault 9: what is received and not applied goes with RESET REPLICA ALL; detach and repoint refuse, and a failover loses none of it")
    void receivedIsNotApplied() throws Exception {
        LabWords words = traps.words();
        dieWithABacklog();
        traps.db3().execute("STOP REPLICA", "RESET REPLICA ALL");
        assertThat(traps.db3().replica().received()).isEmpty();
        assertThat(rows(traps.db3())).as("what it had received is gone").isZero();

        assertRefused(words, "mysql.detach", server("db2")).contains("it has received ")
                .endsWith("that it has not applied, and they would be destroyed.");
        assertRefused(words, "mysql.repoint", server("db2"), server("db3")).contains("it is DIVERGED: it has ");
        failOver(words);
        assertThat(rows(traps.db2())).isEqualTo(20);
    }

    @Test
    @DisplayName("fault 14: a candidate that restarts with relay_log_recovery has lost what it received; preferred all the same, it catches up from its sibling first")
    void aCandidateThatRestarted() throws Exception {
        LabWords words = traps.words(Map.of("db2", ", promote: must_not"));
        dieWithABacklog();
        traps.db3().execute("SET PERSIST_ONLY relay_log_recovery = ON");
        traps.db3().stop();
        traps.db3().start();
        assertThat(traps.db3().replica().received()).as("what it had received is gone").isEmpty();

        Value election = elect(words);
        assertThat(field(election, "winner")).isEqualTo(server("db3"));
        assertThat(field(election, "source")).isEqualTo(server("db2"));
        assertThat(rows(traps.db3())).as("without its sibling's it would be promoted with nothing").isZero();
        words.call("mysql.promote", server("db3"));
        assertThat(rows(traps.db3())).isEqualTo(20);
    }

    @Test
    @DisplayName("fault 11: the best placed replica must not win; the one that may catches up from it before it is opened")
    void theBestPlacedOneMustNot() throws Exception {
        LabWords words = traps.words(Map.of("db3", ", promote: must_not"));
        traps.db2().replica().stopReceiver();
        insert(traps.db1(), 101, 110);
        traps.db3().replica().awaitAppliedFrom(traps.db1());
        traps.db1().kill();

        Value election = elect(words);
        assertThat(field(election, "winner")).isEqualTo(server("db2"));
        assertThat(field(election, "source")).isEqualTo(server("db3"));
        assertThat(rows(traps.db2())).as("promoted as it is it would lose the tail").isZero();
        words.call("mysql.promote", server("db2"));
        assertThat(rows(traps.db2())).isEqualTo(10);
        words.call("mysql.repoint", server("db3"), server("db2"));
    }

    @Test
    @DisplayName("finding 8, fault 19: who is promoted by STOP REPLICA alone follows the old primary again after a restart; who is promoted by Lifeboat does not")
    void aPromotionSurvivesARestart() throws Exception {
        LabWords words = traps.words();
        traps.db1().kill();
        failOver(words);
        traps.db3().execute("STOP REPLICA", "SET GLOBAL read_only = OFF");
        for (LabServer server : List.of(traps.db2(), traps.db3())) {
            server.stop();
            server.start();
        }
        traps.db1().start();

        Await.until("db3 follows its old primary again", SOON, () -> traps.db3().replica().receiver().equals("Yes"));
        assertThat(List.of(traps.db2().replica().receiver(), traps.db2().replica().applier()))
                .containsExactly("No", "No");
    }

    @Test
    @DisplayName("finding 9: RESET REPLICA ALL destroys the way back; detach refuses a server that is somebody's replica, and promotion keeps the channel")
    void theWayBackIsKept() throws Exception {
        LabWords words = traps.words();
        traps.db3().execute("STOP REPLICA", "RESET REPLICA ALL");
        assertThat(error(traps.db3(), "START REPLICA")).isEqualTo(NOT_CONFIGURED_AS_REPLICA);

        assertRefused(words, "mysql.detach", server("db2"))
                .endsWith("it is read-only, so it is still somebody's replica.");
        traps.db1().kill();
        failOver(words);
        assertThat(traps.db2().replica().status()).containsEntry("Source_Port", "" + traps.db1().port())
                .containsEntry("Replica_IO_Running", "No");
        words.call("mysql.detach", server("db2"));
        assertThat(traps.db2().replica().status()).isEmpty();
    }

    @Test
    @DisplayName("finding 18: the statements of 8.0 are syntax errors on 9.7, and receivers give up after ten attempts; Lifeboat speaks both, and its receivers don't")
    void dialects() throws Exception {
        LabWords words = traps.words();
        for (String sql : List.of("SHOW MASTER STATUS", "RESET MASTER", "STOP SLAVE", "SHOW SLAVE STATUS",
                "CHANGE MASTER TO MASTER_HOST = '127.0.0.1'")) {
            assertThat(error(traps.db2(), sql)).as(sql).isEqualTo(SYNTAX);
        }
        traps.db3().execute("STOP REPLICA", "RESET REPLICA ALL",
                "CHANGE REPLICATION SOURCE TO SOURCE_HOST = '127.0.0.1', SOURCE_AUTO_POSITION = 1");
        assertThat(retries(traps.db3())).isEqualTo("10");

        words.call("mysql.repoint", server("db3"), server("db1"));
        assertThat(Integer.parseInt(retries(traps.db3()))).isGreaterThanOrEqualTo(86_400);
        assertThat(words.call("mysql.is_replica_of", server("db3"), server("db1"))).isEqualTo(Value.TRUE);
    }

    private static String retries(LabServer replica) throws SQLException {
        return replica
                .value("SELECT CONNECTION_RETRY_COUNT FROM performance_schema.replication_connection_configuration");
    }

    @Test
    @DisplayName("fault 15: a receiver that gave up stays down when its source is back, and looks broken; it is started, not rebuilt")
    void aReceiverThatGaveUp() throws Exception {
        LabWords words = traps.words();
        traps.given().giveFewRetries("db2");
        traps.db1().kill();
        Await.until("it gives up", SOON, () -> traps.db2().replica().receiver().equals("No"));
        traps.db1().start();
        insert(traps.db1(), 101, 101);
        traps.db3().replica().awaitAppliedFrom(traps.db1());
        assertThat(traps.db2().replica().status()).containsEntry("Replica_IO_Running", "No")
                .containsEntry("Last_IO_Errno", "2003");

        words.call("mysql.resume_replication", server("db2"));
        traps.db2().replica().awaitAppliedFrom(traps.db1());
        assertThat(rows(traps.db2())).isEqualTo(1);
    }

    @Test
    @DisplayName("fault 10: the appliers of all replicas have been broken for hours, their receivers say Yes; nobody is promoted, and each is told why")
    void allAppliersAreBroken() throws Exception {
        LabWords words = traps.words();
        for (LabServer replica : List.of(traps.db2(), traps.db3())) {
            replica.execute("SET SESSION sql_log_bin = OFF", "SET GLOBAL super_read_only = OFF",
                    "INSERT INTO shop.orders (id, note) VALUES (101, 'in the way')", "SET GLOBAL super_read_only = ON");
        }
        insert(traps.db1(), 101, 110);
        for (LabServer replica : List.of(traps.db2(), traps.db3())) {
            replica.replica().awaitReceivedFrom(traps.db1());
            Await.until("its applier stops", SOON,
                    () -> replica.replica().status().get("Last_SQL_Errno").equals(DUPLICATE_KEY));
            assertThat(replica.replica().receiver()).isEqualTo("Yes");
            assertThat(rows(replica)).as("promoted as it is, it would lose what came since").isEqualTo(1);
        }
        traps.db1().kill();
        words.call("mysql.fence", server("db1"));
        words.call("mysql.freeze_receivers", words.cluster);

        assertRefused(words, "mysql.drain_relay_logs", words.cluster)
                .isEqualTo("No replica of `ecommerce` could apply what it has received.");
        assertRefused(words, "mysql.elect", words.cluster).isEqualTo("No server of `ecommerce` can be promoted.");
        assertThat(words.done()).anyMatch(line -> line.contains("its applier stopped with error 1062"));
    }
}
