package dev.lifeboat.builtins.mysql.failover;

import static dev.lifeboat.builtins.mysql.LabWords.field;
import static dev.lifeboat.builtins.mysql.LabWords.server;
import static dev.lifeboat.builtins.mysql.Traps.assertRefused;
import static dev.lifeboat.builtins.mysql.Traps.error;
import static dev.lifeboat.builtins.mysql.Traps.isGreen;
import static dev.lifeboat.builtins.mysql.Traps.word;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.builtins.lab.Await;
import dev.lifeboat.builtins.lab.LabServer;
import dev.lifeboat.builtins.mysql.LabWords;
import dev.lifeboat.builtins.mysql.Traps;
import dev.lifeboat.interpreter.value.Value;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Primaries that look well and are not, or look dead and are not; that a frozen one is HUNG is shown by {@code MySqlWordsIT}. */
@Timeout(120)
class DiagnosisFindingsIT {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final int TOO_MANY_CONNECTIONS = 1040;
    @RegisterExtension
    final Traps traps = new Traps();

    @Test
    @DisplayName("finding 5, fault 2: over a frozen primary a replica says Yes, Yes and 0 for a minute; Lifeboat's lag grows, as no heartbeat comes")
    void greenOverAFrozenPrimary() throws Exception {
        LabWords words = traps.words();
        traps.db1().freeze();
        Await.until("the heartbeat is old", SOON, () -> behind(words).compareTo(Duration.ofSeconds(3)) > 0);
        assertThat(isGreen(traps.db3())).as("MySQL says that all is well").isTrue();
        assertThat(field(words.call("mysql.lag", server("db3")), "trustworthy")).isEqualTo(Value.TRUE);
    }

    private static Duration behind(LabWords words) {
        return ((Value.Span) field(words.call("mysql.lag", server("db3")), "bound")).value();
    }

    @Test
    @DisplayName("fault 6: a primary without connections refuses everybody and lives; it is OVERLOADED, not dead, and is relieved by its administrative port")
    void outOfConnections() throws Exception {
        LabWords words = traps.words();
        traps.given().useUpConnections("db1");
        assertThat(traps.given().order("db1")).isEqualTo(TOO_MANY_CONNECTIONS);
        assertThat(error(traps.db1(), "DO 0")).as("root too").isEqualTo(TOO_MANY_CONNECTIONS);

        Value verdict = words.call("mysql.diagnose", words.cluster);
        assertThat(word(verdict, "state")).as("%s", verdict).isEqualTo("OVERLOADED");
        assertThat(field(verdict, "dead")).isEqualTo(Value.FALSE);
        words.call("mysql.kill_sessions", server("db1"));
        Await.until("the application gets in", SOON, () -> traps.given().order("db1") == 0);
    }

    @Test
    @DisplayName("fault 8: commits wait for replicas that don't acknowledge, as they would on any other primary; that is told, and switched off knowingly")
    void blockedBySemiSync() throws Exception {
        LabWords words = traps.words();
        assertRefused(words, "mysql.semi_sync", server("db1"), Value.TRUE)
                .contains("were not made to wait for 1 replica: 0 acknowledge.");
        traps.db1().execute("SET GLOBAL rpl_semi_sync_source_timeout = 600000",
                "SET GLOBAL rpl_semi_sync_source_enabled = ON");
        CompletableFuture<Integer> client = CompletableFuture.supplyAsync(() -> Traps.error(traps.db1(),
                "INSERT INTO shop.orders (id, note) VALUES (101, 'waits')"));

        Value verdict = words.call("mysql.diagnose", words.cluster);
        assertThat(word(verdict, "state")).as("%s", verdict).isEqualTo("SEMISYNC_BLOCKED");
        assertThat(client).as("the application waits").isNotDone();
        words.call("mysql.semi_sync", server("db1"), Value.FALSE);
        assertThat(client.join()).as("it was committed").isZero();
        assertThat(word(words.call("mysql.diagnose", words.cluster), "state")).isEqualTo("ALIVE");
    }

    @Test
    @DisplayName("fault 8: a promoted server whose commits wait for two replicas takes no write; Lifeboat lets them wait for nobody until replicas follow, and then for the one that is left")
    void aNewPrimaryDoesNotWaitForReplicasThatAreNotThere() throws Exception {
        LabWords words = traps.words();
        for (LabServer server : List.of(traps.db1(), traps.db2(), traps.db3())) {
            server.execute("SET GLOBAL rpl_semi_sync_replica_enabled = ON",
                    "SET GLOBAL rpl_semi_sync_source_timeout = 600000",
                    "SET GLOBAL rpl_semi_sync_source_wait_for_replica_count = 2",
                    "SET GLOBAL rpl_semi_sync_source_enabled = ON");
        }
        traps.db1().kill();

        Traps.failOver(words);
        assertThat(Traps.error(traps.db2(), "INSERT INTO shop.orders (id, note) VALUES (101, 'x')")).isZero();
        words.call("mysql.repoint", server("db3"), server("db2"));
        words.call("mysql.resume_semi_sync", words.cluster, server("db2"));
        assertThat(words.done()).anyMatch(line -> line.contains("no more than 1 can acknowledge now"));
        assertThat(traps.db2().value("SELECT CONCAT(@@GLOBAL.rpl_semi_sync_source_enabled,"
                + " @@GLOBAL.rpl_semi_sync_source_wait_for_replica_count)")).isEqualTo("11");
        assertThat(Traps.error(traps.db2(), "INSERT INTO shop.orders (id, note) VALUES (102, 'x')")).isZero();
    }

    @Test
    @DisplayName("finding 19: a replica that has long stopped receiving is in order by all that it says itself; what promoting it would lose is bounded, and needs somebody who accepts it")
    void aFailoverThatWouldBeWorseThanTheFailure() throws Exception {
        LabWords words = traps.words();
        words.rpo = Duration.ofSeconds(2);
        traps.db2().replica().stopReceiver();
        traps.db3().replica().stopReceiver();
        Traps.insert(traps.db1(), 101, 110);
        Await.until("they are behind", SOON, () -> behind(words).compareTo(Duration.ofSeconds(3)) > 0);
        traps.db1().kill();

        Value election = Traps.elect(words);
        assertThat(traps.db2().replica().status()).as("nothing unapplied, no error")
                .containsEntry("Replica_SQL_Running", "Yes").containsEntry("Last_SQL_Errno", "0");
        assertThat(Traps.rows(traps.db2())).as("of ten that were acknowledged").isZero();
        assertThat(((Value.Span) field(election, "loss")).value()).isGreaterThan(words.rpo);
        assertRefused(words, "mysql.promote", server("db2")).contains("`db2` was not promoted: up to ")
                .contains(" of writes would be lost, the RPO is 2s, and nobody has accepted it");
        assertThat(words.call("mysql.is_writable", server("db2"))).isEqualTo(Value.FALSE);
    }
}
