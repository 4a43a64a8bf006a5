package dev.lifeboat.interpreter.evaluate;

import dev.lifeboat.grammar.tree.Expression.Text;
import dev.lifeboat.grammar.tree.TextPart;
import dev.lifeboat.interpreter.value.Texts;
import dev.lifeboat.interpreter.value.Type;
import dev.lifeboat.interpreter.value.Value;
import java.util.ArrayList;
import java.util.List;

/** Texts with values in them; where the text goes decides what becomes of the values. */
record Interpolation(Evaluator evaluator, Frame frame) {

    Value value(Text text) {
        var type = evaluator.program().type(text);
        if (type.equals(Type.SQL)) {
            return sql(text);
        }
        return type.equals(Type.COMMAND) ? command(text) : new Value.Text(written(text.parts()));
    }

    /** For people: a value as it is written out. */
    String written(List<TextPart> parts) {
        var written = new StringBuilder();
        for (var part : parts) {
            written.append(switch (part) {
                case TextPart.Characters characters -> characters.value();
                case TextPart.Interpolation hole -> Texts.of(evaluator.value(hole.value(), frame));
            });
        }
        return written.toString();
    }

    /** A value becomes a bound parameter; an identifier, or a piece of SQL, becomes part of the statement. */
    private Value sql(Text text) {
        var statement = new StringBuilder();
        var parameters = new ArrayList<Value>();
        for (var part : text.parts()) {
            switch (part) {
                case TextPart.Characters characters -> statement.append(characters.value());
                case TextPart.Interpolation hole -> {
                    var piece = piece(evaluator.present(hole.value(), frame));
                    statement.append(piece.text());
                    parameters.addAll(piece.parameters());
                }
            }
        }
        return new Value.Code("sql", statement.toString(), parameters);
    }

    private static Value.Code piece(Value value) {
        return value instanceof Value.Code code ? code : new Value.Code("sql", "?", List.of(value));
    }

    /** A value becomes one argument, quoted for a POSIX shell. */
    private Value command(Text text) {
        var command = new StringBuilder();
        for (var part : text.parts()) {
            command.append(switch (part) {
                case TextPart.Characters characters -> characters.value();
                case TextPart.Interpolation hole -> quoted(Texts.of(evaluator.present(hole.value(), frame)));
            });
        }
        return new Value.Code("command", command.toString(), List.of());
    }

    private static String quoted(String argument) {
        return "'" + argument.replace("'", "'\\''") + "'";
    }
}
