package dev.lifeboat.interpreter.check;

import dev.lifeboat.grammar.tree.Expression;
import dev.lifeboat.grammar.tree.Operator;
import dev.lifeboat.grammar.tree.TextPart;
import dev.lifeboat.interpreter.value.Type;

/**
 * Texts and what is interpolated into them: written out in text, a bound parameter in SQL, a quoted argument in a
 * command.
 */
final class Texts {

    private final Context context;
    private final Expressions expressions;

    Texts(Context context, Expressions expressions) {
        this.context = context;
        this.expressions = expressions;
    }

    Type type(Expression.Text text, Type expected, Flow flow) {
        var bound = Types.present(expected);
        var kind = bound.equals(Type.SQL) || bound.equals(Type.COMMAND) ? bound : Type.TEXT;
        var quotes = new Quotes();
        for (var part : text.parts()) {
            switch (part) {
                case TextPart.Characters characters -> quotes.pass(characters.value());
                case TextPart.Interpolation value -> interpolation(value, kind, quotes, flow);
            }
        }
        return kind;
    }

    /** A value that is written out in a template. */
    void intoText(TextPart.Interpolation value, Flow flow) {
        interpolation(value, Type.TEXT, new Quotes(), flow);
    }

    private void interpolation(TextPart.Interpolation part, Type kind, Quotes quotes, Flow flow) {
        var type = value(part.value(), kind, flow);
        if (Types.holdsSecret(type)) {
            context.error(CheckCode.SECRET, part.span(),
                    "A secret can't go into " + Types.named(kind) + ": it would be shown and journaled.",
                    "Hand it to the builtin that asks for a secret.");
        } else if (kind.equals(Type.SQL) && quotes.open()) {
            quoted(part, quotes);
        } else if (!kind.equals(Type.TEXT) && isComposite(type)) {
            context.error(CheckCode.INTERPOLATION, part.span(),
                    Types.capitalized(Types.named(type)) + " can't be one value in " + Types.named(kind) + ".",
                    "Put in one of its fields or elements.");
        } else if (!kind.equals(Type.SQL) && type.equals(Type.IDENT)) {
            context.error(CheckCode.INTERPOLATION, part.span(),
                    "`ident(…)` names a table or a column, so it stands in SQL alone.",
                    "Interpolate the name itself here.");
        }
    }

    private void quoted(TextPart.Interpolation part, Quotes quotes) {
        if (quotes.areOfAName()) {
            context.error(CheckCode.INTERPOLATION, part.span(),
                    "Inside backticks `" + part.span().text() + "` would be a part of a name.",
                    "Leave the backticks out, and write `${ident(…)}`: it quotes the name itself.");
        } else {
            context.error(CheckCode.INTERPOLATION, part.span(),
                    "Inside SQL quotes `" + part.span().text() + "` would be text, not a parameter.",
                    "Leave the quotes out: the value is bound as a parameter and needs none.");
        }
    }

    /** Where a value may be missing, any text can stand for it: `${winner ?? "nobody"}`. */
    private Type value(Expression value, Type kind, Flow flow) {
        if (kind.equals(Type.TEXT) && value instanceof Expression.Binary binary
                && binary.operator() == Operator.OTHERWISE
                && binary.right() instanceof Expression.Text) {
            var left = expressions.type(binary.left(), flow);
            expressions.type(binary.right(), flow);
            return context.enter(value, Types.holdsSecret(left) ? Type.SECRET : Type.TEXT);
        }
        return expressions.present(value, Type.UNKNOWN, flow);
    }

    private static boolean isComposite(Type type) {
        return type instanceof Type.ListOf || type instanceof Type.RecordOf;
    }

    /** Whether a place in SQL is inside quotes. What is escaped within them does not end them; a doubled quote ends and opens them. */
    private static final class Quotes {

        private char open;

        void pass(String characters) {
            for (var i = 0; i < characters.length(); i++) {
                var c = characters.charAt(i);
                if (open == 0 && "'\"`".indexOf(c) >= 0) {
                    open = c;
                } else if (c == open) {
                    open = 0;
                } else if (c == '\\' && open != 0 && !areOfAName()) {
                    i++;
                }
            }
        }

        boolean areOfAName() {
            return open == '`';
        }

        boolean open() {
            return open != 0;
        }
    }
}
