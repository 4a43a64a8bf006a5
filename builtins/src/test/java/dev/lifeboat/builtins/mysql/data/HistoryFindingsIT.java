package dev.lifeboat.builtins.mysql.data;

import static dev.lifeboat.builtins.mysql.LabWords.field;
import static dev.lifeboat.builtins.mysql.LabWords.server;
import static dev.lifeboat.builtins.mysql.Traps.assertRefused;
import static dev.lifeboat.builtins.mysql.Traps.awaitGreen;
import static dev.lifeboat.builtins.mysql.Traps.behindItsBack;
import static dev.lifeboat.builtins.mysql.Traps.elect;
import static dev.lifeboat.builtins.mysql.Traps.failOver;
import static dev.lifeboat.builtins.mysql.Traps.insert;
import static dev.lifeboat.builtins.mysql.Traps.list;
import static dev.lifeboat.builtins.mysql.Traps.rows;
import static dev.lifeboat.builtins.mysql.Traps.word;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.builtins.lab.Await;
import dev.lifeboat.builtins.mysql.LabWords;
import dev.lifeboat.builtins.mysql.Traps;
import dev.lifeboat.interpreter.value.Value;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Servers whose data are not what their replication status says. Finding 1 is shown by {@code TopologyIT}. */
@Timeout(120)
class HistoryFindingsIT {
    private static final Duration SOON = Duration.ofSeconds(20);
    /** The source has purged what the replica lacks, or has less of its own than the replica. */
    private static final String SOURCE_CANNOT_SERVE = "13114";
    @RegisterExtension
    final Traps traps = new Traps();

    @Test
    @DisplayName("finding 2, fault 16: an old primary with an unreplicated tail would follow without an error, and differ for good; it is refused, and its tail named")
    void anUnreplicatedTail() throws Exception {
        LabWords words = traps.words();
        traps.db2().replica().stopReceiver();
        traps.db3().replica().stopReceiver();
        insert(traps.db1(), 101, 103);
        traps.db1().kill();
        failOver(words);
        words.call("mysql.start_fenced", server("db1"));

        assertRefused(words, "mysql.rejoin", server("db1"), server("db2")).contains("it is DIVERGED: it has ")
                .contains(traps.db1().uuid()).endsWith("It stays fenced.");
        assertRefused(words, "mysql.reverse_replication", server("db2"), server("db1"))
                .contains("it is DIVERGED: it has ");

        traps.db1().replica().follow(traps.db2());
        traps.db1().replica().awaitAppliedFrom(traps.db2());
        awaitGreen(traps.db1());
        assertThat(List.of(rows(traps.db1()), rows(traps.db2()))).containsExactly(3, 0);
    }

    @Test
    @DisplayName("finding 3: after a restore to a point in time an old replica would follow happily with the corruption in it; it is refused")
    void theCorruptionLivesOnInOldReplicas() throws Exception {
        LabWords words = traps.words();
        insert(traps.db1(), 101, 110);
        traps.db3().replica().awaitAppliedFrom(traps.db1());
        traps.db3().execute("STOP REPLICA", "RESET REPLICA ALL");
        traps.db1().execute("UPDATE shop.orders SET note = 'corrupted'");
        traps.db2().replica().awaitAppliedFrom(traps.db1());
        traps.db1().kill();
        traps.db3().execute("SET GLOBAL read_only = OFF");
        insert(traps.db3(), 111, 112);

        assertRefused(words, "mysql.repoint", server("db2"), server("db3")).contains("it is DIVERGED: it has ");

        traps.db2().replica().follow(traps.db3());
        traps.db2().replica().awaitAppliedFrom(traps.db3());
        awaitGreen(traps.db2());
        assertThat(traps.db2().value("SELECT COUNT(*) FROM shop.orders WHERE note = 'corrupted'")).isEqualTo("13");
        assertRefused(words, "mysql.same_data", server("db2"), server("db3"))
                .contains("`db2` has transactions that its source has not: ");
    }

