package dev.lifeboat.interpreter.check;

import dev.lifeboat.grammar.Hint;
import dev.lifeboat.grammar.tree.Expression;
import dev.lifeboat.grammar.tree.Operator;
import dev.lifeboat.interpreter.value.Type;
import java.util.Optional;

/** Operators, and `if … then … else …`. */
final class Operations {

    private static final Hint GIVE_A_UNIT = Hint.of("Give the number a unit, such as `30s` or `10GB`.");

    private final Context context;
    private final Expressions expressions;

    Operations(Context context, Expressions expressions) {
        this.context = context;
        this.expressions = expressions;
    }

    Type type(Expression.Not not, Flow flow) {
        return expressions.want(not.operand(), Type.BOOL, "What follows `not`", flow);
    }

    Type type(Expression.Negation negation, Flow flow) {
        var type = expressions.present(negation.operand(), Type.UNKNOWN, flow);
        if (Types.isUnknown(type) || Arithmetic.isOrdered(type) && !type.equals(Type.TIMESTAMP)) {
            return type;
        }
        return context.error(CheckCode.OPERATOR, negation.span(),
                "`-` needs a number or a quantity, and this is " + Types.named(type) + ".");
    }

    Type type(Expression.Binary binary, Type expected, Flow flow) {
        return switch (binary.operator()) {
            case AND -> logical(binary, true, flow);
            case OR -> logical(binary, false, flow);
            case OTHERWISE -> otherwise(binary, expected, flow);
            case EQUAL, NOT_EQUAL -> equality(binary, flow);
            case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL -> order(binary, flow);
            case IN -> membership(binary, flow);
            case ADD, SUBTRACT, MULTIPLY, DIVIDE -> arithmetic(binary, flow);
        };
    }

    /**
     * The right side is looked at only where the left one has not decided, so it is known how the left one came out.
     */
    private Type logical(Expression.Binary binary, boolean and, Flow flow) {
        var role = "A side of `" + binary.operator().symbol() + "`";
        expressions.condition(binary.left(), role, flow);
        var right = flow.inner();
        var narrowing = new Narrowing(context.book());
        right.learn(and ? narrowing.holds(binary.left()) : narrowing.fails(binary.left()));
        expressions.condition(binary.right(), role, right);
        return Type.BOOL;
    }

    private Type otherwise(Expression.Binary binary, Type expected, Flow flow) {
        var left = expressions.type(binary.left(), expected, flow);
        var right = expressions.type(binary.right(), Types.present(left), flow);
        if (left.equals(Type.NO_ANSWER)) {
            return expressions.certain(binary.left(), left, flow);
        }
        if (!(left instanceof Type.Maybe) && !left.equals(Type.NONE) && !Types.isUnknown(left)) {
            context.findings().warning(CheckCode.NEEDLESS, binary.operatorSpan(),
                    "`" + binary.left().span().text() + "` is always there, so `??` never takes the other value.",
                    "Leave the `??` and what follows it out.");
        }
        var joined = Types.joined(Types.present(left), right);
        return joined.orElseGet(() -> context.error(CheckCode.OPERATOR, binary.operatorSpan(),
                "The two sides of `??` are " + Types.named(Types.present(left))
                        + " and " + Types.named(right) + ": they have to be of one type."));
    }

    private Type equality(Expression.Binary binary, Flow flow) {
        var sides = sides(binary, flow);
        if (Types.holdsSecret(sides.left()) || Types.holdsSecret(sides.right())) {
            compared(binary);
        } else if (Types.joined(sides.left(), sides.right()).isEmpty()) {
            mismatch(binary, sides);
        } else {
            comparedWithNone(binary, sides);
        }
        return Type.BOOL;
    }

    private void compared(Expression.Binary binary) {
        context.error(CheckCode.SECRET, binary.span(), "A secret can't be compared.",
                "Hand it to the builtin that asks for a secret, and nowhere else.");
    }

    private void comparedWithNone(Expression.Binary binary, Sides sides) {
        var other = sides.right().equals(Type.NONE)
                ? sides.left()
                : sides.left().equals(Type.NONE) ? sides.right() : Type.UNKNOWN;
        if (!Types.isUnknown(other) && !(other instanceof Type.Maybe) && !other.equals(Type.NONE)) {
            var value = sides.right().equals(Type.NONE) ? binary.left() : binary.right();
            context.findings().warning(CheckCode.NEEDLESS, binary.span(),
                    "`" + value.span().text() + "` is always there: it is never `none`.",
                    "Leave the comparison out.");
        }
    }

