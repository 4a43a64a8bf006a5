package dev.lifeboat.builtins.mysql.instance;

import static dev.lifeboat.builtins.mysql.LabWords.field;
import static dev.lifeboat.builtins.mysql.LabWords.server;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lifeboat.builtins.lab.LabServer;
import dev.lifeboat.builtins.lab.MySqlLab;
import dev.lifeboat.builtins.lab.ServerPlan;
import dev.lifeboat.builtins.mysql.GtidSet;
import dev.lifeboat.builtins.mysql.LabWords;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.value.Value;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What only a dead primary has is looked for, written down, saved, and only then destroyed: on real servers. */
class RebuildIT {
    private static final Value DB1 = new Value.Text("db1");
    @TempDir
    private Path folder;

    private MySqlLab three() throws Exception {
        MySqlLab lab = MySqlLab.start(plan(ServerPlan.primary("db1")), plan(ServerPlan.replica("db2", "db1")),
                plan(ServerPlan.replica("db3", "db1")));
        LabServer db1 = lab.server("db1");
        new LabWords(lab, folder, Map.of()).prepare();
        db1.execute("GRANT SELECT, INSERT, DELETE ON lifeboat.probe TO app");
        Files.writeString(folder.resolve("orders.txt"), "db1 " + db1.address() + "\n");
        insert(db1, 1, 20);
        lab.server("db2").replica().awaitAppliedFrom(db1);
        lab.server("db3").replica().awaitAppliedFrom(db1);
        return lab;
    }

    private static ServerPlan plan(ServerPlan plan) {
        return plan.with("plugin_load_add", "mysql_clone.so");
    }

    private static void insert(LabServer server, int first, int last) throws SQLException {
        try (var connection = server.connect(); var statement = connection.createStatement()) {
            for (int id = first; id <= last; id++) {
                statement.execute("INSERT INTO shop.orders (id, note) VALUES (" + id + ", 'x')");
            }
        }
    }

    /** Rows 21 to 30 are on db1 alone, which is dead. */
    private static void dieWithATail(MySqlLab lab) throws Exception {
        lab.server("db2").replica().stopReceiver();
        lab.server("db3").replica().stopReceiver();
        insert(lab.server("db1"), 21, 30);
        lab.server("db1").kill();
    }

    private static Value elect(LabWords words) {
        assertThat(((Value.Word) field(words.call("mysql.diagnose", words.cluster), "state")).word())
                .isEqualTo("DEAD");
        words.call("mysql.fence", server("db1"));
        words.call("mysql.freeze_receivers", words.cluster);
        words.call("mysql.drain_relay_logs", words.cluster);
        return field(words.call("mysql.elect", words.cluster, null), "winner");
    }

    private static List<Value> list(Value record, String field) {
        return ((Value.Listing) field(record, field)).items();
    }

    @Test
    void whatOnlyAnOldPrimaryHasIsInALedgerBeforeItIsAClone() throws Exception {
        try (MySqlLab lab = three()) {
            LabWords words = new LabWords(lab, folder, Map.of("db3", ", promote: last"));
            LabServer db1 = lab.server("db1");
            dieWithATail(lab);
            assertThat(elect(words)).isEqualTo(server("db2"));
            words.call("mysql.promote", server("db2"));
            words.call("mysql.repoint", server("db3"), server("db2"));
            words.call("mysql.start_fenced", server("db1"));
            assertThatThrownBy(() -> words.call("mysql.rebuild", server("db1"), server("db3"), null, DB1))
                    .isInstanceOf(Failure.class).hasMessageStartingWith(
                            "`db1` is not rebuilt: it is the only one that has 10 transactions of the application's");

            Value ledger = words.call("mysql.quarantine", server("db1"));
            assertThat(list(ledger, "transactions")).hasSize(10);
            assertThat(field(ledger, "rows")).isEqualTo(new Value.Int(10));
            Value row = list(list(ledger, "transactions").getFirst(), "rows").getFirst();
            assertThat(field(row, "key")).isEqualTo(new Value.Text("id=21"));
            assertThat(((Value.Text) field(row, "after")).value()).startsWith("id=21, note='x', written='");
            assertThat(words.done()).last().asString()
                    .contains("db1: has 10 transactions of the application's that db2 has not: 10 rows of shop.orders");

            words.call("mysql.rebuild", server("db1"), server("db3"), null, DB1);
            assertThat(db1.query("SELECT @@super_read_only r, @@offline_mode o").getFirst().values())
                    .containsExactly("1", "0");
            assertThat(db1.replica().status()).as("a clone of a replica has its donor's channel: %s", words.done())
                    .isEmpty();
            words.call("mysql.rejoin", server("db1"), server("db2"));
            assertThat(words.call("mysql.same_data", server("db1"), server("db2"))).as("%s", words.done())
                    .isEqualTo(Value.TRUE);
            assertThat(db1.value("SELECT COUNT(*) FROM shop.orders")).isEqualTo("20");
        }
    }

