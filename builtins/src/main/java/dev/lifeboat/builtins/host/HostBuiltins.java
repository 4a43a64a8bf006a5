package dev.lifeboat.builtins.host;

import static dev.lifeboat.interpreter.builtin.Effect.CHANGES;
import static dev.lifeboat.interpreter.builtin.Effect.OBSERVES;

import dev.lifeboat.interpreter.builtin.Builtin;
import dev.lifeboat.interpreter.builtin.Call;
import dev.lifeboat.interpreter.builtin.Doc;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.builtin.Namespace;
import dev.lifeboat.interpreter.value.Value;

/** What a runbook can do on machines. */
@Namespace(value = "host", doc = "Machines: their services and what they tell.")
public final class HostBuiltins {
    private static Failure notYet() {
        return Failure.of("This word is not built yet.");
    }

    @Builtin(effect = OBSERVES, doc = "Whether commands can be run on the host.",
            example = "require host.reachable(host(\"db1\"))")
    public boolean reachable(Call call, @Doc("The host.") Host host) {
        throw notYet();
    }

    @Builtin(effect = OBSERVES, doc = "What a command says that changes nothing, such as `df` or `systemctl status`.",
            example = "let disk = host.read(host(\"db1\"), \"df -h /var/lib/mysql\")")
    public String read(Call call, @Doc("The host.") Host host, @Doc("The command.") Value.Code command) {
        throw notYet();
    }

    @Builtin(effect = OBSERVES, doc = "Whether a service runs: `RUNNING`, `STOPPED` or `UNKNOWN`.",
            example = "require host.service(host(\"db1\"), \"mysql\") == RUNNING")
    public Host.ServiceState service(Call call, @Doc("The host.") Host host,
            @Doc("The service, as the inventory names it.") String name) {
        throw notYet();
    }

    @Builtin(effect = CHANGES, doc = "Starts a service. A primary's MySQL is started by `mysql.start_fenced`.",
            example = "host.start_service(host(\"app1\"), \"web\")")
    public void startService(Call call, @Doc("The host.") Host host,
            @Doc("The service, as the inventory names it.") String name) {
        throw notYet();
    }

    @Builtin(effect = CHANGES, doc = "Stops a service.", example = "host.stop_service(host(\"app1\"), \"web\")")
    public void stopService(Call call, @Doc("The host.") Host host,
            @Doc("The service, as the inventory names it.") String name) {
        throw notYet();
    }

    @Builtin(effect = CHANGES, doc = "Stops a service and starts it again.",
            example = "host.restart_service(host(\"app1\"), \"web\")")
    public void restartService(Call call, @Doc("The host.") Host host,
            @Doc("The service, as the inventory names it.") String name) {
        throw notYet();
    }
}