    private Type order(Expression.Binary binary, Flow flow) {
        var left = expressions.present(binary.left(), Type.UNKNOWN, flow);
        var right = expressions.present(binary.right(), Type.UNKNOWN, flow);
        var sides = new Sides(left, right);
        if (Types.isUnknown(left) || Types.isUnknown(right)) {
            return Type.BOOL;
        }
        if (Types.joined(left, right).isEmpty()) {
            mismatch(binary, sides);
        } else if (!Arithmetic.isOrdered(left)) {
            context.error(CheckCode.OPERATOR, binary.operatorSpan(),
                    "`" + binary.operator().symbol() + "` needs something with an order, and this is "
                            + Types.named(left) + ".");
        }
        return Type.BOOL;
    }

    private Type membership(Expression.Binary binary, Flow flow) {
        var element = expressions.present(binary.left(), Type.UNKNOWN, flow);
        if (Types.holdsSecret(element)) {
            compared(binary);
        }
        expressions.want(binary.right(), new Type.ListOf(element), "What follows `in`", flow);
        return Type.BOOL;
    }

    private Type arithmetic(Expression.Binary binary, Flow flow) {
        var left = expressions.present(binary.left(), Type.UNKNOWN, flow);
        var right = expressions.present(binary.right(), Type.UNKNOWN, flow);
        if (Types.isUnknown(left) || Types.isUnknown(right)) {
            return Type.UNKNOWN;
        }
        return Arithmetic.result(binary.operator(), left, right)
                .orElseGet(() -> context.error(CheckCode.OPERATOR, binary.operatorSpan(),
                        "`" + binary.operator().symbol() + "` does not go with "
                                + Types.named(left) + " and " + Types.named(right) + ".",
                        arithmeticHint(binary.operator(), left, right)));
    }

    private static Optional<Hint> arithmeticHint(Operator operator, Type left, Type right) {
        if (operator == Operator.ADD && (left.equals(Type.TEXT) || right.equals(Type.TEXT))) {
            return Optional.of(Hint.of("Texts are put together by `\"${a}${b}\"`."));
        }
        var mixed = Arithmetic.isNumber(left) != Arithmetic.isNumber(right);
        return mixed && (operator == Operator.ADD || operator == Operator.SUBTRACT)
                ? Optional.of(GIVE_A_UNIT)
                : Optional.empty();
    }

    private void mismatch(Expression.Binary binary, Sides sides) {
        var left = Types.present(sides.left());
        var right = Types.present(sides.right());
        var hint = Arithmetic.isNumber(left) != Arithmetic.isNumber(right) && Arithmetic.isOrdered(left)
                && Arithmetic.isOrdered(right)
                        ? Optional.of(GIVE_A_UNIT)
                        : Optional.<Hint>empty();
        context.error(CheckCode.OPERATOR, binary.operatorSpan(),
                "`" + binary.operator().symbol() + "` compares " + Types.named(left) + " with "
                        + Types.named(right) + ": they are never the same kind of thing.",
                hint);
    }

    /** The types of both sides, which have to be there unless it is compared with `none` whether they are. */
    private Sides sides(Expression.Binary binary, Flow flow) {
        var sides = typesOfSides(binary, flow);
        return binary.left() instanceof Expression.NoneLiteral || binary.right() instanceof Expression.NoneLiteral
                ? sides
                : new Sides(expressions.certain(binary.left(), sides.left(), flow),
                        expressions.certain(binary.right(), sides.right(), flow));
    }

    /** A word of an enumeration is one of the other side's. */
    private Sides typesOfSides(Expression.Binary binary, Flow flow) {
        if (binary.left() instanceof Expression.Constant) {
            var right = expressions.type(binary.right(), flow);
            return new Sides(expressions.type(binary.left(), Types.present(right), flow), right);
        }
        var left = expressions.type(binary.left(), flow);
        return new Sides(left, expressions.type(binary.right(), Types.present(left), flow));
    }

    private record Sides(Type left, Type right) {}

    Type type(Expression.Conditional conditional, Type expected, Flow flow) {
        expressions.condition(conditional.condition(), "The condition of an `if`", flow);
        var narrowing = new Narrowing(context.book());
        var wanted = isCode(expected) ? Type.UNKNOWN : expected;
        var chosen = side(conditional.chosen(), wanted, narrowing.holds(conditional.condition()), flow);
        var otherwise = side(conditional.otherwise(), wanted, narrowing.fails(conditional.condition()), flow);
        return Types.joined(chosen, otherwise).orElseGet(
                () -> context.error(CheckCode.WRONG_TYPE, conditional.span(), "This is " + Types.named(chosen)
                        + " or " + Types.named(otherwise) + ": both sides of an `if` have to be of one type."));
    }

    private Type side(Expression side, Type expected, Facts facts, Flow flow) {
        var inner = flow.inner();
        inner.learn(facts);
        return expressions.type(side, expected, inner);
    }

    /** Only a literal that stands in the place itself is SQL or a command. */
    private static boolean isCode(Type type) {
        return type.equals(Type.SQL) || type.equals(Type.COMMAND);
    }
}
