package dev.lifeboat.builtins.mysql.switchover;

import static dev.lifeboat.builtins.mysql.LabWords.field;
import static dev.lifeboat.builtins.mysql.LabWords.server;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lifeboat.builtins.lab.Await;
import dev.lifeboat.builtins.lab.LabServer;
import dev.lifeboat.builtins.lab.MySqlLab;
import dev.lifeboat.builtins.lab.ServerPlan;
import dev.lifeboat.builtins.mysql.GtidSet;
import dev.lifeboat.builtins.mysql.LabWords;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.value.Value;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Timelines, a switchover that is taken back, and replication the other way round, on real servers. */
class TopologyIT {
    @TempDir
    private Path folder;

    private static void insert(LabServer server, int first, int last) throws SQLException {
        try (var connection = server.connect(); var statement = connection.createStatement()) {
            for (int id = first; id <= last; id++) {
                statement.execute("INSERT INTO shop.orders (id, note) VALUES (" + id + ", 'x')");
            }
        }
    }

    private static MySqlLab three() throws Exception {
        return MySqlLab.start(ServerPlan.primary("db1"), ServerPlan.replica("db2", "db1"),
                ServerPlan.replica("db3", "db1"));
    }

    private LabWords prepared(MySqlLab lab) throws SQLException {
        LabWords words = new LabWords(lab, folder, Map.of());
        words.prepare();
        insert(lab.server("db1"), 1, 20);
        for (String replica : List.of("db2", "db3")) {
            lab.server(replica).replica().awaitAppliedFrom(lab.server("db1"));
        }
        return words;
    }

    @Test
    @DisplayName("Finding 1: a replica of the time before an in-place restore has the same GTIDs and other data, and is not let follow")
    void equalGtidSetsAcrossARestore() throws Exception {
        try (MySqlLab lab = three()) {
            LabWords words = prepared(lab);
            LabServer db1 = lab.server("db1");
            LabServer db2 = lab.server("db2");
            db1.execute("SET GLOBAL event_scheduler = OFF");
            String backup = db1.replica().executed();
            insert(db1, 21, 25);
            db2.replica().awaitAppliedFrom(db1);
            db2.execute("STOP REPLICA");
            restoreInPlace(db1, backup);

            words.call("mysql.new_timeline", words.cluster, server("db1"), null);
            while (!GtidSet.parse(db1.replica().executed()).equals(GtidSet.parse(db2.replica().executed()))) {
                db1.execute("INSERT INTO shop.orders (id, note)"
                        + " SELECT MAX(id) + 1, 'after the restore' FROM shop.orders AS all_orders");
            }
            db2.execute("START REPLICA");
            Await.until("MySQL lets it follow without a word", Duration.ofSeconds(10),
                    () -> db2.replica().receiver().equals("Yes") && db2.replica().applier().equals("Yes"));
            db2.execute("STOP REPLICA");

            Value relation = words.call("mysql.relation", server("db2"), server("db1"));
            assertThat(((Value.Word) field(relation, "state")).word()).isEqualTo("DIVERGED");
            assertThatThrownBy(() -> words.call("mysql.repoint", server("db2"), server("db1")))
                    .isInstanceOf(Failure.class).hasMessageContaining("they are on different timelines")
                    .hasMessageContaining("epoch 1 (");
        }
    }

    /** What a backup of {@code executed} brings back, with the numbers of what came later free again. */
    private static void restoreInPlace(LabServer db1, String executed) throws SQLException {
        db1.execute("SET SESSION sql_log_bin = OFF", "DELETE FROM shop.orders WHERE id > 20",
                db1.version().isBefore(8, 2, 0) ? "RESET MASTER" : "RESET BINARY LOGS AND GTIDS",
                "SET GLOBAL gtid_purged = '" + executed + "'");
    }

    @Test
    @DisplayName("A switchover that is taken back before a client has written leaves everything as it was; done for good, it can be gone back from")
    void thereAndBack() throws Exception {
        try (MySqlLab lab = three()) {
            LabWords words = prepared(lab);
            LabServer db1 = lab.server("db1");
            words.call("mysql.switchover", words.cluster, server("db2"), null);
            assertThat(lab.server("db2").value("SELECT @@GLOBAL.read_only")).as("%s", words.done()).isEqualTo("0");
            words.rollBack();
            assertThat(db1.value("SELECT @@GLOBAL.read_only")).as("%s", words.done()).isEqualTo("0");
            assertThat(lab.server("db2").value("SELECT @@GLOBAL.super_read_only")).isEqualTo("1");
            insert(db1, 21, 30);
            for (String replica : List.of("db2", "db3")) {
                lab.server(replica).replica().awaitAppliedFrom(db1);
            }
            Await.until("db1 writes the heartbeat again", Duration.ofSeconds(10),
                    () -> db1.value("SELECT COUNT(*) FROM lifeboat.heartbeat WHERE server = @@server_uuid"
                            + " AND written > NOW() - INTERVAL 2 SECOND").equals("1"));

            words.call("mysql.switchover", words.cluster, server("db2"), null);
            insert(lab.server("db2"), 31, 40);
            words.call("mysql.wait_for_sync", server("db1"), server("db2"));
            words.call("mysql.switchover", words.cluster, server("db1"), null);
            assertThat(db1.value("SELECT COUNT(*) FROM shop.orders")).isEqualTo("40");
            for (String replica : List.of("db2", "db3")) {
                lab.server(replica).replica().awaitAppliedFrom(db1);
                assertThat(words.call("mysql.same_data", server(replica), server("db1"))).isEqualTo(Value.TRUE);
            }
        }
    }

    @Test
    @DisplayName("A server that has come back follows the primary that took over, unless it has a tail of its own")
    void reverseReplication() throws Exception {
        try (MySqlLab lab = three()) {
            LabWords words = prepared(lab);
            LabServer db1 = lab.server("db1");
            words.call("mysql.switchover", words.cluster, server("db2"), null);
            db1.execute("STOP REPLICA", "RESET REPLICA ALL");
            insert(lab.server("db2"), 21, 30);
            words.call("mysql.reverse_replication", server("db2"), server("db1"));
            words.call("mysql.wait_for_sync", server("db1"), server("db2"));
            assertThat(db1.value("SELECT COUNT(*) FROM shop.orders")).isEqualTo("30");

            db1.execute("STOP REPLICA", "RESET REPLICA ALL", "SET GLOBAL super_read_only = OFF");
            insert(db1, 31, 31);
            db1.execute("SET GLOBAL super_read_only = ON");
            assertThatThrownBy(() -> words.call("mysql.reverse_replication", server("db2"), server("db1")))
                    .isInstanceOf(Failure.class).hasMessageContaining("it is DIVERGED: it has 1 transaction");
        }
    }
}