    @Test
    @DisplayName("fault 12: a flush by a backup makes the best candidate one that nobody can follow later; it is not elected")
    void anErrantTransactionOfACandidate() throws Exception {
        LabWords words = traps.words();
        traps.db2().execute("FLUSH TABLES");
        assertThat(traps.db2().replica().executed()).as("although it is super_read_only").contains(traps.db2().uuid());
        traps.db1().kill();

        Value election = elect(words);
        assertThat(field(election, "winner")).as("%s", election).isEqualTo(server("db3"));
        assertThat(list(election, "excluded").toString()).contains("db2")
                .contains("It has transactions that neither the primary wrote nor anybody else has: "
                        + traps.db2().uuid());

        traps.db2().execute("STOP REPLICA", "SET GLOBAL read_only = OFF");
        insert(traps.db2(), 101, 101);
        traps.db2().execute("FLUSH LOCAL BINARY LOGS",
                "PURGE BINARY LOGS TO '" + traps.db2().query("SHOW BINARY LOGS").getLast().get("Log_name") + "'");
        traps.given().purge("db2");
        traps.db3().replica().follow(traps.db2());
        Await.until("db3 can't follow db2", SOON,
                () -> traps.db3().replica().status().get("Last_IO_Errno").equals(SOURCE_CANNOT_SERVE));
        assertRefused(words, "mysql.repoint", server("db3"), server("db2")).contains("`db2` has purged");
    }

    @Test
    @DisplayName("fault 13: two replicas with writes of their own would follow one another; people are asked who wins, and the greater number doesn't")
    void writesOnBothSides() throws Exception {
        LabWords words = traps.words();
        traps.db1().kill();
        behindItsBack(traps.db2(), "INSERT INTO shop.orders (id, note) VALUES (101, 'only here')");
        behindItsBack(traps.db3(), "INSERT INTO shop.orders (id, note) VALUES (102, 'only here')",
                "INSERT INTO shop.orders (id, note) VALUES (103, 'only here')");
        words.call("mysql.freeze_receivers", words.cluster);
        words.call("mysql.drain_relay_logs", words.cluster);

        assertRefused(words, "mysql.elect", words.cluster).contains("Split brain: ").contains("`db2`", "`db3`")
                .contains("Whoever is promoted, the others' are lost.");
        assertRefused(words, "mysql.promote", server("db3")).contains("no election was held");

        traps.db2().replica().follow(traps.db3());
        traps.db2().replica().awaitAppliedFrom(traps.db3());
        awaitGreen(traps.db2());
        assertThat(List.of(rows(traps.db2()), rows(traps.db3()))).containsExactly(3, 2);
    }

    @Test
    @DisplayName("finding 11, fault 18: semi-sync leaves a row of which nobody was told on the old primary; it is refused, and the row is in the ledger")
    void thePhantomOfSemiSync() throws Exception {
        LabWords words = traps.words();
        traps.db2().replica().stopReceiver();
        traps.db3().replica().stopReceiver();
        traps.db1().execute("SET GLOBAL rpl_semi_sync_source_timeout = 600000",
                "SET GLOBAL rpl_semi_sync_source_enabled = ON");
        CompletableFuture<Integer> client = CompletableFuture.supplyAsync(() -> Traps.error(traps.db1(),
                "INSERT INTO shop.orders (id, note) VALUES (101, 'not acknowledged')"));
        Await.until("the commit waits", SOON, () -> waits(client));
        traps.db1().kill();
        assertThat(client.join()).as("the client was not told whether it is committed").isEqualTo(Traps.NO_ANSWER);
        failOver(words);
        words.call("mysql.start_fenced", server("db1"));

        assertThat(List.of(rows(traps.db1()), rows(traps.db2()))).containsExactly(1, 0);
        assertRefused(words, "mysql.rejoin", server("db1"), server("db2")).contains("it is DIVERGED");
        Value ledger = words.call("mysql.quarantine", server("db1"));
        assertThat(list(ledger, "transactions")).as("%s", ledger).hasSize(1);
        assertThat(ledger.toString()).contains("id=101", "not acknowledged");
        assertThat(word(words.call("mysql.relation", server("db1"), server("db2")), "state")).isEqualTo("DIVERGED");
    }

    private boolean waits(CompletableFuture<Integer> client) throws SQLException {
        return !client.isDone() && !traps.db1().query("SELECT 1 FROM performance_schema.processlist"
                + " WHERE STATE LIKE 'Waiting for semi-sync ACK%' AND INFO LIKE 'INSERT INTO shop%'").isEmpty();
    }
}
