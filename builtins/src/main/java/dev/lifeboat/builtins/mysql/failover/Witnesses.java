package dev.lifeboat.builtins.mysql.failover;

import dev.lifeboat.builtins.host.Greeting;
import dev.lifeboat.builtins.host.Host;
import dev.lifeboat.builtins.mysql.Cluster;
import dev.lifeboat.builtins.mysql.MySqlServer;
import dev.lifeboat.builtins.mysql.survey.Landscape;
import dev.lifeboat.interpreter.builtin.Call;
import dev.lifeboat.interpreter.builtin.Failure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;

/** The machines of a cluster that look on from elsewhere. What they reach is not gone: it is this machine that is cut off. */
final class Witnesses {
    private static final Duration TO_GREET = Duration.ofSeconds(3);
    private final Call call;
    private final Landscape landscape;
    private final Cluster cluster;
    private final List<String> evidence;
    private final SequencedSet<Host> able = new LinkedHashSet<>();

    /** @param evidence takes what each of them says */
    Witnesses(Call call, Landscape landscape, Cluster cluster, List<String> evidence) {
        this.call = call;
        this.landscape = landscape;
        this.cluster = cluster;
        this.evidence = evidence;
    }

    /** What those of them meet at {@code server} that can tell. */
    List<Greeting> of(MySqlServer server) {
        List<Greeting> met = new ArrayList<>();
        for (Host witness : cluster.witnesses()) {
            call.progress("asking witness " + witness.name() + " whether it reaches " + server.name());
            ask(witness, server, met);
        }
        return met;
    }

    private void ask(Host witness, MySqlServer server, List<Greeting> met) {
        String who = "witness `" + witness.name() + "`: ";
        try {
            Greeting greeting = witness.greeting(landscape.server(server.name()).address(), TO_GREET);
            met.add(greeting);
            able.add(witness);
            evidence.add(who + told(greeting, "`" + server.name() + "`"));
        } catch (Failure failure) {
            evidence.add(who + failure.getMessage());
        }
    }

    private static String told(Greeting greeting, String server) {
        return switch (greeting) {
            case GREETS -> server + " greets it";
            case SILENT -> server + " accepts its connection and is silent";
            case CLOSED -> "nobody takes its connection to " + server;
        };
    }

    Testimony about(List<MySqlServer> servers) {
        List<MySqlServer> reached = servers.stream()
                .filter(server -> of(server).stream().anyMatch(greeting -> greeting != Greeting.CLOSED)).toList();
        return new Testimony(reached, List.copyOf(able), List.copyOf(evidence));
    }
}
