package dev.lifeboat.builtins.mysql;

import static dev.lifeboat.builtins.mysql.LabWords.field;
import static dev.lifeboat.builtins.mysql.LabWords.server;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lifeboat.builtins.lab.AcknowledgedWriter;
import dev.lifeboat.builtins.lab.Await;
import dev.lifeboat.builtins.lab.LabAccounts;
import dev.lifeboat.builtins.lab.LabServer;
import dev.lifeboat.builtins.lab.MySqlLab;
import dev.lifeboat.builtins.lab.ServerPlan;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.value.Value;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The words on real servers, where what they rely on could be otherwise than thought. */
class MySqlWordsIT {
    @TempDir
    private Path folder;

    private MySqlLab three() throws Exception {
        MySqlLab lab = MySqlLab.start(ServerPlan.primary("db1"), ServerPlan.replica("db2", "db1"),
                ServerPlan.replica("db3", "db1"));
        LabServer db1 = lab.server("db1");
        new LabWords(lab, folder, Map.of()).prepare();
        db1.execute("GRANT SELECT, INSERT, DELETE ON lifeboat.probe TO app");
        Files.writeString(folder.resolve("orders.txt"), "db1 " + db1.address() + "\n");
        insert(db1, 1, 50);
        lab.server("db2").replica().awaitAppliedFrom(db1);
        lab.server("db3").replica().awaitAppliedFrom(db1);
        return lab;
    }

    private static void insert(LabServer server, int first, int last) throws SQLException {
        try (var connection = server.connect(); var statement = connection.createStatement()) {
            for (int id = first; id <= last; id++) {
                statement.execute("INSERT INTO shop.orders (id, note) VALUES (" + id + ", 'x')");
            }
        }
    }

    private static Value diagnose(LabWords words) {
        return words.call("mysql.diagnose", words.cluster);
    }

    private static String word(Value record, String field) {
        return ((Value.Word) field(record, field)).word();
    }

    @Test
    void aReceivedTailIsKeptTheBestPlacedOneIsTheSourceAndTheOldPrimaryComesBackFenced() throws Exception {
        try (MySqlLab lab = three()) {
            LabServer db1 = lab.server("db1");
            LabServer db2 = lab.server("db2");
            LabServer db3 = lab.server("db3");
            LabWords words = new LabWords(lab, folder, Map.of("db3", ", promote: last"));
            db1.execute("SET PERSIST read_only = OFF", "SET PERSIST super_read_only = OFF",
                    "SET PERSIST max_connections = 77");
            db2.replica().stopReceiver();
            db3.replica().stopApplier();
            insert(db1, 51, 300);
            db3.replica().awaitReceivedFrom(db1);
            assertThat(word(diagnose(words), "state")).isEqualTo("ALIVE");
            db1.kill();

            Value verdict = diagnose(words);
            assertThat(field(verdict, "dead")).as("%s", verdict).isEqualTo(Value.TRUE);
            assertThat(word(words.call("mysql.fence", server("db1")), "level")).isEqualTo("PROCESS");
            words.call("mysql.freeze_receivers", words.cluster);
            words.call("mysql.drain_relay_logs", words.cluster);
            Value election = words.call("mysql.elect", words.cluster, null);
            assertThat(field(election, "winner")).as("%s", words.done()).isEqualTo(server("db2"));
            assertThat(field(election, "source")).isEqualTo(server("db3"));
            words.call("mysql.promote", server("db2"));
            words.call("endpoint.switch", new Value.Handle("endpoint", "orders-db"), server("db2"));

            assertThat(db2.value("SELECT COUNT(*) FROM shop.orders")).isEqualTo("300");
            assertThat(words.call("mysql.is_writable", server("db2"))).isEqualTo(Value.TRUE);
            assertThat(db2.value("SELECT @@skip_replica_start")).isEqualTo("0");
            assertThat(db2.value("SELECT VARIABLE_VALUE FROM performance_schema.persisted_variables "
                    + "WHERE VARIABLE_NAME = 'skip_replica_start'")).isEqualTo("ON");
            words.call("mysql.repoint", server("db3"), server("db2"));
            words.call("mysql.start_fenced", server("db1"));
            assertThat(db1.query("SELECT @@super_read_only r, @@max_connections m").getFirst().values())
                    .as("read-only, and what else was persisted still is").containsExactly("1", "77");

            words.call("mysql.rejoin", server("db1"), server("db2"));
            assertThat(words.call("mysql.same_data", server("db1"), server("db2"))).as("%s", words.done())
                    .isEqualTo(Value.TRUE);
            assertThat(db1.replica().applier()).isEqualTo("Yes");
            heartbeatGoesOn(db2, lab);
        }
    }

