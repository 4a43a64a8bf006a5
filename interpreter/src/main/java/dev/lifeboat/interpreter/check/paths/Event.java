package dev.lifeboat.interpreter.check.paths;

import dev.lifeboat.grammar.Span;
import dev.lifeboat.grammar.tree.Expression.BuiltinCall;
import dev.lifeboat.grammar.tree.Item;
import dev.lifeboat.grammar.tree.StepClauses.Approval;
import dev.lifeboat.interpreter.builtin.Signature;
import java.util.List;
import java.util.Optional;

/** Something that happens on a path. */
public sealed interface Event {

    /**
     * A builtin is called.
     *
     * @param answer    where the call is a condition of its own, what it said on this path; what becomes of an answer
     *                  that is bound to a name is not followed
     * @param arguments as they are written, in the order of the parameters, and empty where one is not given; a
     *                  procedure's parameter is written as whoever performs it writes it
     * @param performed by which {@code perform}s the path has come here, outermost first
     */
    record Called(BuiltinCall call, Signature signature, Optional<Boolean> answer, List<String> arguments,
            List<Item.Perform> performed) implements Event {

        public Called {
            arguments = List.copyOf(arguments);
            performed = List.copyOf(performed);
        }

        /** Where the builtin is named, without its arguments. */
        public Span span() {
            return call.namespace().span().to(call.action().span());
        }

        public boolean is(String word) {
            return signature.word().equals(word);
        }

        /** Whether it may have said yes. */
        public boolean maySayYes() {
            return answer.orElse(true);
        }
    }

    /** Those whom a step asks have said yes. */
    record Approved(Approval approval) implements Event {}
}
