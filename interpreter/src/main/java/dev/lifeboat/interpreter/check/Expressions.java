package dev.lifeboat.interpreter.check;

import dev.lifeboat.grammar.tree.Expression;
import dev.lifeboat.interpreter.value.Type;
import java.util.Optional;

/** Finds the type of expressions, and enters into the tables what their names and calls mean. */
final class Expressions {

    private final Context context;
    private final Names names;
    private final Fields fields;
    private final Constants constants;
    private final Missing missing;
    private final Calls calls;
    private final Operations operations;
    private final Lists lists;
    private final Texts texts;

    Expressions(Context context) {
        this.context = context;
        this.names = new Names(context);
        this.fields = new Fields(context);
        this.constants = new Constants(context);
        this.missing = new Missing(context);
        this.calls = new Calls(context, this);
        this.operations = new Operations(context, this);
        this.lists = new Lists(context, this);
        this.texts = new Texts(context, this);
    }

    Type type(Expression expression, Flow flow) {
        return type(expression, Type.UNKNOWN, flow);
    }

    /** @param expected what would fit here, where that decides what the expression means: `DEAD`, an empty list, SQL */
    Type type(Expression expression, Type expected, Flow flow) {
        return context.enter(expression,
                context.gaps().covers(expression.span()) ? Type.UNKNOWN : find(expression, expected, flow));
    }

    /** The type of something that has to be there and to have a value. */
    Type present(Expression expression, Type expected, Flow flow) {
        return certain(expression, type(expression, expected, flow), flow);
    }

    /** Says so if a value may not be there, once for each value and way. */
    Type certain(Expression expression, Type type, Flow flow) {
        if (type.equals(Type.NO_ANSWER)) {
            return context.error(CheckCode.NO_ANSWER, expression.span(),
                    "`" + expression.span().text() + "` answers nothing that could be used.");
        }
        if (type instanceof Type.Maybe maybe) {
            missing.report(expression, flow);
            Narrowing.path(expression).ifPresent(path -> flow.learn(Facts.of(new Facts.Fact.Present(path))));
            return maybe.type();
        }
        return type;
    }

    /**
     * An expression of a type that is prescribed; {@code role} says what it is there: "The condition of a `require`".
     */
    Type want(Expression expression, Type expected, String role, Flow flow) {
        var actual = type(expression, expected, flow);
        if (!(expected instanceof Type.Maybe)) {
            actual = certain(expression, actual, flow);
        }
        if (Types.fits(actual, expected)) {
            return expected.equals(Type.UNKNOWN) ? actual : expected;
        }
        return context.error(CheckCode.WRONG_TYPE, expression.span(),
                role + " is " + Types.named(actual) + ", expected " + Types.named(expected) + ".",
                Mismatch.hint(expression, actual, expected));
    }

    /** A condition. */
    void condition(Expression expression, String role, Flow flow) {
        want(expression, Type.BOOL, role, flow);
    }

    private Type find(Expression expression, Type expected, Flow flow) {
        return switch (expression) {
            case Expression.NoneLiteral none -> Type.NONE;
            case Expression.BoolLiteral literal -> Type.BOOL;
            case Expression.IntLiteral literal -> Type.INT;
            case Expression.DecimalLiteral literal -> Type.DECIMAL;
            case Expression.DurationLiteral literal -> Type.DURATION;
            case Expression.SizeLiteral literal -> Type.SIZE;
            case Expression.PercentLiteral literal -> Type.PERCENT;
            case Expression.TimestampLiteral literal -> Type.TIMESTAMP;
            case Expression.Role role -> Type.ROLE;
            case Expression.Text text -> texts.type(text, expected, flow);
            case Expression.ListLiteral list -> lists.literal(list, expected, flow);
            case Expression.Comprehension comprehension -> lists.comprehension(comprehension, expected, flow);
            case Expression.Index index -> lists.index(index, flow);
            case Expression.Reference reference -> names.type(reference, flow);
            case Expression.Constant constant -> constants.type(constant, Types.present(expected));
            case Expression.Field field -> fields.type(field, present(field.target(), Type.UNKNOWN, flow), flow);
            case Expression.BuiltinCall call -> calls.type(call, flow);
            case Expression.FunctionCall call -> calls.type(call, flow);
            case Expression.Not not -> operations.type(not, flow);
            case Expression.Negation negation -> operations.type(negation, flow);
            case Expression.Binary binary -> operations.type(binary, expected, flow);
            case Expression.Conditional conditional -> operations.type(conditional, expected, flow);
        };
    }

    Lists lists() {
        return lists;
    }

    Texts texts() {
        return texts;
    }

    Optional<Type> known(Expression expression) {
        return Optional.ofNullable(context.tables().types.get(expression));
    }
}
