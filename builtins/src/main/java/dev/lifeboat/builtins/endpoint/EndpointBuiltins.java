package dev.lifeboat.builtins.endpoint;

import static dev.lifeboat.interpreter.builtin.Effect.CHANGES;
import static dev.lifeboat.interpreter.builtin.Effect.OBSERVES;
import static dev.lifeboat.interpreter.builtin.Effect.PROBES;

import dev.lifeboat.builtins.mysql.MySqlServer;
import dev.lifeboat.interpreter.builtin.Builtin;
import dev.lifeboat.interpreter.builtin.Call;
import dev.lifeboat.interpreter.builtin.Doc;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.builtin.Namespace;
import java.util.List;

/** What a runbook can do with the application's ways to its database. */
@Namespace(value = "endpoint", doc = "The ways by which the application reaches the server that takes its writes.")
public final class EndpointBuiltins {
    private static Failure notYet() {
        return Failure.of("This word is not built yet.");
    }

    @Builtin(effect = OBSERVES, doc = "The servers that the endpoint leads to; none where it leads nowhere.",
            example = "require db2 in endpoint.target(service)")
    public List<MySqlServer> target(Call call, @Doc("The endpoint.") Endpoint endpoint) {
        throw notYet();
    }

    @Builtin(effect = PROBES,
            doc = "Whether a write through the endpoint is taken, by the application's own path and account.",
            example = "wait until endpoint.accepts_writes(service) every 1s timeout 30s")
    public boolean acceptsWrites(Call call, @Doc("The endpoint.") Endpoint endpoint) {
        throw notYet();
    }

    @Builtin(name = "switch", effect = CHANGES, doc = """
            Sends the application to this server alone, and ends what hangs at another. \
            Refuses a server that takes no writes.""", example = "endpoint.switch(service, to: db2)")
    public void switchTo(Call call, @Doc("The endpoint.") Endpoint endpoint, @Doc("The server.") MySqlServer to) {
        throw notYet();
    }

    @Builtin(effect = CHANGES, doc = "Takes a server out of the endpoint.",
            example = "endpoint.remove(service, cluster.primary)")
    public void remove(Call call, @Doc("The endpoint.") Endpoint endpoint, @Doc("The server.") MySqlServer server) {
        throw notYet();
    }
}
