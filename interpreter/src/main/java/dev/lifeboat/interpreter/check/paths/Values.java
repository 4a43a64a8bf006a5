package dev.lifeboat.interpreter.check.paths;

import dev.lifeboat.grammar.tree.Argument;
import dev.lifeboat.grammar.tree.Expression;
import dev.lifeboat.grammar.tree.Expression.Binary;
import dev.lifeboat.grammar.tree.Expression.BuiltinCall;
import dev.lifeboat.grammar.tree.Node;
import dev.lifeboat.grammar.tree.Operator;
import dev.lifeboat.interpreter.check.ResolvedCall;
import dev.lifeboat.interpreter.check.TreeWalk;
import java.util.Optional;

/** The paths through values and conditions, which evaluate only what they need. */
final class Values<S> {

    private final Inquiry<S> inquiry;
    private final Stage stage;
    private final Stretch<S> stretch;

    Values(Inquiry<S> inquiry, Stage stage, Stretch<S> stretch) {
        this.inquiry = inquiry;
        this.stage = stage;
        this.stretch = stretch;
    }

    /** Through all values in a part of the tree. */
    Ways<S> through(Node part, Ways<S> ways) {
        return switch (part) {
            case BuiltinCall call -> call(call, Optional.empty(), arguments(call, ways));
            case Binary binary when isChoice(binary.operator()) -> {
                var fork = fork(binary, ways);
                yield fork.holds().and(fork.fails());
            }
            case Binary binary when binary.operator() == Operator.OTHERWISE -> {
                var left = through(binary.left(), ways);
                yield left.and(through(binary.right(), left));
            }
            case Expression.Conditional choice -> {
                var fork = fork(choice.condition(), ways);
                yield through(choice.chosen(), fork.holds()).and(through(choice.otherwise(), fork.fails()));
            }
            case Expression.Comprehension list -> {
                var before = through(list.list(), ways);
                yield before.closed(round -> through(list.element(),
                        list.condition().map(condition -> fork(condition, round).holds()).orElse(round)));
            }
            default -> children(part, ways);
        };
    }

    private Ways<S> children(Node part, Ways<S> ways) {
        var through = ways;
        for (var child : TreeWalk.children(part)) {
            through = through(child, through);
        }
        return through;
    }

    private static boolean isChoice(Operator operator) {
        return operator == Operator.AND || operator == Operator.OR;
    }

    /** A condition parts the ways. */
    Fork<S> fork(Expression condition, Ways<S> ways) {
        return switch (condition) {
            case Expression.Not not -> fork(not.operand(), ways).swapped();
            case Binary both when both.operator() == Operator.AND -> {
                var left = fork(both.left(), ways);
                var right = fork(both.right(), left.holds());
                yield new Fork<>(right.holds(), left.fails().and(right.fails()));
            }
            case Binary either when either.operator() == Operator.OR -> {
                var left = fork(either.left(), ways);
                var right = fork(either.right(), left.fails());
                yield new Fork<>(left.holds().and(right.holds()), right.fails());
            }
            case Expression.BoolLiteral literal ->
                literal.value() ? new Fork<>(ways, Ways.none()) : new Fork<>(Ways.none(), ways);
            case BuiltinCall call -> {
                var asked = arguments(call, ways);
                yield new Fork<>(call(call, Optional.of(true), asked), call(call, Optional.of(false), asked));
            }
            // What is asked of an answer on the spot, as `backup.verify(m).sound`, is what the call said.
            case Expression.Field field when field.target() instanceof BuiltinCall call -> fork(call, ways);
            default -> {
                var asked = through(condition, ways);
                yield new Fork<>(where(condition, true, asked), where(condition, false, asked));
            }
        };
    }

    private Ways<S> where(Expression condition, boolean truth, Ways<S> ways) {
        return ways.where(known -> inquiry.tracked().assume(known, condition, truth, stage.owner()));
    }

    private Ways<S> arguments(BuiltinCall call, Ways<S> ways) {
        var through = ways;
        for (Argument argument : call.arguments()) {
            through = through(argument.value(), through);
        }
        return through;
    }

    private Ways<S> call(BuiltinCall call, Optional<Boolean> answer, Ways<S> ways) {
        var resolved = inquiry.draft().call(call);
        if (resolved.isEmpty()) {
            inquiry.unclear();
            return ways;
        }
        return stretch.reach(inquiry.happens(called(call, resolved.get(), answer), ways));
    }

    private Event.Called called(BuiltinCall call, ResolvedCall resolved, Optional<Boolean> answer) {
        return new Event.Called(call, resolved.signature(), answer,
                resolved.arguments().stream().map(stage::written).toList(), stage.performed());
    }
}
