package dev.lifeboat.builtins.metrics;

import static dev.lifeboat.interpreter.builtin.Effect.OBSERVES;

import dev.lifeboat.builtins.inventory.Inventory;
import dev.lifeboat.builtins.inventory.MetricsPlan;
import dev.lifeboat.builtins.metrics.Metrics.Figure;
import dev.lifeboat.builtins.mysql.ServerFigure;
import dev.lifeboat.builtins.mysql.survey.ServerFigures;
import dev.lifeboat.interpreter.builtin.Builtin;
import dev.lifeboat.interpreter.builtin.Call;
import dev.lifeboat.interpreter.builtin.Doc;
import dev.lifeboat.interpreter.builtin.Namespace;
import java.math.BigDecimal;

/** What a runbook can know of how much gets done. */
@Namespace(value = "metrics", doc = "Figures: how much gets done, now and when everything was as it should be.")
public final class MetricsBuiltins {
    private final MetricsPlan plan;

    public MetricsBuiltins(Inventory inventory) {
        plan = inventory.metrics();
    }

    @Builtin(effect = OBSERVES,
            doc = """
                    A figure as it is now: a query of the inventory, which Prometheus answers, or what the server that takes writes counts itself, over five seconds: \
                    `statements_per_second`, `writes_per_second`, `statement_latency` (in seconds).""",
            example = "let orders = metrics.value(\"writes_per_second\")")
    public BigDecimal value(Call call, @Doc("Its name in the inventory, or one of the three.") String name) {
        Figure figure = plan.queries().containsKey(name)
                ? metrics(call).value(name)
                : counted(call, ServerFigure.of(name).orElseThrow(() -> MetricsGaps.unknown(plan, name)));
        call.did(name, "is " + figure.told());
        return figure.value();
    }

    private static Figure counted(Call call, ServerFigure figure) {
        return new Figure(new ServerFigures(call).measure(figure), figure.unit());
    }

    @Builtin(effect = OBSERVES, doc = """
            What a figure was when everything was as it should be: as long ago as the inventory's `baseline` says, \
            or what stands under its `baselines`.""", example = "let normal = metrics.baseline(\"orders_per_second\")")
    public BigDecimal baseline(Call call, @Doc("Its name in the inventory.") String name) {
        Figure figure = known(call, name);
        call.did(name, "should be " + figure.told());
        return figure.value();
    }

    private Figure known(Call call, String name) {
        BigDecimal given = plan.baselines().get(name);
        if (given != null) {
            return new Figure(given, ServerFigure.of(name).map(ServerFigure::unit).orElse(""));
        }
        if (plan.queries().containsKey(name) && plan.baseline().isPresent()) {
            return metrics(call).baseline(name);
        }
        throw plan.queries().containsKey(name) || ServerFigure.of(name).isPresent()
                ? MetricsGaps.noBaseline(name)
                : MetricsGaps.unknown(plan, name);
    }

    private static Metrics metrics(Call call) {
        return call.port(Metrics.class, Metrics.NAME);
    }
}