    private static void heartbeatGoesOn(LabServer primary, MySqlLab lab) throws Exception {
        Await.until("the new primary's heartbeat reaches db3", Duration.ofSeconds(10),
                () -> lab.server("db3").value("SELECT COUNT(*) FROM lifeboat.heartbeat WHERE server = '"
                        + primary.uuid() + "'").equals("1"));
    }

    @Test
    void anOldPrimaryWithATailOfItsOwnIsRefusedAndStaysFenced() throws Exception {
        try (MySqlLab lab = three()) {
            LabServer db1 = lab.server("db1");
            LabWords words = new LabWords(lab, folder, Map.of());
            lab.server("db2").replica().stopReceiver();
            lab.server("db3").replica().stopReceiver();
            insert(db1, 51, 60);
            db1.kill();
            failOver(words);
            words.call("mysql.start_fenced", server("db1"));

            assertThatThrownBy(() -> words.call("mysql.rejoin", server("db1"), server("db2")))
                    .isInstanceOf(Failure.class).hasMessageContaining("it is DIVERGED: it has ")
                    .hasMessageContaining(db1.uuid()).hasMessageEndingWith("It stays fenced.");
            assertThat(word(words.call("mysql.relation", server("db1"), server("db2")), "state"))
                    .isEqualTo("DIVERGED");
            assertThat(db1.value("SELECT @@super_read_only")).isEqualTo("1");
            assertThat(db1.replica().status()).isEmpty();
        }
    }

    private static void failOver(LabWords words) {
        assertThat(word(diagnose(words), "state")).isEqualTo("DEAD");
        words.call("mysql.fence", server("db1"));
        words.call("mysql.freeze_receivers", words.cluster);
        words.call("mysql.drain_relay_logs", words.cluster);
        words.call("mysql.elect", words.cluster, null);
        words.call("mysql.promote", server("db2"));
    }

    @Test
    void aFrozenPrimaryIsHungAndEndedByItsFence() throws Exception {
        try (MySqlLab lab = three()) {
            LabServer db1 = lab.server("db1");
            LabWords words = new LabWords(lab, folder, Map.of());
            db1.freeze();

            Value verdict = diagnose(words);
            assertThat(word(verdict, "state")).as("%s", verdict).isEqualTo("HUNG");
            assertThat(lab.server("db2").replica().receiver()).isEqualTo("Connecting");
            assertThat(word(words.call("mysql.fence", server("db1")), "level")).isEqualTo("PROCESS");
            assertThat(db1.isRunning()).isFalse();
            assertThat(words.call("endpoint.target", new Value.Handle("endpoint", "orders-db")))
                    .isEqualTo(new Value.Listing(List.of()));
        }
    }

    @Test
    void aPromotionIsTakenBackUntilAClientHasWritten() throws Exception {
        try (MySqlLab lab = three()) {
            LabServer db2 = lab.server("db2");
            LabWords words = new LabWords(lab, folder, Map.of());
            lab.server("db1").kill();
            failOver(words);
            Await.until("a heartbeat of the new primary", Duration.ofSeconds(10), () -> db2
                    .value("SELECT COUNT(*) FROM lifeboat.heartbeat WHERE server = @@server_uuid").equals("1"));

            words.rollBack();
            assertThat(db2.value("SELECT @@super_read_only")).as("%s", words.done()).isEqualTo("1");
            assertThat(lab.server("db1").isRunning()).isFalse();

            words.call("mysql.freeze_receivers", words.cluster);
            words.call("mysql.elect", words.cluster, null);
            words.call("mysql.promote", server("db2"));
            insert(db2, 1000, 1000);
            assertThatThrownBy(words::rollBack).isInstanceOf(Failure.class)
                    .hasMessageStartingWith("`db2` stays the primary: clients have written to it");
            assertThat(db2.value("SELECT @@read_only")).isEqualTo("0");
        }
    }

