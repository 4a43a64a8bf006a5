package dev.lifeboat.builtins.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lifeboat.builtins.fakes.FakeEstate;
import dev.lifeboat.builtins.host.Host.Autostart;
import dev.lifeboat.builtins.host.Host.FileSystem;
import dev.lifeboat.builtins.mysql.MySqlServer.ReadOnly;
import dev.lifeboat.builtins.mysql.fence.HostPower;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.value.Value;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MachineBuiltinsTest {
    private final FakeEstate estate = new FakeEstate();
    private final MachineBuiltins machines = new MachineBuiltins();

    private HostPower power() {
        return new HostPower(estate.inventory());
    }

    @Test
    void autostartIsSwitchedOnceAndTakenBackToWhatItWas() {
        estate.host1.autostart = Autostart.ON;

        machines.autostart(estate.call, estate.host1, "web", false);
        machines.autostart(estate.call, estate.host1, "web", false);

        assertThat(estate.host1.calls).containsExactly("autostart false");
        assertThat(estate.call.inverses).containsExactly("host.restore_autostart[web, true]");
    }

    @Test
    void aMachineIsSwitchedOffAndTheInverseSwitchesItOn() {
        power().power(estate.call, estate.host1, false);

        assertThat(estate.host1.calls).containsExactly("power false");
        assertThat(estate.call.inverses).containsExactly("host.power_again[true]");
    }

    @Test
    void aMachineThatIsOnIsLeftAlone() {
        power().power(estate.call, estate.host1, true);

        assertThat(estate.host1.calls).isEmpty();
        assertThat(estate.call.inverses).isEmpty();
    }

    @Test
    void theMachineOfAServerStaysOffWhileAnotherTakesWrites() {
        estate.host1.reachable = false;
        estate.db2.readOnly = ReadOnly.WRITABLE;

        assertThatThrownBy(() -> power().power(estate.call, estate.host1, true)).isInstanceOf(Failure.class).hasMessage(
                "Host `host1` was not switched on: `db1` may start with it and take writes, and `db2` does.");
        assertThatThrownBy(() -> power().powerAgain(estate.call, estate.host1, true)).isInstanceOf(Failure.class);
        assertThat(estate.host1.calls).isEmpty();
    }

    @Test
    void aLogIsReadByAFewLines() {
        estate.host1.log = "ready for connections";

        assertThat(machines.logs(estate.host1, "web", Optional.empty())).isEqualTo("ready for connections");
        assertThatThrownBy(() -> machines.logs(estate.host1, "web", Optional.of(0L))).isInstanceOf(Failure.class)
                .hasMessage("A log is read by 1 to 1000 lines, and not by 0.");
    }

    @Test
    void whatDfSaysIsReadLineByLineAndWhatIsNoDiskIsLeftOut() {
        assertThat(FileSystems.of("""
                Filesystem            1024-blocks      Used Available Capacity Mounted on
                /dev/mapper/vg0-my sql  104857600 100663296   4194304      96% /var/lib/my sql
                overlay                   1048576    524288    524288      50% /
                tmpfs                      131072         0    131072       0% /run/lock
                efivarfs                      256       100       151      40% /sys/firmware/efi/efivars
                df: /mnt/nfs: Stale file handle
                none                            0         0         0       - /empty
                """)).containsExactly(fileSystem("/var/lib/my sql", 104857600, 100663296, 4194304),
                fileSystem("/", 1048576, 524288, 524288), fileSystem("/empty", 0, 0, 0));
    }

    private static FileSystem fileSystem(String mount, long size, long used, long free) {
        return new FileSystem(mount, new Value.Size(size * 1024), new Value.Size(used * 1024),
                new Value.Size(free * 1024));
    }

    @Test
    void whatIsKilledIsBeingStoppedSoThatSystemdDoesNotStartItAgain() {
        assertThat(List.of(new Systemd("my'sqld").kill().split("; "))).containsExactly(
                "[ \"$(id -u)\" = 0 ] || set -- sudo -n", "\"$@\" systemctl stop --no-block 'my'\\''sqld'",
                "\"$@\" systemctl kill --signal=SIGKILL 'my'\\''sqld'", "\"$@\" systemctl stop 'my'\\''sqld'");
    }
}
