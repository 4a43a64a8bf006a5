package dev.lifeboat.builtins.app;

import static dev.lifeboat.interpreter.builtin.Effect.CHANGES;
import static dev.lifeboat.interpreter.builtin.Effect.PROBES;

import dev.lifeboat.interpreter.builtin.Builtin;
import dev.lifeboat.interpreter.builtin.Call;
import dev.lifeboat.interpreter.builtin.Doc;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.builtin.Namespace;

/** What the interpreter itself calls, because it knows nothing of MySQL or of the application. */
@Namespace(value = "lifeboat", doc = "What the run itself does through the builtins.")
public final class LifeboatHooks {
    private static Failure notYet() {
        return Failure.of("This word is not built yet.");
    }

    @Builtin(effect = CHANGES, internal = true,
            doc = "Does what the inventory wants done when a service level is left and another entered.",
            example = "service level 3 \"Orders can be read, not placed\"")
    public void serviceLevel(Call call, @Doc("The level, 1 (full) to 4 (unavailable).") long level) {
        throw notYet();
    }

    @Builtin(effect = PROBES, internal = true,
            doc = "Whether the application can write, by every endpoint of the inventory.",
            example = "finish \"The application can write.\"")
    public boolean writesWork(Call call) {
        throw notYet();
    }
}