    @Test
    void aLivingPrimaryIsFencedBySqlAndOpenedAgain() throws Exception {
        try (MySqlLab lab = three();
                var shop = DriverManager.getConnection("jdbc:mysql://" + lab.server("db1").address(),
                        LabAccounts.APPLICATION, LabAccounts.APPLICATION_PASSWORD);
                var root = lab.server("db1").connect()) {
            LabAccounts.allow(lab, "mysql.fence");
            LabServer db1 = lab.server("db1");
            LabWords words = new LabWords(lab, folder, Map.of());

            assertThat(word(words.call("mysql.fence", server("db1")), "level")).isEqualTo("SQL");
            assertThat(db1.query("SELECT @@super_read_only r, @@offline_mode o").getFirst().values())
                    .containsExactly("1", "1");
            Await.until("the application's session is ended", Duration.ofSeconds(20), () -> !shop.isValid(2));
            assertThat(root.isValid(2)).as("who looks after the server stays").isTrue();
            words.rollBack();
            assertThat(db1.query("SELECT @@read_only r, @@offline_mode o").getFirst().values()).containsExactly("0",
                    "0");
        }
    }

    @Test
    void rowsThatDifferAtEqualGtidSetsAreFound() throws Exception {
        try (MySqlLab lab = three()) {
            LabServer db2 = lab.server("db2");
            LabWords words = new LabWords(lab, folder, Map.of());
            assertThat(words.call("mysql.same_data", server("db2"), server("db1"))).isEqualTo(Value.TRUE);
            try (var connection = db2.connect(); var statement = connection.createStatement()) {
                statement.execute("SET GLOBAL super_read_only = OFF");
                statement.execute("SET SESSION sql_log_bin = 0");
                statement.execute("UPDATE shop.orders SET note = 'y' WHERE id = 7");
                statement.execute("SET GLOBAL super_read_only = ON");
            }

            assertThat(words.call("mysql.same_data", server("db2"), server("db1"))).isEqualTo(Value.FALSE);
            assertThat(words.done()).last().asString().contains("differs from db1: table shop.orders");
            assertThat(words.call("mysql.is_replica_of", server("db2"), server("db1"))).isEqualTo(Value.TRUE);
        }
    }

    @Test
    void theObservationsAnswerOnAHealthyCluster() throws Exception {
        try (MySqlLab lab = three()) {
            LabServer db1 = lab.server("db1");
            LabWords words = new LabWords(lab, folder, Map.of());
            Value status = words.call("mysql.status", server("db2"));

            assertThat(field(status, "source")).isEqualTo(new Value.Text(db1.uuid()));
            assertThat(field(status, "receiving")).isEqualTo(Value.TRUE);
            assertThat(words.call("mysql.writable", words.cluster))
                    .isEqualTo(new Value.Listing(List.of(server("db1"))));
            assertThat(words.call("mysql.errant_gtids", server("db2"), server("db1")))
                    .isEqualTo(new Value.Handle("gtids", ""));
            Value lag = words.call("mysql.lag", server("db2"));
            assertThat(field(lag, "trustworthy")).isEqualTo(Value.TRUE);
            assertThat(((Value.Span) field(lag, "bound")).value()).isLessThan(Duration.ofSeconds(5));
            Value bound = words.call("mysql.loss_bound", words.cluster, server("db2"));
            assertThat(((Value.Span) field(bound, "loss")).value()).isLessThan(Duration.ofSeconds(6));
        }
    }

    @Test
    void whatIsSetIsPutBack() throws Exception {
        try (MySqlLab lab = three();
                var root = lab.server("db1").connect();
                var writer = AcknowledgedWriter.through(lab.server("db1").port()).start(50)) {
            LabServer db1 = lab.server("db1");
            LabWords words = new LabWords(lab, folder, Map.of());
            writer.awaitMore(5);
            LabAccounts.allow(lab, "mysql.set_read_only");
            assertThatThrownBy(
                    () -> new LabWords(lab, folder, Map.of()).call("mysql.kill_sessions", server("db1")))
                    .hasMessageContaining("error 1227");
            LabAccounts.allow(lab, "mysql.kill_sessions", "mysql.set_read_only");
            words.call("mysql.kill_sessions", server("db1"));
            writer.stop();
            assertThat(words.done()).as("the writer may come back at once and be ended again")
                    .anyMatch(
                            done -> done.matches("db1: ended \\d+ sessions?; those of `root` go on: .*SYSTEM_USER.*"));
            assertThat(root.isValid(2)).as("an account with SYSTEM_USER can't be ended by Lifeboat's").isTrue();

            words.call("mysql.set_read_only", server("db1"), Value.TRUE);
            assertThatThrownBy(() -> insert(db1, 900_000, 900_000)).isInstanceOf(SQLException.class)
                    .hasMessageContaining("super-read-only");
            words.rollBack();
            insert(db1, 900_000, 900_000);
            assertThat(db1.value("SELECT COUNT(*) FROM performance_schema.persisted_variables")).isEqualTo("0");
        }
    }
}
