package dev.lifeboat.simulator.world;

import dev.lifeboat.builtins.inventory.Inventory;
import dev.lifeboat.builtins.inventory.SitePlan;
import dev.lifeboat.builtins.site.Perimeter;
import dev.lifeboat.builtins.site.PerimeterGaps;
import dev.lifeboat.builtins.steering.Setting;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.simulator.model.Machine;
import dev.lifeboat.simulator.model.Model;
import dev.lifeboat.simulator.model.Network;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The perimeter of a site of the model: what is missing in the inventory is missing here as well, and a scenario can let it not obey. */
final class SimPerimeter implements Perimeter {
    private static final Duration TO_CONNECT = Duration.ofSeconds(3);

    private final SimWorld world;
    private final String name;
    private final SitePlan plan;

    SimPerimeter(SimWorld world, String name) {
        this.world = world;
        this.name = name;
        plan = world.inventory().site(name);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Setting fenced() {
        if (plan.fence().state().isEmpty()) {
            return Setting.UNKNOWN;
        }
        connect("be asked");
        return Setting.of(world.model().perimeters().isShut(name));
    }

    @Override
    public void fence() {
        turn(true);
    }

    @Override
    public void unfence() {
        turn(false);
    }

    private void turn(boolean shut) {
        PerimeterGaps.declared(name, plan, shut);
        connect("be told");
        if (!world.scenario().surroundings().obeys(name)) {
            throw Failure.of("Site `" + name + "` could not be " + (shut ? "shut off" : "opened")
                    + ": what the inventory has for it failed.").hint("Try the command of the inventory by hand.");
        }
        if (!world.spending().spend(Cost.COMMAND)) {
            throw Failure.unknown("The time was up before site `" + name + "` was " + (shut ? "shut off." : "opened."));
        }
        Model model = world.model();
        model.change(() -> {
            if (shut) {
                model.perimeters().shut(name, servers());
            } else {
                model.perimeters().open(name, servers());
            }
        });
    }

    private List<String> servers() {
        return world.inventory().clusters().values().stream().flatMap(cluster -> cluster.servers().entrySet().stream())
                .filter(server -> site(server).equals(name)).map(Map.Entry::getKey).toList();
    }

    private static String site(Map.Entry<String, Inventory.Server> server) {
        return server.getValue().site();
    }

    /** By the host that the inventory names; what it does from this machine always gets there. */
    private void connect(String doing) {
        boolean there = plan.host().flatMap(world.model()::machine).map(this::reached).orElse(true);
        if (!there) {
            world.spending().spend(TO_CONNECT);
            throw Failure.of("Site `" + name + "` could not " + doing + ": host `" + plan.host().orElseThrow()
                    + "` can't be reached.");
        }
        if (!world.spending().spend(Cost.COMMAND)) {
            throw Failure.of("The time was up before site `" + name + "` could " + doing + ".");
        }
    }

    private boolean reached(Machine machine) {
        return machine.powered()
                && world.model().network().between(Network.LIFEBOAT, machine.name()).isEmpty();
    }
}
