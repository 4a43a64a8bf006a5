package dev.lifeboat.builtins.mysql.fence;

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
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What {@code read_only} does not keep out, and what does not come along with a promotion by itself. */
@Timeout(120)
class FenceFindingsIT {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final int READ_ONLY = 1290;
    private static final String ORDER = "INSERT INTO shop.orders (id, note) VALUES (%d, 'x')";
    @RegisterExtension
    final Traps traps = new Traps();

    private static void restart(LabServer server) {
        server.kill();
        server.start();
    }

    private static String readOnly(LabServer server) throws SQLException {
        return server.value("SELECT CONCAT(@@GLOBAL.read_only, @@GLOBAL.super_read_only)");
    }

    @Test
    @DisplayName("finding 6: a fence set at run time is gone after a crash, and a persisted OFF beats the option file; fence and start_fenced hold, and status tells")
    void fencesThatDoNotHold() throws Exception {
        LabWords words = traps.words();
        traps.db1().execute("SET GLOBAL super_read_only = ON");
        restart(traps.db1());
        assertThat(readOnly(traps.db1())).as("the crashed primary comes back writable").isEqualTo("00");
        traps.db1().execute("SET GLOBAL super_read_only = ON", "SET GLOBAL super_read_only = OFF");
        assertThat(readOnly(traps.db1())).as("read_only stays").isEqualTo("10");
        traps.db2().execute("SET PERSIST read_only = OFF");
        restart(traps.db2());
        assertThat(error(traps.db2(), ORDER.formatted(101))).as("its option file says ON").isZero();
        assertThat(field(words.call("mysql.status", server("db2")), "boots_writable")).isEqualTo(Value.TRUE);

        words.call("mysql.set_read_only", server("db2"), Value.TRUE);
        words.call("mysql.fence", server("db1"));
        restart(traps.db2());
        restart(traps.db1());
        assertThat(List.of(readOnly(traps.db1()), readOnly(traps.db2()))).containsExactly("11", "11");
        traps.db1().execute("SET PERSIST read_only = OFF");
        traps.db1().kill();
        words.call("mysql.start_fenced", server("db1"));
        restart(traps.db1());
        assertThat(readOnly(traps.db1())).as("%s", words.done()).isEqualTo("11");
    }

    @Test
    @DisplayName("fault 20: a persisted super_read_only outlives a promotion by SET GLOBAL, and the next restart refuses the application; Lifeboat takes back what is persisted")
    void aPersistedFenceOutlivesAPromotion() throws Exception {
        LabWords words = traps.words();
        traps.db1().execute("SET PERSIST super_read_only = ON", "SET GLOBAL read_only = OFF");
        restart(traps.db1());
        assertThat(error(traps.db1(), ORDER.formatted(101))).isEqualTo(READ_ONLY);

        words.call("mysql.set_read_only", server("db1"), Value.FALSE);
        restart(traps.db1());
        assertThat(error(traps.db1(), ORDER.formatted(101))).as("%s", words.done()).isZero();
        traps.db2().execute("SET PERSIST super_read_only = ON");
        traps.db2().replica().awaitAppliedFrom(traps.db1());
        traps.db1().kill();
        failOver(words);
        assertThat(traps.db2().query("SELECT VARIABLE_NAME FROM performance_schema.persisted_variables"
                + " WHERE VARIABLE_NAME LIKE '%read_only'")).isEmpty();
    }

    @Test
    @DisplayName("finding 7: read_only lets administrators write, and under super_read_only a FLUSH is a transaction; Lifeboat's fence is the stronger, and its words leave no trace")
    void whatGetsPastReadOnly() throws Exception {
        LabWords words = traps.words();
        traps.db1().execute("SET GLOBAL read_only = ON");
        assertThat(error(traps.db1(), ORDER.formatted(101))).as("root may").isZero();
        traps.db2().execute("FLUSH PRIVILEGES");
        assertThat(traps.db2().replica().executed()).contains(traps.db2().uuid());
        traps.db1().execute("SET GLOBAL read_only = OFF");

        for (String word : List.of("status", "lag", "set_read_only", "kill_sessions", "inventory", "check_tables",
                "resume_replication")) {
            words.call("mysql." + word, word.equals("set_read_only")
                    ? new Value[]{server("db3"), Value.TRUE}
                    : new Value[]{server("db3")});
        }
        words.call("mysql.same_data", server("db3"), server("db1"));
        words.call("mysql.set_read_only", server("db1"), Value.TRUE);
        assertThat(error(traps.db1(), ORDER.formatted(102))).isEqualTo(READ_ONLY);
        assertThat(traps.db3().replica().executed()).doesNotContain(traps.db3().uuid());
    }

