package dev.lifeboat.builtins.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MySqlLabIT {
    private static final Duration SOON = Duration.ofSeconds(10);

    @ParameterizedTest
    @MethodSource("dev.lifeboat.builtins.lab.MySqlDistribution#all")
    void startsAChainWithTheOptionsAskedFor(MySqlDistribution distribution) throws Exception {
        try (var lab = MySqlLab.start(distribution, ServerPlan.primary("db1"), ServerPlan.replica("db2", "db1"),
                ServerPlan.replica("dr1", "db2").with("replica_net_timeout", "4").bootsFenced())) {
            var db1 = lab.server("db1");
            var dr1 = lab.server("dr1");
            db1.execute("INSERT INTO shop.orders (id, note) VALUES (1, 'first')");
            lab.server("db2").replica().awaitAppliedFrom(db1);
            dr1.replica().awaitAppliedFrom(db1);

            assertThat(dr1.value("SELECT note FROM shop.orders")).isEqualTo("first");
            assertThat(dr1.query("SELECT @@GLOBAL.replica_net_timeout t, @@GLOBAL.super_read_only r, "
                    + "@@GLOBAL.skip_replica_start s").getFirst().values()).containsExactly("4", "1", "1");
            assertThat(dr1.uuid()).isEqualTo(dr1.value("SELECT @@server_uuid")).isNotEqualTo(db1.uuid());
            assertThat(dr1.value("SELECT VERSION()")).startsWith(dr1.version().toString());
        }
    }

    @Test
    void aSpareIsEmptyAndHasTheAccounts() throws Exception {
        try (var lab = MySqlLab.start(ServerPlan.spare("new1"))) {
            var new1 = lab.server("new1");
            assertThat(new1.replica().executed()).isEmpty();
            assertThat(new1.replica().status()).isEmpty();
            try (var lifeboat = LabSession.open(new1.adminPort(), LabAccounts.LIFEBOAT, LabAccounts.LIFEBOAT_PASSWORD,
                    "")) {
                LabSession.execute(lifeboat, "SET PERSIST super_read_only = OFF", "SET GLOBAL read_only = OFF",
                        "CREATE SCHEMA lifeboat", "CREATE TABLE lifeboat.canary (id INT PRIMARY KEY)");
            }
            new1.execute("INSTALL PLUGIN clone SONAME 'mysql_clone.so'");
            assertThat(new1.value("SELECT PLUGIN_STATUS FROM information_schema.plugins WHERE PLUGIN_NAME = 'clone'"))
                    .isEqualTo("ACTIVE");
        }
    }

    @Test
    void aKilledPrimaryIsMissedByItsReplicasAndKeepsWhatItAcknowledged() throws Exception {
        try (var lab = MySqlLab.start(ServerPlan.primary("db1"), ServerPlan.replica("db2", "db1"),
                ServerPlan.replica("db3", "db1"));
                var proxy = LabHaProxy.start(lab, lab.server("db1"), lab.server("db2"));
                var writer = AcknowledgedWriter.through(proxy.port()).start(200)) {
            var db1 = lab.server("db1");
            writer.awaitMore(100);
            db1.kill();

            assertThat(db1.isRunning()).isFalse();
            for (var replica : new String[]{"db2", "db3"}) {
                Await.until(replica + " misses its source", SOON,
                        () -> lab.server(replica).replica().receiver().equals("Connecting"));
            }
            Await.until("a write is refused", SOON, () -> writer.firstRefusal().isPresent());
            assertThat(Command.of("sh", "-c", db1.startCommand()).answer().status()).isZero();
            writer.awaitMore(20);
            writer.stop();

            assertThat(writer.firstAcceptedAfter(writer.firstRefusal().orElseThrow().at())).isPresent();
            assertThat(writer.missingOn(db1)).isEmpty();
        }
    }

    @Test
    void aFrozenPrimaryIsThereAndAnswersNobody() throws Exception {
        try (var lab = MySqlLab.start(ServerPlan.primary("db1"), ServerPlan.replica("db2", "db1"),
                ServerPlan.replica("db3", "db1").with("replica_net_timeout", "2"))) {
            var db1 = lab.server("db1");
            db1.freeze();

            assertThat(db1.isRunning()).isTrue();
            assertThatThrownBy(() -> LabSession.open(db1.port(), "root", "", "", 500, 500).close())
                    .isInstanceOf(SQLException.class);
            Await.until("the attentive replica misses it", SOON,
                    () -> lab.server("db3").replica().receiver().equals("Connecting"));
            assertThat(lab.server("db2").replica().receiver()).as("replica_net_timeout is a minute").isEqualTo("Yes");

            db1.thaw();
            db1.execute("INSERT INTO shop.orders (id, note) VALUES (1, 'after')");
            lab.server("db3").replica().awaitAppliedFrom(db1);
        }
    }

    @Test
    void whoIsCutOffHearsNothingWhileTheReplicasDo() throws Exception {
        try (var lab = MySqlLab.start(ServerPlan.primary("db1"), ServerPlan.replica("db2", "db1"));
                var way = CutPort.to(lab.server("db1"))) {
            var db1 = lab.server("db1");
            LabSession.open(way.port(), "root", "", "").close();
            way.cut();
            assertThatThrownBy(() -> LabSession.open(way.port(), "root", "", "", 500, 500).close())
                    .isInstanceOf(SQLException.class);
            db1.execute("INSERT INTO shop.orders (id, note) VALUES (1, 'heard')");
            lab.server("db2").replica().awaitAppliedFrom(db1);

            way.heal();
            LabSession.open(way.port(), "root", "", "").close();
        }
    }

    @Test
    void receivingAndApplyingStopEachByItself() throws Exception {
        try (var lab = MySqlLab.start(ServerPlan.primary("db1"), ServerPlan.replica("db2", "db1"),
                ServerPlan.replica("db3", "db1"))) {
            var db1 = lab.server("db1");
            var unapplied = lab.server("db2").replica();
            var behind = lab.server("db3").replica();
            unapplied.stopApplier();
            behind.stopReceiver();
            db1.execute("INSERT INTO shop.orders (id, note) VALUES (1, 'late')");
            unapplied.awaitReceivedFrom(db1);

            assertThat(unapplied.applier()).isEqualTo("No");
            assertThat(unapplied.backlog()).isEqualTo(db1.uuid() + ":3");
            assertThat(behind.receiver()).isEqualTo("No");
            assertThat(behind.backlog()).isEmpty();
            assertThat(behind.executed()).isEqualTo(db1.uuid() + ":1-2");
        }
    }
}
