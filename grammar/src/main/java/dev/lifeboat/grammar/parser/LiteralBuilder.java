package dev.lifeboat.grammar.parser;

import dev.lifeboat.grammar.Hint;
import dev.lifeboat.grammar.SyntaxCode;
import dev.lifeboat.grammar.tree.Expression;
import dev.lifeboat.grammar.tree.Expression.BoolLiteral;
import dev.lifeboat.grammar.tree.Expression.Constant;
import dev.lifeboat.grammar.tree.Expression.DecimalLiteral;
import dev.lifeboat.grammar.tree.Expression.DurationLiteral;
import dev.lifeboat.grammar.tree.Expression.IntLiteral;
import dev.lifeboat.grammar.tree.Expression.NoneLiteral;
import dev.lifeboat.grammar.tree.Expression.PercentLiteral;
import dev.lifeboat.grammar.tree.Expression.SizeLiteral;
import dev.lifeboat.grammar.tree.Expression.TimestampLiteral;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Optional;
import org.antlr.v4.runtime.Token;

/** Builds literals. A literal that is none is reported, and a value of its kind stands for it. */
record LiteralBuilder(Findings findings, NameBuilder names) {

    /** A hundred years, so that no sum of durations overflows anywhere. */
    private static final Duration LONGEST = Duration.ofDays(36_500);

    Expression literal(RunbookParser.LiteralContext context) {
        var token = context.getStart();
        var span = findings.span(token);
        return switch (token.getType()) {
            case RunbookLexer.TRUE -> new BoolLiteral(true, span);
            case RunbookLexer.FALSE -> new BoolLiteral(false, span);
            case RunbookLexer.NONE -> new NoneLiteral(span);
            case RunbookLexer.INT -> integer(token);
            case RunbookLexer.DECIMAL -> new DecimalLiteral(number(token.getText()), span);
            case RunbookLexer.DURATION -> duration(token);
            case RunbookLexer.SIZE -> size(token);
            case RunbookLexer.PERCENT -> new PercentLiteral(number(withoutLast(token.getText(), 1)), span);
            case RunbookLexer.TIMESTAMP -> timestamp(token);
            case RunbookLexer.CONSTANT -> new Constant(token.getText(), span);
            case RunbookLexer.ROLE, RunbookLexer.BAD_ROLE -> names.role(
                    ((RunbookParser.RoleLiteralContext) context).role());
            case RunbookLexer.WRONG_LITERAL -> habit(token);
            case RunbookLexer.BAD_DATE -> bad(token, "a timestamp");
            case RunbookLexer.BAD_LITERAL -> bad(token, "a number, a duration or a size");
            default -> throw new IllegalStateException("No literal: " + token);
        };
    }

    DurationLiteral duration(RunbookParser.DurationContext context) {
        return duration(context.getStart());
    }

    Optional<DurationLiteral> optionalDuration(RunbookParser.DurationContext context) {
        return Optional.ofNullable(context).map(this::duration);
    }

    IntLiteral count(RunbookParser.CountContext context) {
        var token = context.getStart();
        if (token.getType() == RunbookLexer.INT) {
            return integer(token);
        }
        bad(token, "a whole number");
        return new IntLiteral(0, findings.span(token));
    }

    Expression factor(RunbookParser.FactorContext context) {
        return switch (context.getStart().getType()) {
            case RunbookLexer.INT -> integer(context.getStart());
            case RunbookLexer.DECIMAL -> new DecimalLiteral(number(context.getText()), findings.span(context));
            default -> bad(context.getStart(), "a number");
        };
    }

    private DurationLiteral duration(Token token) {
        var value = token.getType() == RunbookLexer.DURATION
                ? Durations.read(token.getText())
                : Optional.<Duration>empty();
        if (value.isEmpty()) {
            noDuration(token);
        } else if (value.get().compareTo(LONGEST) > 0) {
            findings.error(SyntaxCode.LITERAL, findings.span(token),
                    "`" + token.getText() + "` is longer than a hundred years.");
        }
        return new DurationLiteral(value.orElse(Duration.ZERO), findings.span(token));
    }

    private void noDuration(Token token) {
        var text = token.getText();
        var hint = switch (token.getType()) {
            case RunbookLexer.INT -> Hint
                    .of("Write its unit: `" + text + "s` for seconds, `" + text + "m` for minutes.")
                    .perhaps(text, text + "s").perhaps(text, text + "m");
            case RunbookLexer.DURATION, RunbookLexer.BAD_LITERAL -> LiteralHints.about(text);
            default -> Hint.of("A duration is written `30s` or `1h30m`.");
        };
        findings.error(SyntaxCode.LITERAL, findings.span(token), "`" + text + "` is not a duration.", hint);
    }

    private IntLiteral integer(Token token) {
        var span = findings.span(token);
        try {
            return new IntLiteral(Long.parseLong(token.getText().replace("_", "")), span);
        } catch (NumberFormatException tooLarge) {
            findings.error(SyntaxCode.LITERAL, span,
                    "`" + token.getText() + "` is larger than the largest number, " + Long.MAX_VALUE + ".");
            return new IntLiteral(0, span);
        }
    }

    private SizeLiteral size(Token token) {
        var text = token.getText();
        var unit = text.replaceAll("[0-9_.]", "");
        var bytes = number(withoutLast(text, unit.length())).multiply(BigDecimal.valueOf(Units.bytes(unit)));
        var isWhole = bytes.stripTrailingZeros().scale() <= 0;
        if (!isWhole || bytes.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) > 0) {
            findings.error(SyntaxCode.LITERAL, findings.span(token),
                    "`" + text + "` is " + (isWhole ? "larger than the largest size." : "no whole number of bytes."));
            return new SizeLiteral(0, findings.span(token));
        }
        return new SizeLiteral(bytes.longValueExact(), findings.span(token));
    }

    private TimestampLiteral timestamp(Token token) {
        try {
            return new TimestampLiteral(OffsetDateTime.parse(token.getText()).toInstant(), findings.span(token));
        } catch (DateTimeException impossible) {
            findings.error(SyntaxCode.LITERAL, findings.span(token),
                    "The calendar has no `" + token.getText() + "`.");
            return new TimestampLiteral(Instant.EPOCH, findings.span(token));
        }
    }

    private Expression bad(Token token, String kind) {
        findings.error(SyntaxCode.LITERAL, findings.span(token), "`" + token.getText() + "` is not " + kind + ".",
                LiteralHints.about(token.getText()));
        return new NoneLiteral(findings.span(token));
    }

    private Expression habit(Token token) {
        var text = token.getText();
        var right = text.equals("NULL") ? "none" : text.toLowerCase(Locale.ROOT);
        findings.error(SyntaxCode.HABIT, findings.span(token), "`" + text + "` has no meaning here.",
                Hint.write(text, right));
        return new NoneLiteral(findings.span(token));
    }

    private static BigDecimal number(String digits) {
        return new BigDecimal(digits.replace("_", ""));
    }

    private static String withoutLast(String text, int count) {
        return text.substring(0, text.length() - count);
    }
}
