package dev.lifeboat.builtins.mysql.fence;

import static dev.lifeboat.interpreter.builtin.Effect.CHANGES;

import dev.lifeboat.builtins.host.Host;
import dev.lifeboat.builtins.inventory.Inventory;
import dev.lifeboat.builtins.mysql.MySqlServer;
import dev.lifeboat.builtins.mysql.survey.Observed;
import dev.lifeboat.builtins.mysql.survey.RunFacts;
import dev.lifeboat.interpreter.builtin.Builtin;
import dev.lifeboat.interpreter.builtin.Call;
import dev.lifeboat.interpreter.builtin.Doc;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.builtin.Namespace;
import java.time.Duration;

/** The power of machines. It is a matter of MySQL as well: a server that comes up with its machine may take writes behind everybody's back. */
@Namespace(value = "host", doc = "Machines: their services and what they tell.")
public final class HostPower {
    private static final Duration TO_ANSWER = Duration.ofSeconds(5);
    private final Inventory inventory;

    public HostPower(Inventory inventory) {
        this.inventory = inventory;
    }

    @Builtin(effect = CHANGES,
            doc = """
                    Switches a machine off or on, by what the inventory names: a management board, a hypervisor. \
                    The machine of a server is not switched on while another server of its cluster takes writes, but where this run has kept MySQL from starting with it.""",
            example = "host.power(host(\"db1\"), false)")
    public void power(Call call, @Doc("The host.") Host host, @Doc("Whether it is to be on.") boolean on) {
        if (on && host.reachable(TO_ANSWER)) {
            call.did(host.name(), "is on already");
            return;
        }
        if (on) {
            refuseSecondPrimary(call, host.name());
        }
        call.inverse("switch " + host.name() + (on ? " off" : " on") + " again", "host.power_again", host, !on);
        switchTo(call, host, on);
    }

    @Builtin(effect = CHANGES, internal = true, inverse = false,
            doc = "Switches a machine on or off, as it was before.", example = "")
    public void powerAgain(Call call, @Doc("The host.") Host host, @Doc("Whether it was on.") boolean on) {
        if (on) {
            refuseSecondPrimary(call, host.name());
        }
        switchTo(call, host, on);
    }

    private static void switchTo(Call call, Host host, boolean on) {
        host.power(on);
        if (!on && host.reachable(TO_ANSWER)) {
            throw Failure
                    .of("Host `" + host.name() + "` was switched off, and still answers: something else was switched.")
                    .hint("Look at the command under `power:` of the host in the inventory: whose power does it switch?");
        }
        call.did(host.name(), on ? "switched on" : "switched off");
    }

    private void refuseSecondPrimary(Call call, String host) {
        if (new RunFacts(call).is(RunFacts.AUTOSTART_OFF, host)) {
            return;
        }
        inventory.clusters().values().forEach(cluster -> cluster.servers().forEach((name, server) -> {
            if (server.host().filter(host::equals).isPresent()) {
                cluster.servers().keySet().stream().filter(other -> !other.equals(name))
                        .forEach(other -> refuseWhileItWrites(call, host, name, other));
            }
        }));
    }

    private static void refuseWhileItWrites(Call call, String host, String server, String other) {
        if (Observed.of(call.port(MySqlServer.class, other)).writable()) {
            throw Failure
                    .of("Host `" + host + "` was not switched on: `" + server
                            + "` may start with it and take writes, and `"
                            + other + "` does.")
                    .hint("Where it is known that MySQL does not start with the machine, switch it on by hand, and then use `mysql.start_fenced(server(\""
                            + server + "\"))`.");
        }
    }
}
