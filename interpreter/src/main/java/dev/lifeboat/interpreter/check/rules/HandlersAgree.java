package dev.lifeboat.interpreter.check.rules;

import dev.lifeboat.grammar.Diagnostic;
import dev.lifeboat.grammar.Span;
import dev.lifeboat.grammar.tree.Node;
import dev.lifeboat.interpreter.check.CheckCode;
import dev.lifeboat.interpreter.check.CheckedStep;
import dev.lifeboat.interpreter.check.Draft;
import dev.lifeboat.interpreter.check.Findings;
import dev.lifeboat.interpreter.check.Rule;
import java.util.Optional;

/** A step is taken back (`undo`), left in place (`keep`) or can't be taken back (`irreversible`): one of the three. */
final class HandlersAgree implements Rule {

    @Override
    public void check(Draft draft, Findings findings) {
        for (var step : draft.steps()) {
            var handlers = step.handlers();
            var undo = handlers.undo().map(Node::span);
            var keep = handlers.keep().map(Node::span);
            var irreversible = handlers.irreversible().map(Node::span);
            var both = new Pair(step, findings);
            both.refuse("keep", keep, "undo", undo, "a rollback leaves it in place and takes it back");
            both.refuse("irreversible", irreversible, "undo", undo, "there is no way back, and there is one");
            both.refuse("keep", keep, "irreversible", irreversible, "a rollback goes past it, and stops at it");
        }
    }

    private record Pair(CheckedStep step, Findings findings) {

        void refuse(String one, Optional<Span> oneSpan, String other, Optional<Span> otherSpan, String contradiction) {
            if (oneSpan.isPresent() && otherSpan.isPresent()) {
                var later = oneSpan.get().start() > otherSpan.get().start() ? oneSpan.get() : otherSpan.get();
                var first = later == oneSpan.get() ? otherSpan.get() : oneSpan.get();
                findings.add(Diagnostic
                        .error(CheckCode.HANDLERS_DISAGREE,
                                "Step `" + step.name() + "` has both `" + one + "` and `" + other + "`: "
                                        + contradiction + ".",
                                later)
                        .label(first, "the other one").hint("Leave one of them out."));
            }
        }
    }
}
