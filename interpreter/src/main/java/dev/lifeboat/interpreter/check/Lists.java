package dev.lifeboat.interpreter.check;

import dev.lifeboat.grammar.tree.Expression;
import dev.lifeboat.interpreter.value.Type;
import java.util.Optional;

/** Lists: written out, made from others, looked into. */
final class Lists {

    private final Context context;
    private final Expressions expressions;

    Lists(Context context, Expressions expressions) {
        this.context = context;
        this.expressions = expressions;
    }

    Type literal(Expression.ListLiteral list, Type expected, Flow flow) {
        var element = Types.present(expected) instanceof Type.ListOf wanted ? wanted.element() : Type.UNKNOWN;
        Type joined = Type.UNKNOWN;
        for (var item : list.elements()) {
            var type = expressions.certain(item, expressions.type(item, element, flow), flow);
            joined = Types.joined(joined, type).orElse(null);
            if (joined == null) {
                return context.error(CheckCode.WRONG_TYPE, item.span(), "This element is " + Types.named(type)
                        + ", and those before it are of another type.", "The elements of a list are all of one type.");
            }
        }
        return new Type.ListOf(list.elements().isEmpty() ? element : joined);
    }

    Type comprehension(Expression.Comprehension comprehension, Type expected, Flow flow) {
        var element = elementOf(comprehension.list(), "What follows `in`", flow);
        var inner = flow.inner();
        new Binder(context).bind(new Binding.Local(comprehension.variable().text()), comprehension.variable(), element,
                inner);
        comprehension.condition().ifPresent(condition -> {
            expressions.condition(condition, "The condition of the list", inner);
            inner.learn(new Narrowing(context.book()).holds(condition));
        });
        var wanted = Types.present(expected) instanceof Type.ListOf list ? list.element() : Type.UNKNOWN;
        return new Type.ListOf(expressions.certain(comprehension.element(),
                expressions.type(comprehension.element(), wanted, inner), inner));
    }

    /** The type of the elements of what has to be a list. */
    Type elementOf(Expression list, String role, Flow flow) {
        var type = expressions.want(list, new Type.ListOf(Type.UNKNOWN), role, flow);
        return expressions.known(list).map(Types::present).filter(known -> !Types.isUnknown(type))
                .flatMap(known -> known instanceof Type.ListOf found ? Optional.of(found.element()) : Optional.empty())
                .orElse(Type.UNKNOWN);
    }

    Type index(Expression.Index index, Flow flow) {
        var element = elementOf(index.target(), "What stands before `[`", flow);
        expressions.want(index.index(), Type.INT, "A place in a list", flow);
        return element;
    }
}
