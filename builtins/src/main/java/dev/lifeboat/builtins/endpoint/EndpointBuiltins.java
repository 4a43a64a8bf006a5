package dev.lifeboat.builtins.endpoint;

import static dev.lifeboat.interpreter.builtin.Effect.CHANGES;
import static dev.lifeboat.interpreter.builtin.Effect.OBSERVES;
import static dev.lifeboat.interpreter.builtin.Effect.PROBES;

import dev.lifeboat.builtins.endpoint.Endpoint.PathProbe;
import dev.lifeboat.builtins.mysql.MySqlServer;
import dev.lifeboat.interpreter.builtin.Builtin;
import dev.lifeboat.interpreter.builtin.Call;
import dev.lifeboat.interpreter.builtin.Doc;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.builtin.Namespace;
import dev.lifeboat.interpreter.value.Texts;
import java.time.Duration;
import java.util.List;

/** What a runbook can do with the application's ways to its database. */
@Namespace(value = "endpoint", doc = "The ways by which the application reaches the server that takes its writes.")
public final class EndpointBuiltins {
    private static final Duration TO_WRITE = Duration.ofSeconds(5);

    @Builtin(effect = OBSERVES, doc = "The servers that the endpoint leads to; none where it leads nowhere.",
            example = "require cluster.primary in endpoint.target(service)")
    public List<MySqlServer> target(Call call, @Doc("The endpoint.") Endpoint endpoint) {
        return endpoint.targets().stream().map(server -> call.port(MySqlServer.class, server)).toList();
    }

    @Builtin(effect = PROBES,
            doc = "Whether a write through the endpoint is taken, by the application's own path and account.",
            example = "wait until endpoint.accepts_writes(service) every 1s timeout 30s")
    public boolean acceptsWrites(Call call, @Doc("The endpoint.") Endpoint endpoint) {
        PathProbe probe = endpoint.probeWrite(TO_WRITE);
        if (probe.accepted()) {
            call.did(endpoint.name(), "a write went through");
        } else {
            call.progress(endpoint.name() + ": no write goes through: " + probe.detail());
        }
        return probe.accepted();
    }

    @Builtin(name = "switch", effect = CHANGES, doc = """
            Sends the application to this server alone, and ends what hangs at another. \
            Refuses a server that takes no writes.""", example = "endpoint.switch(service, to: db2)")
    public void switchTo(Call call, @Doc("The endpoint.") Endpoint endpoint, @Doc("The server.") MySqlServer to) {
        if (!to.state().readOnly().writable()) {
            throw Failure.of("Endpoint `" + endpoint.name() + "` was not switched to `" + to.name()
                    + "`: that server is read-only, and the application could not write.").hint("Promote it first.");
        }
        change(call, endpoint, List.of(to.name()), () -> endpoint.switchTo(to.name()));
    }

    @Builtin(effect = CHANGES, doc = "Takes a server out of the endpoint.",
            example = "endpoint.remove(service, cluster.primary)")
    public void remove(Call call, @Doc("The endpoint.") Endpoint endpoint, @Doc("The server.") MySqlServer server) {
        List<String> rest = endpoint.targets().stream().filter(target -> !target.equals(server.name())).toList();
        change(call, endpoint, rest, () -> endpoint.remove(server.name()));
    }

    private static void change(Call call, Endpoint endpoint, List<String> wanted, Runnable change) {
        List<String> before = endpoint.targets();
        if (before.equals(wanted)) {
            call.did(endpoint.name(), "leads to " + Texts.list(wanted) + " already");
            return;
        }
        call.inverse("send " + endpoint.name() + " to " + Texts.list(before) + " again", "endpoint.restore", endpoint,
                before);
        change.run();
        prove(endpoint, wanted);
        call.did(endpoint.name(), "leads to " + Texts.list(wanted) + " (before: " + Texts.list(before) + ")");
    }

    static void prove(Endpoint endpoint, List<String> wanted) {
        List<String> found = endpoint.targets();
        if (!found.stream().sorted().toList().equals(wanted.stream().sorted().toList())) {
            throw Failure.of("Endpoint `" + endpoint.name() + "` leads to " + Texts.list(found)
                    + " after it was told to lead to " + Texts.list(wanted) + ".")
                    .hint("Something else may be steering it, such as a monitor of its own.");
        }
    }
}
