package dev.lifeboat.builtins.mysql.rules;

import dev.lifeboat.builtins.mysql.rules.SqlTokens.Kind;
import dev.lifeboat.builtins.mysql.rules.SqlTokens.Token;
import dev.lifeboat.grammar.Span;
import dev.lifeboat.grammar.tree.Expression;
import dev.lifeboat.grammar.tree.TextPart;
import dev.lifeboat.interpreter.check.Draft;
import dev.lifeboat.interpreter.value.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * SQL that is written in a runbook: the literal of a parameter of the type {@code sql}, or what a literal of the type
 * {@code command} hands to the `mysql` client.
 *
 * @param inCommand whether it goes to a client, of which nothing is known
 */
record Script(Expression.Text text, List<Token> tokens, boolean inCommand) {

    /** All that a file and its libraries hold. */
    static Stream<Script> in(Draft draft) {
        return draft.nodes(Expression.Text.class)
                .flatMap(text -> draft.type(text).stream().flatMap(type -> of(text, type)));
    }

    private static Stream<Script> of(Expression.Text text, Type type) {
        if (type.equals(Type.SQL)) {
            return Stream.of(new Script(text, SqlTokens.of(joined(text)), false));
        }
        return type.equals(Type.COMMAND)
                ? ClientCommand.sql(joined(text)).map(sql -> new Script(text, SqlTokens.of(sql), true))
                : Stream.empty();
    }

    /** With a sign in the place of each value. */
    static String joined(Expression.Text text) {
        StringBuilder joined = new StringBuilder();
        text.parts().forEach(part -> joined.append(written(part)));
        return joined.toString();
    }

    private static String written(TextPart part) {
        return switch (part) {
            case TextPart.Characters characters -> characters.value();
            case TextPart.Interpolation value -> String.valueOf(SqlTokens.HOLE);
        };
    }

    /** The tokens of each statement. */
    List<List<Token>> statements() {
        List<List<Token>> statements = new ArrayList<>();
        int start = 0;
        for (int i = 0; i <= tokens.size(); i++) {
            if (i == tokens.size() || tokens.get(i).kind() == Kind.SEMICOLON) {
                statements.add(tokens.subList(start, i));
                start = i + 1;
            }
        }
        return statements;
    }

    /** Where in the source the tokens from one to another stand. */
    Span span(Token first, Token last) {
        return span(first).to(span(last));
    }

    private Span span(Token token) {
        int before = 0;
        for (TextPart part : text.parts()) {
            int length = written(part).length();
            if (token.start() < before + length) {
                return part instanceof TextPart.Characters characters
                        ? span(characters, token.start() - before, token.text())
                        : part.span();
            }
            before += length;
        }
        return text.span();
    }

    /** Escapes and margins shift what is written; the word is the one before which it occurs as often. */
    private static Span span(TextPart.Characters part, int start, String word) {
        String source = part.span().text();
        int times = count(part.value().substring(0, start), word);
        int found = -1;
        for (int i = 0; i <= times; i++) {
            found = indexOf(source, word, found + 1);
            if (found < 0) {
                return part.span();
            }
        }
        int place = part.span().start() + found;
        return new Span(part.span().source(), place, place + word.length());
    }

    private static int count(String text, String word) {
        int times = 0;
        for (int i = indexOf(text, word, 0); i >= 0; i = indexOf(text, word, i + 1)) {
            times++;
        }
        return times;
    }

    private static int indexOf(String text, String word, int from) {
        for (int i = from; i + word.length() <= text.length(); i++) {
            if (text.regionMatches(true, i, word, 0, word.length())) {
                return i;
            }
        }
        return -1;
    }
}
