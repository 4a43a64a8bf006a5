package dev.lifeboat.builtins.mysql.switchover;

import dev.lifeboat.interpreter.builtin.Call;
import dev.lifeboat.interpreter.builtin.Failure;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * What a word has done so far, so that it can put all of it back by itself, the last first: where it would cost writes to wait for somebody who decides. The
 * inverses of the run say the same, and stay registered: each of them does no harm if it was done before.
 */
final class WayBack {
    private final Call call;
    private final Deque<Step> steps = new ArrayDeque<>();

    private record Step(String server, String what, Runnable undo) {}

    WayBack(Call call) {
        this.call = call;
    }

    /** @param what for people, after "could not": {@code "open db1 again"} */
    void add(String server, String what, Runnable undo) {
        steps.push(new Step(server, what, undo));
    }

    /** In time of its own; a step that fails is told, and the others are done all the same. */
    void walk(Duration limit) {
        call.putBack(limit, () -> {
            while (!steps.isEmpty()) {
                undo(steps.pop());
            }
        });
    }

    private void undo(Step step) {
        try {
            step.undo().run();
        } catch (Failure failure) {
            call.did(step.server(), "could not " + step.what() + ": " + failure.getMessage());
        }
    }
}
