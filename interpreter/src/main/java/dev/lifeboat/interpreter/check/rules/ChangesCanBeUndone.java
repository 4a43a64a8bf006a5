package dev.lifeboat.interpreter.check.rules;

import dev.lifeboat.grammar.tree.Block;
import dev.lifeboat.interpreter.builtin.Effect;
import dev.lifeboat.interpreter.check.CheckCode;
import dev.lifeboat.interpreter.check.CheckedStep;
import dev.lifeboat.interpreter.check.Draft;
import dev.lifeboat.interpreter.check.Findings;
import dev.lifeboat.interpreter.check.Rule;
import java.util.stream.Stream;

/** A rollback must know what to do about every step that changes something. */
final class ChangesCanBeUndone implements Rule {

    @Override
    public void check(Draft draft, Findings findings) {
        draft.steps().stream().filter(step -> !saysHow(step)).forEach(step -> blocks(step).flatMap(draft::calls)
                .filter(called -> called.signature().effect() == Effect.CHANGES && !called.signature().inverse())
                .findFirst()
                .ifPresent(called -> findings.error(CheckCode.NO_WAY_BACK, called.word(), "Step `" + step.name()
                        + "` could not be taken back: `" + called.signature().word() + "` has no inverse.",
                        "Add `undo { … }` behind the step, or `irreversible \"why there is no way back\"`.")));
    }

    private static boolean saysHow(CheckedStep step) {
        var handlers = step.handlers();
        return handlers.undo().isPresent() || handlers.irreversible().isPresent() || handlers.keep().isPresent();
    }

    private static Stream<Block> blocks(CheckedStep step) {
        return Stream.concat(step.body().stream(), step.handlers().onFailure().stream());
    }
}
