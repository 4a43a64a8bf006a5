package dev.lifeboat.simulator.world;

import dev.lifeboat.builtins.inventory.MetricsPlan;
import dev.lifeboat.builtins.metrics.Metrics;
import dev.lifeboat.builtins.metrics.MetricsGaps;
import dev.lifeboat.simulator.model.Application;
import dev.lifeboat.simulator.scenario.Scenario.ApplicationPlan;
import dev.lifeboat.simulator.scenario.SurroundingsPlan.FigurePlan;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.util.Optional;

/** Figures as the scenario has them: what it says they are, or what the application of the model gets done. */
final class SimMetrics implements Metrics {
    private static final Duration WINDOW = Duration.ofMinutes(1);

    private final SimWorld world;
    private final MetricsPlan plan;

    SimMetrics(SimWorld world) {
        this.world = world;
        plan = world.inventory().metrics();
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Figure value(String query) {
        return switch (asked(query)) {
            case FigurePlan.Writes writes -> figure(query, acknowledged());
            case FigurePlan.Given given -> figure(query, given.value().orElseThrow(() -> notModelled(query)));
        };
    }

    @Override
    public Figure baseline(String query) {
        plan.baseline().orElseThrow(() -> MetricsGaps.noBaseline(query));
        return switch (asked(query)) {
            case FigurePlan.Writes writes -> figure(query, world.scenario().application()
                    .map(ApplicationPlan::writesPerSecond).map(BigDecimal::valueOf).orElse(BigDecimal.ZERO));
            case FigurePlan.Given given -> figure(query, given.baseline().orElseThrow(() -> notModelled(query)));
        };
    }

    private FigurePlan asked(String query) {
        MetricsGaps.declared(plan, query);
        world.spending().spend(Cost.REQUEST);
        return Optional.ofNullable(world.scenario().surroundings().figures().get(query))
                .orElseThrow(() -> notModelled(query));
    }

    private RuntimeException notModelled(String query) {
        return world.notModelled("what figure `" + query + "` is; a scenario can say it under `metrics:`");
    }

    private Figure figure(String query, BigDecimal value) {
        return new Figure(value, plan.queries().get(query).unit());
    }

    /** A second, over the last minute. */
    private BigDecimal acknowledged() {
        world.model().catchUp();
        long writes = world.model().application().map(this::inWindow).orElse(0L);
        return BigDecimal.valueOf(writes).divide(BigDecimal.valueOf(WINDOW.toSeconds()), MathContext.DECIMAL32);
    }

    private long inWindow(Application application) {
        return application.acknowledgedSince(world.model().now().minus(WINDOW));
    }
}
