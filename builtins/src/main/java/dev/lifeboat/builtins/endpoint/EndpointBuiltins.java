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
import java.util.List;
import java.util.Set;

/** What a runbook can do with the application's ways to its database. */
@Namespace(value = "endpoint", doc = "The ways by which the application reaches the server that takes its writes.")
public final class EndpointBuiltins {

    @Builtin(effect = OBSERVES, doc = "The servers that the endpoint leads to; none where it leads nowhere.",
            example = "require cluster.primary in endpoint.target(service)")
    public List<MySqlServer> target(Call call, @Doc("The endpoint.") Endpoint endpoint) {
        return endpoint.targets().stream().map(server -> call.port(MySqlServer.class, server)).toList();
    }

    @Builtin(effect = PROBES, doc = """
            Whether a write through the endpoint is taken, by the application's own path and account; \
            the timeline says by the server with which `server_uuid`.""",
            example = "wait until endpoint.accepts_writes(service) every 1s timeout 30s")
    public boolean acceptsWrites(Call call, @Doc("The endpoint.") Endpoint endpoint) {
        PathProbe probe = endpoint.probeWrite(WayProof.TO_WRITE);
        if (probe.accepted()) {
            call.did(endpoint.name(), "a write went through"
                    + probe.serverUuid().map(uuid -> ", taken by the server with server_uuid " + uuid).orElse(""));
        } else {
            call.progress(endpoint.name() + ": no write goes through: " + probe.detail());
        }
        return probe.accepted();
    }

    @Builtin(name = "switch", effect = CHANGES,
            doc = """
                    Sends the application to this server alone, proves by a write through the endpoint that this server takes it, \
                    and ends what hangs at another. Where answers are kept for a while, as in DNS, it waits until nobody has the \
                    old one. Refuses a server that takes no writes.""",
            example = "endpoint.switch(service, to: db2)", privileges = {"PROCESS", "CONNECTION_ADMIN"})
    public void switchTo(Call call, @Doc("The endpoint.") Endpoint endpoint, @Doc("The server.") MySqlServer to) {
        if (!to.state().readOnly().writable()) {
            throw Failure.of("Endpoint `" + endpoint.name() + "` was not switched to `" + to.name()
                    + "`: that server is read-only, and the application could not write.").hint("Promote it first.");
        }
        List<String> left = change(call, endpoint, List.of(to.name()), () -> endpoint.switchTo(to.name()));
        new WayProof(call, endpoint).takenBy(to);
        new OpenSessions(call, left).end();
    }

    @Builtin(effect = CHANGES,
            doc = "Takes a server out of the endpoint, proves that no write through it gets there, and ends what hangs there.",
            example = "endpoint.remove(service, cluster.primary)", privileges = {"PROCESS", "CONNECTION_ADMIN"})
    public void remove(Call call, @Doc("The endpoint.") Endpoint endpoint, @Doc("The server.") MySqlServer server) {
        List<String> rest = endpoint.targets().stream().filter(target -> !target.equals(server.name())).toList();
        List<String> left = change(call, endpoint, rest, () -> endpoint.remove(server.name()));
        new WayProof(call, endpoint).notTakenBy(server);
        new OpenSessions(call, left).end();
    }

    @Builtin(effect = CHANGES, doc = """
            Lets nobody in any more and leaves those alone that are, so that what they have begun can end. \
            The timeline says how many sessions are still open.""", example = "endpoint.drain(service)",
            privileges = "PROCESS")
    public void drain(Call call, @Doc("The endpoint.") Endpoint endpoint) {
        List<String> left = change(call, endpoint, List.of(), endpoint::drain);
        call.did(endpoint.name(), new OpenSessions(call, left).left());
    }

    /** @return the servers to which it led and leads no longer */
    private static List<String> change(Call call, Endpoint endpoint, List<String> wanted, Runnable change) {
        List<String> before = endpoint.targets();
        if (Set.copyOf(before).equals(Set.copyOf(wanted))) {
            call.did(endpoint.name(), "leads to " + Texts.list(wanted) + " already");
            new Settling(call, endpoint).await(wanted);
            return List.of();
        }
        call.inverse("send " + endpoint.name() + " to " + Texts.list(before) + " again", "endpoint.restore", endpoint,
                before);
        change.run();
        new Settling(call, endpoint).await(wanted);
        call.did(endpoint.name(), "leads to " + Texts.list(wanted) + " (before: " + Texts.list(before) + ")");
        return before.stream().filter(server -> !wanted.contains(server)).toList();
    }
}
