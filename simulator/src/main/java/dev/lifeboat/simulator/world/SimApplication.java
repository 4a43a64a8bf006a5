package dev.lifeboat.simulator.world;

import dev.lifeboat.builtins.app.Application;
import dev.lifeboat.builtins.app.ApplicationGaps;
import dev.lifeboat.builtins.app.SmokeTest;
import dev.lifeboat.builtins.inventory.ApplicationPlan;
import dev.lifeboat.builtins.inventory.Inventory.Action;
import dev.lifeboat.builtins.inventory.Switch;
import dev.lifeboat.builtins.steering.Setting;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.simulator.model.Model;
import dev.lifeboat.simulator.model.Network;
import dev.lifeboat.simulator.model.Operation;
import dev.lifeboat.simulator.model.Server;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The application of the model: it obeys what the inventory has for it, and what is missing in the inventory is missing here as well. That the inventory's
 * requests and commands do what they are there for is taken for granted.
 */
final class SimApplication implements Application {
    private static final Duration TO_CONNECT = Duration.ofSeconds(3);

    private final Model model;
    private final Spending spending;
    private final ApplicationPlan plan;
    private final Operation operation;

    SimApplication(SimWorld world) {
        model = world.model();
        spending = world.spending();
        plan = world.inventory().application();
        operation = model.operation();
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void http(String request, Duration limit) {
        spending.spend(Cost.REQUEST);
    }

    @Override
    public void command(String command, Duration limit) {
        spending.spend(Cost.COMMAND);
    }

    @Override
    public Setting inMaintenance() {
        return setting(plan.maintenance(), operation.inMaintenance());
    }

    @Override
    public void maintenance(boolean on) {
        change("maintenance", plan.maintenance().to(on), Cost.REQUEST, () -> operation.maintenance(on));
    }

    @Override
    public Setting isReadOnly() {
        return setting(plan.readOnly(), operation.isReadOnly());
    }

    @Override
    public void readOnly(boolean on) {
        change("read_only", plan.readOnly().to(on), Cost.REQUEST, () -> operation.readOnly(on));
    }

    private Setting setting(Switch asked, boolean on) {
        if (asked.state().isEmpty()) {
            return Setting.UNKNOWN;
        }
        connect("be asked");
        return Setting.of(on);
    }

    @Override
    public Optional<String> database() {
        if (plan.database().isEmpty()) {
            return Optional.empty();
        }
        connect("be asked for its database");
        return Optional.of(operation.configured().map(Server::name).orElse("an endpoint"));
    }

    @Override
    public void reconfigure(String server) {
        Server wanted = model.server(server)
                .orElseThrow(() -> Failure.of("The inventory has no server `" + server + "`.")
                        .hint("Add it under `servers:` of its cluster."));
        change("reconfigure", plan.reconfigure(), Cost.REQUEST, () -> operation.configure(wanted));
    }

    @Override
    public void restart() {
        change("restart", plan.restart(), Cost.SERVICE_START, operation::restart);
    }

    @Override
    public SmokeTest smokeTest() {
        List<Action> tests = ApplicationGaps.declared(plan.smokeTest(), "smoke_test");
        connect("be tried");
        model.catchUp();
        List<String> findings = model.application().flatMap(model::whyNoOrderIsTaken).stream().toList();
        return new SmokeTest(findings.isEmpty(), tests.size(), findings);
    }

    private void change(String key, List<Action> actions, Cost cost, Runnable change) {
        ApplicationGaps.declared(actions, key);
        connect("be told `" + key + "`");
        if (!spending.spend(cost)) {
            throw Failure.unknown("The time was up before the application answered `" + key + "`.");
        }
        model.change(change);
    }

    private void connect(String doing) {
        if (model.network().between(Network.LIFEBOAT, Network.APPLICATION).isPresent()) {
            spending.spend(TO_CONNECT);
            throw Failure.of("The application can't be reached: it could not " + doing + ".");
        }
        if (!spending.spend(Cost.REQUEST)) {
            throw Failure.of("The time was up before the application could " + doing + ".");
        }
    }
}