    @Test
    void theTailOfADeadPrimaryIsSavedOutOfItsFiles() throws Exception {
        try (MySqlLab lab = three()) {
            LabWords words = new LabWords(lab, folder, Map.of("db3", ", promote: last"));
            dieWithATail(lab);
            elect(words);
            words.call("mysql.salvage_tail", server("db1"), server("db2"));

            assertThat(lab.server("db2").value("SELECT COUNT(*) FROM shop.orders")).as("%s", words.done())
                    .isEqualTo("30");
            assertThat(lab.server("db2").value("SELECT @@super_read_only")).isEqualTo("1");
            assertThat(field(words.call("mysql.elect", words.cluster, null), "winner")).isEqualTo(server("db2"));
            words.call("mysql.promote", server("db2"));
            words.call("mysql.start_fenced", server("db1"));
            words.call("mysql.rejoin", server("db1"), server("db2"));
            assertThat(words.call("mysql.same_data", server("db1"), server("db2"))).as("%s", words.done())
                    .isEqualTo(Value.TRUE);
        }
    }

    @Test
    void theTailOfAPrimaryThatRunsFencedIsReplicated() throws Exception {
        try (MySqlLab lab = three()) {
            LabWords words = new LabWords(lab, folder, Map.of("db3", ", promote: last"));
            dieWithATail(lab);
            elect(words);
            words.call("mysql.start_fenced", server("db1"));
            words.call("mysql.salvage_tail", server("db1"), server("db2"));

            assertThat(lab.server("db2").value("SELECT COUNT(*) FROM shop.orders")).as("%s", words.done())
                    .isEqualTo("30");
            assertThat(lab.server("db2").replica().receiver()).isEqualTo("No");
        }
    }

    @Test
    void transactionsAreFoundWithThoseThatBuiltOnThem() throws Exception {
        try (MySqlLab lab = three()) {
            LabWords words = new LabWords(lab, folder, Map.of());
            LabServer db1 = lab.server("db1");
            db1.execute("UPDATE shop.orders SET id = id + 1000, note = 'bad' WHERE id BETWEEN 5 AND 9",
                    "FLUSH LOCAL BINARY LOGS", "UPDATE shop.orders SET note = 'y' WHERE id = 20",
                    "DELETE FROM shop.orders WHERE id = 1007", "INSERT INTO shop.orders (id, note) VALUES (5, 'z')",
                    "CREATE TABLE shop.keyless (id INT)", "INSERT INTO shop.keyless VALUES (1), (2)",
                    "UPDATE shop.keyless SET id = id + 1");
            Value found = updates(words, "shop.orders");
            assertThat(field(found, "updates")).isEqualTo(new Value.Int(5));
            assertThat(field(found, "dependants_known")).isEqualTo(new Value.Bool(true));
            String dependants = ((Value.Handle) field(found, "dependants")).text();
            assertThat(GtidSet.parse(dependants).count()).isEqualTo(2);
            assertThat(field(updates(words, "shop.keyless"), "dependants_known")).isEqualTo(new Value.Bool(false));
        }
    }

    /** The one transaction that updates several rows of a table. */
    private static Value updates(LabWords words, String table) {
        Value found = words.call("mysql.find_transactions", server("db1"), null, null,
                new Value.Listing(List.of(new Value.Text(table))), new Value.Word("row_kind", "UPDATE"),
                new Value.Int(2));
        List<Value> transactions = ((Value.Listing) found).items();
        assertThat(transactions).hasSize(1);
        return transactions.getFirst();
    }
}
