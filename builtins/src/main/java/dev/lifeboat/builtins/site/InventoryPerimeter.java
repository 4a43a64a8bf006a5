package dev.lifeboat.builtins.site;

import dev.lifeboat.builtins.inventory.SitePlan;
import dev.lifeboat.builtins.steering.Setting;
import dev.lifeboat.builtins.steering.Steering;
import java.time.Duration;

/** A site shut off by HTTP requests and commands, in the order in which the inventory gives them. */
public final class InventoryPerimeter implements Perimeter {
    private static final Duration TO_ANSWER = Duration.ofSeconds(20);
    private static final Duration TO_ACT = Duration.ofMinutes(2);
    private final String name;
    private final SitePlan plan;
    private final Steering steering;

    public InventoryPerimeter(String name, SitePlan plan, Steering steering) {
        this.name = name;
        this.plan = plan;
        this.steering = steering;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Setting fenced() {
        return steering.setting(plan.fence(), TO_ANSWER);
    }

    @Override
    public void fence() {
        turn(true);
    }

    @Override
    public void unfence() {
        turn(false);
    }

    private void turn(boolean on) {
        steering.actAll(PerimeterGaps.declared(name, plan, on), TO_ACT);
    }
}
