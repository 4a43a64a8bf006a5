package dev.lifeboat.grammar.tree;

import dev.lifeboat.grammar.Span;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Something that has a value. */
public sealed interface Expression extends Node {

    record NoneLiteral(Span span) implements Expression {}

    record BoolLiteral(boolean value, Span span) implements Expression {}

    record IntLiteral(long value, Span span) implements Expression {}

    record DecimalLiteral(BigDecimal value, Span span) implements Expression {}

    record DurationLiteral(Duration value, Span span) implements Expression {}

    record SizeLiteral(long bytes, Span span) implements Expression {}

    /** {@code 99.9%}, with the value 99.9. */
    record PercentLiteral(BigDecimal percent, Span span) implements Expression {}

    record TimestampLiteral(Instant value, Span span) implements Expression {}

    /** {@code @database_lead}, with the name {@code database_lead}. */
    record Role(String name, Span span) implements Expression {}

    /** {@code "…"} or {@code """…"""}; no part is empty, and no two in a row are characters. */
    record Text(List<TextPart> parts, Span span) implements Expression {
        public Text {
            parts = List.copyOf(parts);
        }
    }

    record ListLiteral(List<Expression> elements, Span span) implements Expression {
        public ListLiteral {
            elements = List.copyOf(elements);
        }
    }

    /** {@code [element for variable in list if condition]}. */
    record Comprehension(Expression element, Name variable, Expression list, Optional<Expression> condition,
            Span span) implements Expression {}

    /** A parameter, a {@code let}, a step, an implicit name such as {@code cluster}. */
    record Reference(String name, Span span) implements Expression {}

    /** A value of an enumeration: {@code DEAD}. */
    record Constant(String name, Span span) implements Expression {}

    /** {@code target.name}, never a call. */
    record Field(Expression target, Name name, Span span) implements Expression {}

    record Index(Expression target, Expression index, Span span) implements Expression {}

    /** {@code namespace.action(…)}. */
    record BuiltinCall(Name namespace, Name action, List<Argument> arguments, Span span) implements Expression {
        public BuiltinCall {
            arguments = List.copyOf(arguments);
        }
    }

    /** {@code function(…)}: one of the pure functions. */
    record FunctionCall(Name function, List<Argument> arguments, Span span) implements Expression {
        public FunctionCall {
            arguments = List.copyOf(arguments);
        }
    }

    record Not(Expression operand, Span span) implements Expression {}

    record Negation(Expression operand, Span span) implements Expression {}

    record Binary(Operator operator, Expression left, Expression right, Span operatorSpan,
            Span span) implements Expression {}

    /** {@code if condition then chosen else otherwise}. */
    record Conditional(Expression condition, Expression chosen, Expression otherwise,
            Span span) implements Expression {}
}
