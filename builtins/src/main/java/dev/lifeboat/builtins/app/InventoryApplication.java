package dev.lifeboat.builtins.app;

import dev.lifeboat.builtins.inventory.ApplicationPlan;
import dev.lifeboat.builtins.inventory.Inventory.Action;
import dev.lifeboat.builtins.inventory.Inventory.Address;
import dev.lifeboat.builtins.inventory.Switch;
import dev.lifeboat.builtins.steering.Setting;
import dev.lifeboat.builtins.steering.Steering;
import dev.lifeboat.interpreter.builtin.Failure;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The application, steered by HTTP requests and by commands, as the inventory gives them. */
public final class InventoryApplication implements Application {
    private static final Duration TO_ANSWER = Duration.ofSeconds(10);
    private static final Duration TO_ACT = Duration.ofSeconds(30);
    private static final Duration TO_RESTART = Duration.ofMinutes(5);
    private final ApplicationPlan plan;
    private final Steering steering;
    private final Map<String, Address> servers;

    /** @param servers those of the inventory that it can be given */
    public InventoryApplication(ApplicationPlan plan, Steering steering, Map<String, Address> servers) {
        this.plan = plan;
        this.steering = steering;
        this.servers = servers;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void http(String request, Duration limit) {
        steering.http(request, limit);
    }

    @Override
    public void command(String command, Duration limit) {
        steering.command(command, limit);
    }

    @Override
    public Setting inMaintenance() {
        return steering.setting(plan.maintenance(), TO_ANSWER);
    }

    @Override
    public void maintenance(boolean on) {
        turn(plan.maintenance(), "maintenance", on);
    }

    @Override
    public Setting isReadOnly() {
        return steering.setting(plan.readOnly(), TO_ANSWER);
    }

    @Override
    public void readOnly(boolean on) {
        turn(plan.readOnly(), "read_only", on);
    }

    private void turn(Switch asked, String key, boolean on) {
        steering.actAll(ApplicationGaps.declared(asked.to(on), key), TO_ACT);
    }

    @Override
    public Optional<String> database() {
        return plan.database().map(action -> known(steering.ask(action, TO_ANSWER)));
    }

    /** It may be told by its name or by its address. */
    private String known(String answer) {
        String told = answer.replaceAll("^\"|\"$", "").strip();
        return servers.entrySet().stream().filter(server -> server.getValue().toString().equals(told))
                .map(Map.Entry::getKey).findFirst().orElse(told);
    }

    @Override
    public void reconfigure(String server) {
        List<Action> actions = ApplicationGaps.declared(plan.reconfigure(), "reconfigure");
        Address address = Optional.ofNullable(servers.get(server))
                .orElseThrow(() -> Failure.of("The inventory has no server `" + server + "`.")
                        .hint("Add it under `servers:` of its cluster."));
        actions.forEach(action -> steering.act(Steering.about(action, server, address), TO_ACT));
    }

    @Override
    public void restart() {
        steering.actAll(ApplicationGaps.declared(plan.restart(), "restart"), TO_RESTART);
    }

    @Override
    public SmokeTest smokeTest() {
        List<Action> tests = ApplicationGaps.declared(plan.smokeTest(), "smoke_test");
        List<String> findings = tests.stream().flatMap(test -> steering.problem(test, TO_ANSWER).stream()).toList();
        return new SmokeTest(findings.isEmpty(), tests.size(), findings);
    }
}
