package dev.lifeboat.interpreter.evaluate;

import dev.lifeboat.grammar.tree.Expression.Text;
import dev.lifeboat.grammar.tree.TextPart;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.value.Texts;
import dev.lifeboat.interpreter.value.Type;
import dev.lifeboat.interpreter.value.Value;
import java.nio.charset.StandardCharsets;
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
                    var piece = piece(sendable(hole, evaluator.present(hole.value(), frame)));
                    statement.append(piece.text());
                    parameters.addAll(piece.parameters());
                }
            }
        }
        return new Value.Code("sql", statement.toString(), parameters);
    }

    private static Value.Code piece(Value value) {
        return switch (value) {
            case Value.Code code -> code;
            case Value.Handle name when name.type().equals(Type.IDENT.name()) ->
                new Value.Code("sql", Identifier.quoted(name.text()), List.of());
            default -> new Value.Code("sql", "?", List.of(value));
        };
    }

    /** A value becomes one argument, quoted for a POSIX shell. */
    private Value command(Text text) {
        var command = new StringBuilder();
        for (var part : text.parts()) {
            command.append(switch (part) {
                case TextPart.Characters characters -> characters.value();
                case TextPart.Interpolation hole -> argument(hole);
            });
        }
        return new Value.Code("command", command.toString(), List.of());
    }

    /** Half a character would arrive as something else. */
    private static Value sendable(TextPart.Interpolation hole, Value value) {
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(Texts.of(value))) {
            throw Failure
                    .of("`" + hole.span().text() + "` can't be sent: it holds half of a character (a lone surrogate).")
                    .hint("Look where the value comes from: it is no text any more.");
        }
        return value;
    }

    private String argument(TextPart.Interpolation hole) {
        var argument = Texts.of(sendable(hole, evaluator.present(hole.value(), frame)));
        if (argument.indexOf(0) >= 0) {
            throw Failure
                    .of("`" + hole.span().text() + "` can't be an argument of a command: it holds a NUL character.")
                    .hint("No operating system can pass one; take it out of the value.");
        }
        return "'" + argument.replace("'", "'\\''") + "'";
    }
}
