package dev.lifeboat.interpreter.check.paths;

import java.util.Optional;

/** An attempt at a step, which may break off anywhere: between any two calls, and in the middle of one. */
final class Stretch<S> {

    private final Optional<Stretch<S>> around;
    private Ways<S> reached = Ways.none();
    private Ways<S> last = reached;

    /** @param around the {@code perform} in whose procedure the step stands: what breaks off here breaks it off too */
    Stretch(Optional<Stretch<S>> around) {
        this.around = around;
    }

    Ways<S> reach(Ways<S> ways) {
        if (ways != last) {
            reached = reached.and(ways);
            around.ifPresent(outer -> outer.reach(ways));
            last = ways;
        }
        return ways;
    }

    /** Wherever it may have broken off. */
    Ways<S> reached() {
        return reached;
    }
}
