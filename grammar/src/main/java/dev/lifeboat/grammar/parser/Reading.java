package dev.lifeboat.grammar.parser;

import dev.lifeboat.grammar.Diagnostic;
import dev.lifeboat.grammar.Parsed;
import dev.lifeboat.grammar.Partial;
import dev.lifeboat.grammar.Source;
import dev.lifeboat.grammar.SyntaxCode;
import dev.lifeboat.grammar.tree.Expression;
import dev.lifeboat.grammar.tree.SourceFile;
import dev.lifeboat.grammar.tree.Statement;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.antlr.v4.runtime.ANTLRErrorStrategy;
import org.antlr.v4.runtime.BailErrorStrategy;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.ListTokenSource;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.ParseCancellationException;

/** Reads one source. */
public final class Reading {

    private final Source source;
    private final Report report = new Report();
    private final Tokens tokens;
    private final Positions positions;
    private final SyntaxMessages messages;

    private Reading(Source source) {
        this.source = source;
        Characters.hidden(source).limit(Report.LIMIT).forEach(report);
        this.tokens = Tokens.read(source, report);
        this.positions = new Positions(source);
        this.messages = new SyntaxMessages(positions, tokens.list());
    }

    public static Parsed<SourceFile> file(Source source) {
        return new Reading(source).file();
    }

    private Parsed<SourceFile> file() {
        if (isUnreadable()) {
            return result(Optional.empty(), Optional.empty());
        }
        var rescue = new Rescue(tokens, messages, report);
        try {
            var tree = new FileBuilder(findings()).file(quickly(RunbookParser::sourceFile));
            return report.hasErrors()
                    ? result(Optional.empty(), rescue.of(tree))
                    : result(Optional.of(tree), Optional.empty());
        } catch (SyntaxError error) {
            return result(Optional.empty(), rescue.of(error));
        }
    }

    /** What a file without errors consists of, down to its tokens. */
    public record Syntax(Tokens tokens, RunbookParser.SourceFileContext file) {}

    /** For who writes the file anew; the source has been parsed before and has no errors. */
    public static Syntax syntax(Source source) {
        var reading = new Reading(source);
        return new Syntax(reading.tokens, reading.quickly(RunbookParser::sourceFile));
    }

    public static Parsed<Expression> expression(Source source) {
        return new Reading(source).alone(RunbookParser::wholeExpression,
                (builder, context) -> builder.expressions().expression(context.expression()));
    }

    public static Parsed<Statement> statement(Source source) {
        return new Reading(source).alone(RunbookParser::wholeStatement,
                (builder, context) -> builder.statements().statement(context.statement()));
    }

    private <C extends ParserRuleContext, T> Parsed<T> alone(Function<RunbookParser, C> rule,
            BiFunction<FileBuilder, C, T> build) {
        if (isUnreadable()) {
            return result(Optional.empty(), Optional.empty());
        }
        try {
            var tree = build.apply(new FileBuilder(findings()), quickly(rule));
            return result(Optional.of(tree).filter(whole -> !report.hasErrors()), Optional.empty());
        } catch (SyntaxError error) {
            report.accept(messages.of(error));
            return result(Optional.empty(), Optional.empty());
        }
    }

    /** Most files have no errors: what it takes to explain them well is done only where there are some. */
    private <C extends ParserRuleContext> C quickly(Function<RunbookParser, C> rule) {
        try {
            return rule.apply(parser(tokens.list(), new BailErrorStrategy()));
        } catch (ParseCancellationException someError) {
            return rule.apply(parser(tokens.list(), new FirstError()));
        }
    }

    private boolean isUnreadable() {
        var deep = Nesting.tooDeep(tokens.list());
        deep.ifPresent(token -> report.accept(Diagnostic
                .error(SyntaxCode.TOO_DEEP, "This is nested deeper than " + Nesting.LIMIT + ".",
                        messages.span(token))
                .hint("Brackets and operators within each other are counted: give names to parts with `let`.")));
        var isEmpty = tokens.list().getFirst().getType() == Token.EOF;
        if (isEmpty) {
            report.accept(Diagnostic.error(SyntaxCode.EMPTY, "There is nothing here to read.", source.span(0, 0))
                    .hint("A file begins with `runbook NAME \"title\"` or `library NAME`."));
        }
        return deep.isPresent() || isEmpty;
    }

    private Findings findings() {
        return new Findings(positions, tokens, report);
    }

    static RunbookParser parser(List<CommonToken> tokens, ANTLRErrorStrategy strategy) {
        var parser = new RunbookParser(new CommonTokenStream(new ListTokenSource(tokens)));
        parser.removeErrorListeners();
        parser.setErrorHandler(strategy);
        return parser;
    }

    private <T> Parsed<T> result(Optional<T> tree, Optional<Partial<T>> partial) {
        return new Parsed<>(tree, partial, report.sorted());
    }
}
