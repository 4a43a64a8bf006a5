package dev.lifeboat.builtins.app;

import static dev.lifeboat.interpreter.builtin.Effect.CHANGES;
import static dev.lifeboat.interpreter.builtin.Effect.OBSERVES;
import static dev.lifeboat.interpreter.builtin.Effect.PROBES;

import dev.lifeboat.builtins.endpoint.Endpoint;
import dev.lifeboat.builtins.endpoint.EndpointBuiltins;
import dev.lifeboat.builtins.host.Host;
import dev.lifeboat.builtins.inventory.Inventory;
import dev.lifeboat.builtins.mysql.MySqlServer;
import dev.lifeboat.builtins.mysql.MySqlServer.Identity;
import dev.lifeboat.builtins.mysql.VersionRange;
import dev.lifeboat.interpreter.builtin.Builtin;
import dev.lifeboat.interpreter.builtin.Call;
import dev.lifeboat.interpreter.builtin.Doc;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.builtin.Namespace;
import dev.lifeboat.interpreter.value.Texts;
import dev.lifeboat.interpreter.value.Value;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the interpreter itself calls, because it knows nothing of MySQL or of the application. */
@Namespace(value = "lifeboat", doc = "What the run itself does through the builtins.")
public final class LifeboatHooks {
    private static final Duration TO_ANSWER = Duration.ofSeconds(3);
    private final Inventory inventory;

    public LifeboatHooks(Inventory inventory) {
        this.inventory = inventory;
    }

    @Builtin(effect = CHANGES, internal = true,
            doc = "Does what the inventory wants done when a service level is left and another entered.",
            example = "service level 3 \"Orders can be read, not placed\"")
    public void serviceLevel(Call call, @Doc("The level, 1 (full) to 4 (unavailable).") long level) {
        new ServiceLevelActions(inventory).enter(call, level, true);
    }

    @Builtin(effect = CHANGES, internal = true, inverse = false,
            doc = "Puts the application back to the service level that it had.", example = "")
    public void restoreServiceLevel(Call call, @Doc("The level.") long level) {
        new ServiceLevelActions(inventory).enter(call, level, false);
    }

    @Builtin(effect = OBSERVES, internal = true, doc = """
            Refuses where a server of the cluster has another version of MySQL than the runbook asks for. \
            A server that can't be reached is not asked: it must not hold up a failover.""",
            example = "requires mysql \">= 8.0.26\"")
    public void requires(Call call, @Doc("The product: `mysql`.") String product,
            @Doc("The versions, such as `>= 8.0.26`.") String versions) {
        VersionRange range = VersionRange.required(versions)
                .orElseThrow(() -> Failure.of("`" + versions + "` says no version of MySQL.")
                        .hint("Write it as in `>= 8.4`."));
        List<String> others = servers(call).stream().map(name -> call.port(MySqlServer.class, name))
                .flatMap(server -> server.reach(TO_ANSWER).identity().map(Identity::version)
                        .filter(version -> !range.contains(version)).map(version -> "`" + server.name() + "` is "
                                + version)
                        .stream())
                .toList();
        if (!others.isEmpty()) {
            throw Failure.of("The runbook requires MySQL " + range.name() + ", and " + Texts.list(others) + ".")
                    .hint("Upgrade the server, or use a runbook that was written for it.");
        }
    }

    private static List<String> servers(Call call) {
        return call.named("cluster").map(cluster -> ((Value.Fields) cluster).fields().get("servers"))
                .map(servers -> ((Value.Listing) servers).items().stream().map(Texts::of).toList()).orElse(List.of());
    }

    @Builtin(effect = OBSERVES, internal = true, doc = """
            Why a server or a host can't be reached; none where it can, and for anything else. \
            A loop over servers leaves those out that can't.""", example = "for each server in cluster.servers { }")
    public Optional<String> outOfReach(Call call, @Doc("What the loop would do a round for.") Value item) {
        return item instanceof Value.Handle(String type, String name) ? outOfReach(call, type, name) : Optional.empty();
    }

    private static Optional<String> outOfReach(Call call, String type, String name) {
        return switch (type) {
            case "server" -> Optional.of(call.port(MySqlServer.class, name).reach(TO_ANSWER))
                    .filter(reach -> !reach.answered()).map(MySqlServer.Reach::detail);
            case "host" -> call.port(Host.class, name).reachable(TO_ANSWER)
                    ? Optional.empty()
                    : Optional.of("no command can be run there");
            default -> Optional.empty();
        };
    }

    @Builtin(effect = PROBES, internal = true, doc = """
            Whether the application can write, by every endpoint of the run's cluster. \
            Where it has none nothing can be proven, and the answer is no.""",
            example = "finish \"The application can write.\"")
    public boolean writesWork(Call call) {
        List<Endpoint> endpoints = inventory.endpoints().keySet().stream().map(name -> call.port(Endpoint.class, name))
                .filter(endpoint -> isOfCluster(call, endpoint)).toList();
        boolean all = !endpoints.isEmpty();
        for (Endpoint endpoint : endpoints) {
            all &= new EndpointBuiltins().acceptsWrites(call, endpoint);
        }
        return all;
    }

    /** One that lists servers, or leads to some, is its servers' cluster's; of one that leads nowhere that can't be told, and it counts. */
    private boolean isOfCluster(Call call, Endpoint endpoint) {
        List<String> servers = servers(call);
        if (servers.isEmpty() || inventory.clusters().size() == 1) {
            return true;
        }
        Set<String> listed = inventory.endpoints().get(endpoint.name()).listed();
        Collection<String> known = listed.isEmpty() ? targets(endpoint) : listed;
        return known.isEmpty() || known.stream().anyMatch(servers::contains);
    }

    private static List<String> targets(Endpoint endpoint) {
        try {
            return endpoint.targets();
        } catch (Failure unknown) {
            return List.of();
        }
    }
}
