package dev.lifeboat.interpreter.run;

import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.builtin.Halt;
import java.util.ArrayList;
import java.util.List;

/**
 * Why an attempt, and with it perhaps a step, failed.
 *
 * @param unknown    whether a changing call was asked for and nobody saw its answer
 * @param repeatable whether that call may be made again without knowing
 * @param message    a full sentence
 */
record Problem(Cause cause, boolean unknown, boolean repeatable, String message, List<String> evidence, String hint) {

    /** What failed, in the word that the journal has for it. */
    enum Cause {
        FAILED("failed"), TIMEOUT("timeout"), VERIFY("verify"), WHEN("when"), APPROVAL("approval");

        private final String word;

        Cause(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }

    static Problem of(Cause cause, Failure failure) {
        return new Problem(cause, false, true, failure.getMessage(), failure.evidence(), failure.hint());
    }

    static Problem of(Cause cause, Halt halt) {
        return new Problem(cause, false, true, halt.getMessage(), halt.evidence(), halt.hint());
    }

    static Problem of(Cause cause, String message) {
        return new Problem(cause, false, true, message, List.of(), "");
    }

    Problem inDoubt(boolean repeatable) {
        return new Problem(cause, true, repeatable, message, evidence, hint);
    }

    /** Seen since: it was not done. */
    Problem notDone(String seen) {
        return new Problem(cause, false, true, message, with(seen), hint);
    }

    Problem seen(String line) {
        return new Problem(cause, unknown, repeatable, message, with(line), hint);
    }

    private List<String> with(String line) {
        var lines = new ArrayList<>(evidence);
        lines.add(line);
        return lines;
    }

    /** With the step that it is a problem of. */
    Problem of(String step) {
        return told("`" + step + "` failed: ");
    }

    /** With words before its message. */
    Problem told(String beginning) {
        return new Problem(cause, unknown, repeatable, beginning + message, evidence, hint);
    }

    StepState state() {
        return unknown ? StepState.UNKNOWN : StepState.FAILED;
    }
}
