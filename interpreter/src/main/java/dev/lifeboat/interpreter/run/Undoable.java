package dev.lifeboat.interpreter.run;

import dev.lifeboat.interpreter.value.Value;
import java.util.List;

/** Something that a step did and that can be taken back, or the point behind which nothing can be. */
sealed interface Undoable {

    /** An inverse that a call registered before its change. */
    record Inverse(long number, String description, String builtin, List<Value> arguments) implements Undoable {}

    /** The service level was changed. */
    record LevelBefore(Incident.Level level) implements Undoable {}

    /** {@code point of no return "why"}. */
    record NoReturn(String why) implements Undoable {}
}
