package dev.lifeboat.builtins.app;

import dev.lifeboat.builtins.inventory.Inventory;
import dev.lifeboat.builtins.inventory.Inventory.Action;
import dev.lifeboat.builtins.inventory.Inventory.Level;
import dev.lifeboat.interpreter.builtin.Call;
import dev.lifeboat.interpreter.value.Value;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** What the inventory wants done with the application when a service level is left and another entered. */
record ServiceLevelActions(Inventory inventory) {
    /** The service level that is in force; none yet is 1, full service. */
    private static final String LEVEL = "service_level";
    private static final Duration TO_ACT = Duration.ofSeconds(30);

    /** @param inverse whether the way back is registered */
    void enter(Call call, long level, boolean inverse) {
        long before = call.fact(LEVEL).map(value -> ((Value.Int) value).value()).orElse(1L);
        List<Action> actions = actions(before, level);
        if (inverse && !actions.isEmpty()) {
            call.inverse("put the application back to service level " + before, "lifeboat.restore_service_level",
                    before);
        }
        enter(call, level, actions);
    }

    private List<Action> actions(long left, long entered) {
        Level none = new Level(List.of(), List.of());
        return left == entered
                ? List.of()
                : Stream.concat(inventory.levels().getOrDefault((int) left, none).leave().stream(),
                        inventory.levels().getOrDefault((int) entered, none).enter().stream()).toList();
    }

    private static void enter(Call call, long level, List<Action> actions) {
        for (Action action : actions) {
            Application application = call.port(Application.class, Application.NAME);
            action.http().ifPresent(request -> application.http(request, TO_ACT));
            action.command().ifPresent(command -> application.command(command, TO_ACT));
            call.did("application", "service level " + level + ": "
                    + action.http().or(action::command).orElse("nothing to do"));
        }
        call.learn(LEVEL, new Value.Int(level));
    }
}