    @Test
    @DisplayName("finding 10: offline_mode on a primary cuts off its replicas too; the fence waits until they have all, and stays online for one that can't be asked")
    void offlineCutsOffReplicas() throws Exception {
        LabWords words = traps.words();
        traps.db1().execute("SET GLOBAL offline_mode = ON");
        Await.until("the replicas are cut off", SOON,
                () -> traps.db3().replica().status().get("Last_IO_Errno").equals("3032"));
        traps.db1().execute("SET GLOBAL offline_mode = OFF");
        Await.until("it receives again", SOON, () -> traps.db3().replica().receiver().equals("Yes"));

        traps.db2().kill();
        insert(traps.db1(), 101, 120);
        Value proof = words.call("mysql.fence", server("db1"));
        assertThat(proof.toString()).contains("`db2` may still need what it has: it stays online");
        assertThat(traps.db1().value("SELECT @@GLOBAL.offline_mode")).isEqualTo("0");
        traps.db2().start();
        traps.db2().replica().awaitReceivedFrom(traps.db1());
        words.call("mysql.fence", server("db1"));
        assertThat(traps.db1().value("SELECT @@GLOBAL.offline_mode")).isEqualTo("1");
        for (LabServer replica : List.of(traps.db2(), traps.db3())) {
            replica.replica().awaitAppliedFrom(traps.db1());
            assertThat(rows(replica)).isEqualTo(20);
        }
    }

    @Test
    @DisplayName("fault 17: the old primary is started by hand and takes writes beside the new one; that is told, a fence ends it, and it is not let back in")
    void twoWriters() throws Exception {
        LabWords words = traps.words();
        traps.db1().kill();
        failOver(words);
        traps.db1().start();
        insert(traps.db1(), 101, 101);
        insert(traps.db2(), 102, 102);

        assertThat(words.call("mysql.writable", words.cluster))
                .isEqualTo(new Value.Listing(List.of(server("db1"), server("db2"))));
        assertRefused(words, "mysql.diagnose", words.cluster)
                .contains("The inventory says that `db1` is the primary of `ecommerce`, but `db2` takes writes.");
        assertRefused(words, "mysql.rejoin", server("db1"), server("db2")).contains("it is not fenced");
        words.call("mysql.fence", server("db1"));
        assertThat(error(traps.db1(), ORDER.formatted(103))).isEqualTo(READ_ONLY);
        assertRefused(words, "mysql.set_read_only", server("db1"), Value.FALSE).contains("`db2`");
        assertRefused(words, "mysql.rejoin", server("db1"), server("db2")).contains("it is DIVERGED");
    }

    @Test
    @DisplayName("fault 21: after a promotion no event runs, and those that slept look like the others; those that ran are woken, and no other")
    void eventsAfterAPromotion() throws Exception {
        LabWords words = traps.words();
        traps.db1().execute("CREATE DEFINER = app EVENT shop.close_day ON SCHEDULE EVERY 1 DAY DO DO 0",
                "CREATE DEFINER = app EVENT shop.delete_old_orders ON SCHEDULE EVERY 1 DAY DISABLE DO DO 0");
        traps.db2().replica().awaitAppliedFrom(traps.db1());
        words.call("mysql.readiness", words.cluster);
        traps.db2().replica().awaitAppliedFrom(traps.db1());
        traps.db1().kill();
        failOver(words);
        assertThat(events()).as("both look alike").doesNotContainValue("ENABLED");

        words.call("mysql.events", server("db2"));
        assertThat(events()).as("%s", words.done()).containsEntry("close_day", "ENABLED");
        assertThat(events().get("delete_old_orders")).isNotEqualTo("ENABLED");
        assertRefused(words, "mysql.events", server("db2"),
                new Value.Listing(List.of(new Value.Text("shop.delete_old_orders"))))
                .contains("it did not run on the old primary either");
    }

    private Map<String, String> events() throws SQLException {
        return traps.db2().query("SELECT EVENT_NAME name, STATUS status FROM information_schema.EVENTS"
                + " WHERE EVENT_SCHEMA = 'shop'").stream()
                .collect(Collectors.toMap(row -> row.get("name"), row -> row.get("status")));
    }

    @Test
    @DisplayName("fault 22: an account of the application is missing on a candidate, and it would be locked out; another one wins, or it is told before anybody is routed there")
    void anAccountIsMissing() throws Exception {
        LabWords words = traps.words();
        try {
            traps.db1().execute("CREATE USER batch IDENTIFIED BY 'batch-secret'");
            for (LabServer replica : List.of(traps.db2(), traps.db3())) {
                replica.replica().awaitAppliedFrom(traps.db1());
            }
            behindItsBackDrop(traps.db2());
            words.call("mysql.readiness", words.cluster);
            traps.db2().replica().awaitAppliedFrom(traps.db1());
            traps.db3().replica().awaitAppliedFrom(traps.db1());
            assertThat(words.call("mysql.inventory_diff", server("db1"), server("db2")).toString()).contains("batch@%");
            assertThat(traps.db2().replica().applier()).as("replication does not notice").isEqualTo("Yes");
            traps.db1().kill();

            assertThat(field(elect(words), "winner")).as("although db3 comes last").isEqualTo(server("db3"));
            words.call("mysql.elect", words.cluster, server("db2"));
            assertThat(words.done()).anyMatch(line -> line.startsWith("db2: lacks accounts that the primary had: "));
        } finally {
            traps.db1().start();
            for (LabServer server : List.of(traps.db1(), traps.db2(), traps.db3())) {
                behindItsBackDrop(server);
            }
        }
    }

    private static void behindItsBackDrop(LabServer server) throws SQLException {
        server.execute("SET SESSION sql_log_bin = OFF", "SET GLOBAL super_read_only = OFF", "DROP USER IF EXISTS batch",
                "SET GLOBAL super_read_only = ON");
    }
}
