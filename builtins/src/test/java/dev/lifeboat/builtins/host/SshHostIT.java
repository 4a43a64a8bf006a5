package dev.lifeboat.builtins.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lifeboat.builtins.inventory.Inventory;
import dev.lifeboat.builtins.lab.LabServer;
import dev.lifeboat.builtins.lab.LabSshd;
import dev.lifeboat.builtins.lab.MySqlLab;
import dev.lifeboat.builtins.lab.ServerPlan;
import dev.lifeboat.builtins.ssh.SshShell;
import dev.lifeboat.builtins.ssh.Ways;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.builtin.Seen;
import dev.lifeboat.interpreter.world.Clock;
import dev.lifeboat.interpreter.world.SystemClock;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A host that is reached by a real OpenSSH server does what this machine does. */
class SshHostIT extends HostContract implements GivenLabHost {
    private static final Clock CLOCK = new SystemClock();
    private static MySqlLab lab;
    private static LabServer db1;
    private static LabSshd sshd;
    private static SshShell shell;

    @BeforeAll
    static void start() throws Exception {
        lab = MySqlLab.start(ServerPlan.primary("db1"));
        db1 = lab.server("db1");
        sshd = LabSshd.start();
        shell = Ways.to(sshd).shell(CLOCK);
    }

    @AfterAll
    static void end() {
        if (sshd != null) {
            sshd.close();
        }
        if (lab != null) {
            lab.close();
        }
    }

    @BeforeEach
    void makeWell() throws Exception {
        makeServerWell();
    }

    @Test
    void theProbesTellWhatCameOfACallWhoseEndNobodySaw() {
        host().stopService("mysql");
        assertThat(host().stopped("mysql")).isEqualTo(Seen.DONE);
        assertThat(host().started("mysql")).isEqualTo(Seen.NOT_DONE);
        assertThat(host().autostartIs("mysql", true)).isEqualTo(Seen.DONE);
        assertThat(host().autostartIs("mysql", false)).isEqualTo(Seen.NOT_DONE);
        assertThat(host().powerIs(true)).isEqualTo(Seen.DONE);
    }

    @Test
    void oneThatCantBeReachedIsOutOfReachAndItsPowerIsSwitchedFromHere() throws Exception {
        sshd.kill();
        try {
            assertThat(host().reachable(Duration.ofSeconds(2))).isFalse();
            assertThatThrownBy(() -> host().greeting(address(), Duration.ofSeconds(2))).isInstanceOf(Failure.class)
                    .hasMessageContaining("Could not reach host `db1`");
            host().power(false);
            assertThat(db1.isRunning()).isFalse();
            assertThat(host().powerIs(false)).isEqualTo(Seen.UNKNOWN);
        } finally {
            sshd.restart();
        }
    }

    @Override
    public GivenHost given() {
        return this;
    }

    @Override
    public Clock clock() {
        return CLOCK;
    }

    @Override
    public Host host() {
        return host(new LabHost(db1).withPower(Optional.of(Ways.to(sshd).ssh())));
    }

    @Override
    public Host withoutPower() {
        return host(new LabHost(db1).withoutPower(Optional.of(Ways.to(sshd).ssh())));
    }

    private static Host host(Inventory.Host declared) {
        return new SshHost("machine1", declared, shell, CLOCK);
    }

    @Override
    public LabServer db1() {
        return db1;
    }
}
