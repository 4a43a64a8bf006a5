package dev.lifeboat.builtins.metrics;

import dev.lifeboat.builtins.inventory.MetricsPlan;
import dev.lifeboat.builtins.inventory.MetricsPlan.Query;
import dev.lifeboat.builtins.mysql.ServerFigure;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.value.Texts;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the inventory does not say of figures, and nobody therefore can tell. */
public final class MetricsGaps {
    private MetricsGaps() {}

    /** @throws Failure where there is no such query */
    public static Query declared(MetricsPlan plan, String name) {
        return Optional.ofNullable(plan.queries().get(name)).orElseThrow(() -> unknown(plan, name));
    }

    static Failure unknown(MetricsPlan plan, String name) {
        List<String> known = Stream.concat(plan.queries().sequencedKeySet().stream(), ServerFigure.words().stream())
                .map(word -> "`" + word + "`").toList();
        return Failure.of("There is no figure `" + name + "`.")
                .hint("Known are " + Texts.list(known) + "; others go under `queries:` of `metrics:`.");
    }

    public static Failure noBaseline(String name) {
        return Failure.of("Nobody knows what figure `" + name + "` should be.")
                .hint("Write under `metrics:` how long ago it was right, `baseline: 7d` for a query of Prometheus, or what it is, "
                        + "`baselines: {" + name + ": …}`.");
    }
}
