package dev.lifeboat.builtins.lab;

import static org.assertj.core.api.Assertions.assertThat;

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

    @Test
    void extraOptionsReachTheServer() throws Exception {
        db1.execute("SET PERSIST super_read_only = OFF", "SET PERSIST read_only = OFF");
        db1.stop();
        db1.start();
        assertThat(db1.value("SELECT @@GLOBAL.super_read_only")).as("persisted OFF beats the option file")
                .isEqualTo("0");

        db1.stop();
        assertThat(status(db1.startCommand("--persisted-globals-load=OFF --super-read-only=ON"))).isZero();
        assertThat(db1.value("SELECT @@GLOBAL.super_read_only")).isEqualTo("1");
        db1.execute("RESET PERSIST read_only", "RESET PERSIST super_read_only");
    }

    @Test
    void withoutNetworkItIsReadyAllTheSame() {
        db1.stop();
        db1.start("--skip-networking");
        assertThat(db1.isRunning()).isTrue();
        assertThat(Command.of("sh", "-c", "exec 3<>/dev/tcp/127.0.0.1/" + db1.port()).answer().status()).isNotZero();
        db1.stop();
    }

    @Test
    void aServerThatCannotStartSaysWhy() {
        db1.stop();
        var answer = Command.of("sh", "-c", db1.startCommand("--no-such-option")).answer();
        assertThat(answer.status()).isEqualTo(1);
        assertThat(answer.text()).contains("ended instead of getting ready").contains("no-such-option");
    }

    private static int status(String command) {
        return Command.of("sh", "-c", command).answer().status();
    }
}
