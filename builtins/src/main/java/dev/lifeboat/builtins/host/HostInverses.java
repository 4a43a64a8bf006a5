package dev.lifeboat.builtins.host;

import static dev.lifeboat.interpreter.builtin.Effect.CHANGES;

import dev.lifeboat.builtins.host.Host.ServiceState;
import dev.lifeboat.interpreter.builtin.Builtin;
import dev.lifeboat.interpreter.builtin.Call;
import dev.lifeboat.interpreter.builtin.Doc;
import dev.lifeboat.interpreter.builtin.Namespace;

/** How changes of hosts are taken back. */
@Namespace(value = "host", doc = "Machines: their services and what they tell.")
public final class HostInverses {

    @Builtin(effect = CHANGES, internal = true, inverse = false, doc = "Stops a service that was stopped before.",
            example = "")
    public void stopAgain(Call call, @Doc("The host.") Host host, @Doc("The service.") String name) {
        if (host.service(name) != ServiceState.STOPPED) {
            host.stopService(name);
        }
        HostBuiltins.prove(host, name, ServiceState.STOPPED);
        call.did(host.name(), "stopped service `" + name + "` again");
    }

    @Builtin(effect = CHANGES, internal = true, inverse = false, doc = "Starts a service that ran before.",
            example = "")
    public void startAgain(Call call, @Doc("The host.") Host host, @Doc("The service.") String name) {
        if (host.service(name) != ServiceState.RUNNING) {
            host.startService(name);
        }
        HostBuiltins.prove(host, name, ServiceState.RUNNING);
        call.did(host.name(), "started service `" + name + "` again");
    }

    @Builtin(effect = CHANGES, internal = true, inverse = false,
            doc = "Lets a service start with its machine, or not, as it was before.", example = "")
    public void restoreAutostart(Call call, @Doc("The host.") Host host, @Doc("The service.") String name,
            @Doc("Whether it did.") boolean on) {
        host.autostart(name, on);
        call.did(host.name(),
                "service `" + name + "` " + (on ? "starts" : "does not start") + " with the machine again");
    }
}
