package dev.lifeboat.builtins.host;

import static dev.lifeboat.interpreter.builtin.Effect.CHANGES;
import static dev.lifeboat.interpreter.builtin.Effect.OBSERVES;

import dev.lifeboat.builtins.host.Host.ServiceState;
import dev.lifeboat.interpreter.builtin.Builtin;
import dev.lifeboat.interpreter.builtin.Call;
import dev.lifeboat.interpreter.builtin.CodeOf;
import dev.lifeboat.interpreter.builtin.Doc;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.builtin.Namespace;
import dev.lifeboat.interpreter.value.Value;
import java.time.Duration;

/** What a runbook can do on machines. */
@Namespace(value = "host", doc = "Machines: their services and what they tell.")
public final class HostBuiltins {
    private static final Duration TO_ANSWER = Duration.ofSeconds(5);
    private static final Duration TO_READ = Duration.ofMinutes(1);
    private static final Duration TO_RUN = Duration.ofHours(1);
    private static final String MYSQL = "mysql";

    @Builtin(effect = OBSERVES, doc = "Whether commands can be run on the host.",
            example = "require host.reachable(host(\"db1\"))")
    public boolean reachable(@Doc("The host.") Host host) {
        return host.reachable(TO_ANSWER);
    }

    @Builtin(effect = OBSERVES, doc = "What a command says that changes nothing, such as `df` or `systemctl status`.",
            example = "let disk = host.read(host(\"db1\"), \"df -h /var/lib/mysql\")")
    public String read(@Doc("The host.") Host host, @Doc("The command.") @CodeOf("command") Value.Code command) {
        return succeeded(host, command, host.read(command.text(), TO_READ));
    }

    @Builtin(effect = CHANGES, inverse = false, idempotent = false, doc = """
            Runs a command that changes something, and answers what it says. \
            Lifeboat can't take it back: the step needs `undo` or `irreversible`, and `verify` to be retried.""",
            example = "host.run(host(\"app1\"), \"touch /srv/shop/maintenance\")")
    public String run(Call call, @Doc("The host.") Host host,
            @Doc("The command.") @CodeOf("command") Value.Code command) {
        String said = succeeded(host, command, host.run(command.text(), TO_RUN));
        call.did(host.name(), "ran `" + command.text() + "`");
        return said;
    }

    private static String succeeded(Host host, Value.Code command, Host.Output output) {
        if (output.exit() != 0) {
            throw Failure
                    .of("`" + command.text() + "` on host `" + host.name() + "` ended with status " + output.exit()
                            + ".")
                    .evidence(output.text().lines().toList());
        }
        return output.text().strip();
    }

    @Builtin(effect = OBSERVES, doc = "Whether a service runs: `RUNNING`, `STOPPED` or `UNKNOWN`.",
            example = "require host.service(host(\"db1\"), \"mysql\") == RUNNING")
    public ServiceState service(@Doc("The host.") Host host,
            @Doc("The service, as the inventory names it.") String name) {
        return host.service(name);
    }

    @Builtin(effect = CHANGES, doc = "Starts a service. MySQL itself is started by `mysql.start_fenced`.",
            example = "host.start_service(host(\"app1\"), \"web\")")
    public void startService(Call call, @Doc("The host.") Host host,
            @Doc("The service, as the inventory names it.") String name) {
        refuseMySql(name);
        if (host.service(name) == ServiceState.RUNNING) {
            call.did(host.name(), "service `" + name + "` runs already");
            return;
        }
        call.inverse("stop service " + name + " on " + host.name() + " again", "host.stop_again", host, name);
        host.startService(name);
        prove(host, name, ServiceState.RUNNING);
        call.did(host.name(), "started service `" + name + "`");
    }

    @Builtin(effect = CHANGES, doc = "Stops a service.", example = "host.stop_service(host(\"app1\"), \"web\")")
    public void stopService(Call call, @Doc("The host.") Host host,
            @Doc("The service, as the inventory names it.") String name) {
        if (host.service(name) == ServiceState.STOPPED) {
            call.did(host.name(), "service `" + name + "` is stopped already");
            return;
        }
        call.inverse("start service " + name + " on " + host.name() + " again", "host.start_again", host, name);
        host.stopService(name);
        prove(host, name, ServiceState.STOPPED);
        call.did(host.name(), "stopped service `" + name + "`");
    }

    @Builtin(effect = CHANGES, doc = "Stops a service and starts it again. MySQL is not restarted by it.",
            example = "host.restart_service(host(\"app1\"), \"web\")")
    public void restartService(Call call, @Doc("The host.") Host host,
            @Doc("The service, as the inventory names it.") String name) {
        refuseMySql(name);
        boolean ran = host.service(name) != ServiceState.STOPPED;
        call.inverse((ran ? "start" : "stop") + " service " + name + " on " + host.name() + " again",
                ran ? "host.start_again" : "host.stop_again", host, name);
        host.stopService(name);
        host.startService(name);
        prove(host, name, ServiceState.RUNNING);
        call.did(host.name(), "restarted service `" + name + "`");
    }

    /** A primary that starts may take writes behind everybody's back, and a replica that restarts may lose what it has received and not applied. */
    private static void refuseMySql(String service) {
        if (service.equals(MYSQL)) {
            throw Failure
                    .of("MySQL is not started by `host.start_service` or `host.restart_service`: it could take writes.")
                    .hint("Use `mysql.start_fenced`.");
        }
    }

    static void prove(Host host, String service, ServiceState wanted) {
        ServiceState found = host.service(service);
        if (found != wanted && found != ServiceState.UNKNOWN) {
            throw Failure.of("Service `" + service + "` on host `" + host.name() + "` is " + found + ", and should be "
                    + wanted + ".").hint("Look at its log on the host.");
        }
    }
}
