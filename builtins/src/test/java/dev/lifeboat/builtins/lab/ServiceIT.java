package dev.lifeboat.builtins.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.ConnectException;
import java.net.Socket;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The commands that an inventory can name as a server's service, given to a shell as Lifeboat will. */
class ServiceIT {
    private static MySqlLab lab;
    private static LabServer db1;

    @BeforeAll
    static void startServer() throws Exception {
        lab = MySqlLab.start(ServerPlan.primary("db1").bootsFenced());
        db1 = lab.server("db1");
    }

    @AfterAll
    static void endServer() {
        if (lab != null) {
            lab.close();
        }
    }

    @BeforeEach
    void runs() {
        db1.start();
    }

    @Test
    void statusTellsWhetherItRuns() {
        assertThat(status(db1.statusCommand())).isZero();
        assertThat(status(db1.stopCommand())).isZero();
        assertThat(status(db1.statusCommand())).isEqualTo(3);
        assertThat(status(db1.stopCommand())).as("stopping again").isZero();
        assertThat(status(db1.startCommand())).isZero();
        assertThat(status(db1.startCommand())).as("starting again").isZero();
        assertThat(status(db1.killCommand())).isZero();
        assertThat(status(db1.statusCommand())).isEqualTo(3);
    }

    @Test
    void aFrozenServerRunsAndCanBeStopped() {
        db1.freeze();
        assertThat(status(db1.statusCommand())).isZero();
        assertThat(status(db1.stopCommand())).isZero();
        assertThat(db1.isRunning()).isFalse();
    }

    @Test
    void startsWithItsMachineOnlyWhereEnabled() {
        assertThat(status(db1.autostartCommand("is-enabled"))).isEqualTo(1);
        db1.kill();
        db1.boot();
        assertThat(db1.isRunning()).isFalse();

        assertThat(status(db1.autostartCommand("enable"))).isZero();
        assertThat(status(db1.autostartCommand("is-enabled"))).isZero();
        db1.boot();
        assertThat(db1.isRunning()).isTrue();
        assertThat(status(db1.autostartCommand("disable"))).isZero();
    }

    /** The option file says {@code super_read_only=ON}, and the server says so too, and yet it takes writes. */
    @Test
    void aPersistedOffOpensAFencedServerUnlessItIsStartedWithoutWhatWasPersisted() throws Exception {
        db1.execute("SET PERSIST read_only = OFF");
        db1.kill();
        db1.start();
        assertThat(readOnly()).containsExactly("0", "1");
        db1.execute("INSERT INTO shop.orders (id, note) VALUES (1, 'through an open fence')");

        db1.kill();
        assertThat(status(db1.startCommand("--persisted-globals-load=OFF --super-read-only=ON"))).isZero();
        assertThat(readOnly()).containsExactly("1", "1");
        assertThatThrownBy(() -> db1.execute("INSERT INTO shop.orders (id, note) VALUES (2, 'refused')"))
                .isInstanceOf(SQLException.class).hasMessageContaining("super-read-only");
        db1.execute("RESET PERSIST read_only");
    }

    private static Collection<String> readOnly() throws SQLException {
        return db1.query("SELECT @@GLOBAL.read_only r, @@GLOBAL.super_read_only s").getFirst().values();
    }

    @Test
    void withoutNetworkItIsReadyAllTheSame() {
        db1.kill();
        db1.start("--skip-networking");
        assertThat(db1.isRunning()).isTrue();
        assertThat(Files.exists(db1.socket())).isTrue();
        assertThatThrownBy(() -> new Socket("127.0.0.1", db1.port()).close()).isInstanceOf(ConnectException.class);
        db1.kill();
    }

    @Test
    void aServerThatCannotStartSaysWhy() {
        db1.kill();
        var answer = Command.of("sh", "-c", db1.startCommand("--no-such-option")).answer();
        assertThat(answer.status()).isEqualTo(1);
        assertThat(answer.text()).contains("ended instead of getting ready").contains("no-such-option");
    }

    @Test
    void onlyWhereItIsSupervisedIsAServerStartedAgainThatAsksForIt() throws Exception {
        lab.add(ServerPlan.spare("db2").supervisedByItsMachine());
        var db2 = lab.server("db2");
        db2.execute("SET GLOBAL max_connections = 49", "RESTART");
        Await.until("it is there anew", Duration.ofSeconds(30),
                () -> db2.value("SELECT @@GLOBAL.max_connections").equals("50"));
        db2.kill();
        assertThat(db2.isRunning()).as("nobody has asked").isFalse();

        assertThatThrownBy(() -> db1.execute("RESTART")).isInstanceOf(SQLException.class)
                .hasMessageContaining("not managed by supervisor process");
        assertThat(db1.isRunning()).isTrue();
    }

    private static int status(String command) {
        return Command.of("sh", "-c", command).answer().status();
    }
}
