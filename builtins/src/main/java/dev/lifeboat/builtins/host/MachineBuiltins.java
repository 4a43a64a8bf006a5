package dev.lifeboat.builtins.host;

import static dev.lifeboat.interpreter.builtin.Effect.CHANGES;
import static dev.lifeboat.interpreter.builtin.Effect.OBSERVES;

import dev.lifeboat.builtins.host.Host.Autostart;
import dev.lifeboat.builtins.host.Host.FileSystem;
import dev.lifeboat.interpreter.builtin.Builtin;
import dev.lifeboat.interpreter.builtin.Call;
import dev.lifeboat.interpreter.builtin.Doc;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.builtin.Namespace;
import java.util.List;
import java.util.Optional;

/** What a machine tells of itself, and what starts with it. */
@Namespace(value = "host", doc = "Machines: their services and what they tell.")
public final class MachineBuiltins {
    private static final long USUAL_LINES = 50;
    private static final long MOST_LINES = 1_000;

    @Builtin(effect = OBSERVES, doc = "What is on the host's disks, a record for each file system.",
            example = "let disks = host.disk(host(\"db1\"))")
    public List<FileSystem> disk(@Doc("The host.") Host host) {
        return host.fileSystems();
    }

    @Builtin(effect = OBSERVES,
            doc = """
                    The last lines of a service's log, 50 where it isn't said how many: of systemd's journal, or of what the inventory's `log` writes.""",
            example = "let log = host.logs(host(\"app1\"), \"web\")")
    public String logs(@Doc("The host.") Host host, @Doc("The service, as the inventory names it.") String name,
            @Doc("How many lines, up to 1000.") Optional<Long> lines) {
        long wanted = lines.orElse(USUAL_LINES);
        if (wanted < 1 || wanted > MOST_LINES) {
            throw Failure.of("A log is read by 1 to " + MOST_LINES + " lines, and not by " + wanted + ".");
        }
        return host.log(name, (int) wanted);
    }

    @Builtin(effect = CHANGES, doc = "Lets a service start with its machine, or not.",
            example = "host.autostart(host(\"db1\"), \"mysql\", false)")
    public void autostart(Call call, @Doc("The host.") Host host,
            @Doc("The service, as the inventory names it.") String name,
            @Doc("Whether it is to start with the machine.") boolean on) {
        Autostart wanted = on ? Autostart.ON : Autostart.OFF;
        Autostart found = host.autostarts(name);
        String what = "service `" + name + "` " + (on ? "starts" : "does not start") + " with the machine";
        if (found == wanted) {
            call.did(host.name(), what + " already");
            return;
        }
        // Where it can't be told, the opposite is what was there: nobody asks for what is.
        call.inverse(
                "let service " + name + " on " + host.name() + (on ? " not" : "") + " start with its machine again",
                "host.restore_autostart", host, name, !on);
        host.autostart(name, on);
        Autostart after = host.autostarts(name);
        if (after != wanted && after != Autostart.UNKNOWN) {
            throw Failure.of("Service `" + name + "` on host `" + host.name() + "` was told otherwise, and "
                    + (on ? "does not start" : "starts") + " with its machine.")
                    .hint("Look at the service on the host: `systemctl status`.");
        }
        call.did(host.name(), what);
    }
}
