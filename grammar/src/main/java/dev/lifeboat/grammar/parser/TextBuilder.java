package dev.lifeboat.grammar.parser;

import dev.lifeboat.grammar.Diagnostic;
import dev.lifeboat.grammar.Hint;
import dev.lifeboat.grammar.Span;
import dev.lifeboat.grammar.SyntaxCode;
import dev.lifeboat.grammar.tree.Expression.Text;
import dev.lifeboat.grammar.tree.PlainText;
import dev.lifeboat.grammar.tree.TextPart;
import dev.lifeboat.grammar.tree.TextPart.Characters;
import dev.lifeboat.grammar.tree.TextPart.Interpolation;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;

/** Builds texts: escapes resolved, margins stripped. */
record TextBuilder(Findings findings, ExpressionBuilder expressions) {

    /** What would mean something else in double quotes, or ended the text already. */
    private static final Pattern MEANS_MORE = Pattern.compile("[\"'\\\\$]");

    Text text(RunbookParser.TextContext context) {
        return switch (context) {
            case RunbookParser.LineTextContext line -> line(line.line());
            case RunbookParser.BlockTextContext block -> block(block);
            default -> wrong(context.getStart());
        };
    }

    Optional<Text> optional(RunbookParser.TextContext context) {
        return Optional.ofNullable(context).map(this::text);
    }

    Text line(RunbookParser.LineContext context) {
        checkClosed(context.getStart(), context.getStop());
        var margin = Margin.of(findings, context.getStart(), context.getStop(), LoneDirectives.none());
        return new Text(parts(context.textPart(), margin), findings.span(context));
    }

    private Text block(RunbookParser.BlockTextContext context) {
        checkClosed(context.getStart(), context.getStop());
        var margin = Margin.of(findings, context.getStart(), context.getStop(), LoneDirectives.none());
        return new Text(parts(context.textPart(), margin), findings.span(context));
    }

    void checkClosed(Token open, Token close) {
        if (close.getType() == RunbookLexer.UNCLOSED_TEXT) {
            findings.add(UnclosedText.from(open, close, findings.positions(), findings.tokens().list()));
        }
    }

    private List<TextPart> parts(List<RunbookParser.TextPartContext> contexts, Margin margin) {
        var parts = new PartList<>(TextPart.class);
        for (var context : contexts) {
            if (context instanceof RunbookParser.InterpolationPartContext value) {
                parts.add(interpolation(value, value.expression()));
            } else {
                parts.characters(characters(context.getStart(), margin), findings.span(context));
            }
        }
        return parts.toList();
    }

    Interpolation interpolation(ParserRuleContext context,
            RunbookParser.ExpressionContext value) {
        return new Interpolation(expressions.expression(value), findings.span(context));
    }

    /** What a token of a text means. */
    String characters(Token token, Margin margin) {
        return switch (token.getType()) {
            case RunbookLexer.ESCAPE -> escape(token.getText());
            case RunbookLexer.BAD_ESCAPE -> badEscape(token);
            default -> margin.strip(token);
        };
    }

    private static String escape(String escape) {
        return switch (escape.charAt(1)) {
            case 'n' -> "\n";
            case 't' -> "\t";
            default -> escape.substring(1);
        };
    }

    private String badEscape(Token token) {
        if (token.getText().equals("\\")) {
            return "";
        }
        findings.error(SyntaxCode.ESCAPE, findings.span(token),
                "`" + token.getText().strip() + "` is no escape that a text has.",
                "There are `\\\"`, `\\\\`, `\\n`, `\\t` and `\\${`; a backslash is written `\\\\`.");
        return "";
    }

    private Text wrong(Token token) {
        var text = token.getText();
        var inside = text.substring(1, text.length() - 1);
        findings.add(Diagnostic
                .error(SyntaxCode.HABIT, "A text stands in double quotes here.", findings.span(token))
                .hint(Hint.write(text, "\"" + inside + "\"").safeIf(!MEANS_MORE.matcher(inside).find())));
        return new Text(List.of(), findings.span(token));
    }

    /** A text in which nothing can be interpolated: what it is must be known without a run. */
    PlainText plain(RunbookParser.TextContext context, String what) {
        var text = text(context);
        text.parts().stream().filter(Interpolation.class::isInstance).findFirst().map(TextPart::span)
                .ifPresent(span -> refuse(span, what));
        var value = text.parts().stream().map(TextBuilder::literally).collect(Collectors.joining());
        return new PlainText(value, text.span());
    }

    private void refuse(Span span, String what) {
        findings.error(SyntaxCode.PLAIN_TEXT, span, what + " is known before any run: no value can stand in it.");
    }

    private static String literally(TextPart part) {
        return switch (part) {
            case Characters characters -> characters.value();
            case Interpolation value -> value.span().text();
        };
    }
}
