package dev.lifeboat.builtins.mysql.failover;

import dev.lifeboat.interpreter.builtin.Doc;
import java.util.List;

/** What {@code mysql.diagnose} found. */
public record Verdict(
        @Doc("What is the matter with it.") VerdictState state,
        @Doc("Whether it certainly lives: only for `ALIVE`.") boolean alive,
        @Doc("Whether it is certainly dead: only for `DEAD`.") boolean dead,
        @Doc("The judgement as a sentence.") String reason,
        @Doc("What was seen, from where: a line each.") List<String> evidence) {

    static Verdict of(VerdictState state, String reason, List<String> evidence) {
        return new Verdict(state, state == VerdictState.ALIVE, state == VerdictState.DEAD, reason,
                List.copyOf(evidence));
    }
}
