package dev.lifeboat.interpreter.evaluate;

import dev.lifeboat.grammar.tree.Expression;
import dev.lifeboat.grammar.tree.Expression.Binary;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.builtin.Signature;
import dev.lifeboat.interpreter.check.Binding;
import dev.lifeboat.interpreter.check.CheckedRunbook;
import dev.lifeboat.interpreter.check.ResolvedCall;
import dev.lifeboat.interpreter.value.Type;
import dev.lifeboat.interpreter.value.Value;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Expressions to values. What cannot be told (a value that is not there, a division by zero) is a {@link Failure}
 * that quotes the words at fault.
 *
 * @param calls makes the calls of builtins and functions
 */
public record Evaluator(CheckedRunbook program, Calls calls) {

    /** The way out of expressions; what comes back is the answer, or a {@link Failure}. */
    @FunctionalInterface
    public interface Calls {
        /** @param arguments one for each parameter, {@code null} for an optional one that is not given */
        Value call(Signature signature, List<Value> arguments);
    }

    public Value value(Expression expression, Frame frame) {
        return switch (expression) {
            case Expression.NoneLiteral none -> Value.NONE;
            case Expression.BoolLiteral literal -> Value.of(literal.value());
            case Expression.IntLiteral literal -> new Value.Int(literal.value());
            case Expression.DecimalLiteral literal -> new Value.Decimal(literal.value());
            case Expression.DurationLiteral literal -> new Value.Span(literal.value());
            case Expression.SizeLiteral literal -> new Value.Size(literal.bytes());
            case Expression.PercentLiteral literal -> new Value.Percent(literal.percent());
            case Expression.TimestampLiteral literal -> new Value.Timestamp(literal.value());
            case Expression.Role role -> new Value.Handle("role", role.name());
            case Expression.Text text -> new Interpolation(this, frame).value(text);
            case Expression.ListLiteral list -> new Value.Listing(values(list.elements(), frame));
            case Expression.Comprehension comprehension -> comprehended(comprehension, frame);
            case Expression.Reference reference -> referred(program.binding(reference), frame);
            case Expression.Constant constant -> word(constant);
            case Expression.Field field -> field(field, frame);
            case Expression.Index index -> element(index, frame);
            case Expression.BuiltinCall call -> called(program.call(call), frame);
            case Expression.FunctionCall call -> called(program.call(call), frame);
            case Expression.Not not -> Value.of(!holds(not.operand(), frame));
            case Expression.Negation negation -> Arithmetic.negated(negation, present(negation.operand(), frame));
            case Binary binary -> combined(binary, frame);
            case Expression.Conditional choice ->
                value(holds(choice.condition(), frame) ? choice.chosen() : choice.otherwise(), frame);
        };
    }

    /** Whether a condition is true. */
    public boolean holds(Expression condition, Frame frame) {
        return ((Value.Bool) present(condition, frame)).value();
    }

    public Duration duration(Expression expression, Frame frame) {
        return ((Value.Span) present(expression, frame)).value();
    }

    public List<Value> list(Expression expression, Frame frame) {
        return ((Value.Listing) present(expression, frame)).items();
    }

    /** A text for people. */
    public String text(Expression.Text text, Frame frame) {
        return new Interpolation(this, frame).written(text.parts());
    }

    /** A value that has to be there. */
    public Value present(Expression expression, Frame frame) {
        var value = value(expression, frame);
        if (value instanceof Value.Nothing) {
            throw missing(expression);
        }
        return value;
    }

    static Failure missing(Expression expression) {
        return Failure.of("`" + expression.span().text() + "` is not there, so this can't be told.");
    }

    private List<Value> values(List<Expression> expressions, Frame frame) {
        return expressions.stream().map(expression -> value(expression, frame)).toList();
    }

    private Value comprehended(Expression.Comprehension comprehension, Frame frame) {
        var elements = new ArrayList<Value>();
        for (var item : list(comprehension.list(), frame)) {
            var round = frame.inner().bind(comprehension.variable().text(), item);
            if (comprehension.condition().isEmpty() || holds(comprehension.condition().get(), round)) {
                elements.add(value(comprehension.element(), round));
            }
        }
        return new Value.Listing(elements);
    }

    private static Value referred(Binding binding, Frame frame) {
        return switch (binding) {
            case Binding.Local local -> frame.local(local.name());
            case Binding.Round round -> frame.local(round.name());
            case Binding.StepValue step -> frame.surroundings().step(step.name(), step.shared());
            case Binding.Param param -> frame.surroundings().named(param.name());
            case Binding.Implicit implicit -> frame.surroundings().named(implicit.name());
        };
    }

    private Value word(Expression.Constant constant) {
        return new Value.Word(((Type.WordsOf) program.type(constant)).name(), constant.name());
    }

    private Value field(Expression.Field field, Frame frame) {
        return switch (value(field.target(), frame)) {
            case Value.Fields fields -> fields.fields().getOrDefault(field.name().text(), Value.NONE);
            case Value.Nothing nothing -> nothing;
            case Value other -> throw new IllegalStateException("A field of " + other + ": " + field.span());
        };
    }

    private Value element(Expression.Index index, Frame frame) {
        var items = list(index.target(), frame);
        long place = ((Value.Int) present(index.index(), frame)).value();
        if (place < 0 || place >= items.size()) {
            throw Failure
                    .of("`" + index.target().span().text() + "` has " + items.size() + " elements, counted from 0; "
                            + "there is none at " + place + ".");
        }
        return items.get((int) place);
    }

    private Value called(ResolvedCall call, Frame frame) {
        return calls.call(call.signature(), arguments(call, frame));
    }

    /** The values of a call's arguments, without making the call. */
    public List<Value> arguments(ResolvedCall call, Frame frame) {
        var values = new ArrayList<Value>();
        for (Optional<Expression> argument : call.arguments()) {
            values.add(argument.map(expression -> value(expression, frame)).orElse(null));
        }
        return values;
    }

    private Value combined(Binary binary, Frame frame) {
        return switch (binary.operator()) {
            case AND -> Value.of(holds(binary.left(), frame) && holds(binary.right(), frame));
            case OR -> Value.of(holds(binary.left(), frame) || holds(binary.right(), frame));
            case OTHERWISE -> otherwise(binary, frame);
            case EQUAL -> Value.of(equal(binary, frame));
            case NOT_EQUAL -> Value.of(!equal(binary, frame));
            case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL -> Value.of(Comparison.holds(binary.operator(),
                    present(binary.left(), frame), present(binary.right(), frame)));
            case IN -> Value.of(Comparison.contains(list(binary.right(), frame), present(binary.left(), frame)));
            case ADD, SUBTRACT, MULTIPLY, DIVIDE ->
                Arithmetic.combined(binary, present(binary.left(), frame), present(binary.right(), frame));
        };
    }

    private Value otherwise(Binary binary, Frame frame) {
        var value = value(binary.left(), frame);
        return value instanceof Value.Nothing ? value(binary.right(), frame) : value;
    }

    /**
     * Only a comparison with `none` itself asks whether a value is there; any other with a missing value can't be
     * told.
     */
    private boolean equal(Binary binary, Frame frame) {
        if (binary.left() instanceof Expression.NoneLiteral || binary.right() instanceof Expression.NoneLiteral) {
            return value(binary.left(), frame).equals(value(binary.right(), frame));
        }
        return Comparison.equal(present(binary.left(), frame), present(binary.right(), frame));
    }
}
