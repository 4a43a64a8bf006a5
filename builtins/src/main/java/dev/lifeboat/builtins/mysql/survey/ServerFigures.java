package dev.lifeboat.builtins.mysql.survey;

import dev.lifeboat.builtins.mysql.MySqlServer;
import dev.lifeboat.builtins.mysql.ServerFigure;
import dev.lifeboat.builtins.mysql.ServerMetrics;
import dev.lifeboat.builtins.mysql.ServerMetrics.Counters;
import dev.lifeboat.interpreter.builtin.Call;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.value.Texts;
import dev.lifeboat.interpreter.value.Value;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;

/** Measures at the server that takes the cluster's writes: looks at its counters twice. */
public record ServerFigures(Call call) {
    private static final Duration APART = Duration.ofSeconds(5);

    public BigDecimal measure(ServerFigure figure) {
        ServerMetrics server = call.port(ServerMetrics.class, writable());
        Counters first = server.counters();
        call.progress("counting at " + server.name() + " for " + Texts.duration(APART));
        call.pause(APART);
        Counters last = server.counters();
        if (!last.at().isAfter(first.at()) || last.statements() < first.statements()) {
            throw Failure.of("`" + server.name() + "` was restarted, or its clock was set, while it was measured.")
                    .hint("Measure again.");
        }
        return figure.between(first, last);
    }

    private String writable() {
        List<String> found = servers().stream().filter(server -> Observed.of(server).writable()).map(MySqlServer::name)
                .toList();
        if (found.size() != 1) {
            throw Failure.of("Nothing was measured: " + (found.isEmpty()
                    ? "no server of the cluster takes writes."
                    : Texts.list(found) + " take writes.")).hint("It is measured at the one server that takes writes.");
        }
        return found.getFirst();
    }

    private List<MySqlServer> servers() {
        return call.named("cluster").map(cluster -> ((Value.Fields) cluster).fields().get("servers"))
                .map(servers -> ((Value.Listing) servers).items().stream()
                        .map(server -> call.port(MySqlServer.class, Texts.of(server))).toList())
                .orElse(List.of());
    }
}
