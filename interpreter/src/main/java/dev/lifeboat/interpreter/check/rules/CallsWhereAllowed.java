package dev.lifeboat.interpreter.check.rules;

import dev.lifeboat.grammar.Span;
import dev.lifeboat.grammar.tree.Block;
import dev.lifeboat.grammar.tree.Declaration;
import dev.lifeboat.grammar.tree.Expression;
import dev.lifeboat.grammar.tree.Item;
import dev.lifeboat.grammar.tree.Message;
import dev.lifeboat.grammar.tree.Node;
import dev.lifeboat.grammar.tree.Phase;
import dev.lifeboat.grammar.tree.Statement;
import dev.lifeboat.interpreter.builtin.Effect;
import dev.lifeboat.interpreter.builtin.Signature;
import dev.lifeboat.interpreter.check.CheckCode;
import dev.lifeboat.interpreter.check.CheckedStep;
import dev.lifeboat.interpreter.check.Draft;
import dev.lifeboat.interpreter.check.Findings;
import dev.lifeboat.interpreter.check.Rule;
import dev.lifeboat.interpreter.check.TreeWalk;
import dev.lifeboat.interpreter.value.Type;

/** Each place of a runbook allows effects up to a limit: conditions and texts only look, a body may do anything. */
final class CallsWhereAllowed implements Rule {

    /** @param where as in "… can't be called in `when`" */
    private record Place(Effect limit, String where) {

        Place atMost(Effect other, String inner) {
            return limit.atMost(other) ? this : new Place(other, inner);
        }
    }

    @Override
    public void check(Draft draft, Findings findings) {
        var walk = new Walk(draft, findings);
        draft.nodes().forEach(walk::outsideSteps);
        draft.steps().forEach(walk::step);
    }

    private record Walk(Draft draft, Findings findings) {

        private void outsideSteps(Node node) {
            switch (node) {
                case Declaration.Param param -> look(param, new Place(Effect.OBSERVES, "the default of a parameter"));
                case Declaration.Template template -> look(template, new Place(Effect.OBSERVES, "a template"));
                case Declaration.Updates updates -> look(updates, new Place(Effect.OBSERVES, "`updates`"));
                case Declaration.Procedure procedure -> procedure.result()
                        .ifPresent(result -> look(result, new Place(Effect.OBSERVES, "`return`")));
                case Phase phase -> {
                    phase.when().ifPresent(when -> look(when, new Place(Effect.OBSERVES, "`when`")));
                    look(phase.title(), new Place(Effect.OBSERVES, "a title"));
                }
                case Item.ForEach loop -> look(loop.list(), new Place(Effect.OBSERVES, "the list of a `for each`"));
                case Item.Perform perform -> perform.arguments()
                        .forEach(
                                argument -> look(argument, new Place(Effect.OBSERVES, "the arguments of a procedure")));
                default -> {
                }
            }
        }

        private void step(CheckedStep step) {
            step.clauses().when().ifPresent(when -> look(when, new Place(Effect.OBSERVES, "`when`")));
            if (step.item() instanceof Item.Step written) {
                look(written.title(), new Place(Effect.OBSERVES, "a title"));
            }
            step.body().ifPresent(body -> body(body, step));
            var handlers = step.handlers();
            handlers.verify().ifPresent(verify -> look(verify, new Place(Effect.PROBES, "`verify`")));
            handlers.undo().ifPresent(undo -> look(undo, new Place(Effect.CHANGES, "`undo`")));
            handlers.onFailure().ifPresent(failure -> look(failure, new Place(Effect.CHANGES, "`on failure`")));
        }

        private void body(Block body, CheckedStep step) {
            look(body, new Place(Effect.DESTROYS, "a body"));
            if (step.handlers().irreversible().isEmpty() && step.handlers().undo().isEmpty()) {
                draft.calls(body).filter(called -> called.signature().effect() == Effect.DESTROYS).findFirst()
                        .ifPresent(called -> findings.error(CheckCode.DESTROYS, word(called.call()),
                                "`" + called.signature().word()
                                        + "` destroys something for good, and step `" + step.name()
                                        + "` does not say that this is meant.",
                                "Add `irreversible \"why this is right\"` behind the step, or an `undo { … }` of its own."));
            }
        }

        private void look(Node node, Place place) {
            look(node, place, false);
        }

        /**
         * @param statement whether the call stands by itself: as a value, one that answers nothing is refused already
         */
        private void look(Node node, Place place, boolean statement) {
            if (node instanceof Expression.BuiltinCall call) {
                draft.call(call).filter(resolved -> !resolved.signature().effect().atMost(place.limit()))
                        .filter(resolved -> statement || !resolved.signature().answer().equals(Type.NO_ANSWER))
                        .ifPresent(resolved -> refuse(call, resolved.signature(), place));
            }
            var inner = switch (node) {
                case Statement.Require require -> place.atMost(Effect.PROBES, "`require`");
                case Statement.WaitUntil wait -> place.atMost(Effect.PROBES, "`wait until`");
                case Expression.Text text -> place.atMost(Effect.OBSERVES, "a text");
                case Message message -> place.atMost(Effect.OBSERVES, "a message");
                default -> place;
            };
            TreeWalk.children(node).forEach(child -> look(child, inner, node instanceof Statement.Call));
        }

        private void refuse(Expression.BuiltinCall call, Signature signature, Place place) {
            findings.error(CheckCode.NOT_ALLOWED_HERE, word(call),
                    "`" + signature.word() + "` " + does(signature.effect()) + ", which " + place.where()
                            + " must not.",
                    "Call it in the body of a step"
                            + (signature.answer().equals(Type.NO_ANSWER)
                                    ? "."
                                    : " and bind its answer with `let`."));
        }
    }

    private static Span word(Expression.BuiltinCall call) {
        return call.namespace().span().to(call.action().span());
    }

    private static String does(Effect effect) {
        return switch (effect) {
            case OBSERVES -> "looks at something";
            case PROBES -> "tries something out";
            case CHANGES -> "changes something";
            case DESTROYS -> "destroys something";
        };
    }
}
