package dev.lifeboat.grammar.parser;

import dev.lifeboat.grammar.Diagnostic;
import dev.lifeboat.grammar.Parsed;
import dev.lifeboat.grammar.Source;
import dev.lifeboat.grammar.SyntaxCode;
import dev.lifeboat.grammar.tree.Expression;
import dev.lifeboat.grammar.tree.SourceFile;
import dev.lifeboat.grammar.tree.Statement;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.antlr.v4.runtime.ANTLRErrorStrategy;
import org.antlr.v4.runtime.BailErrorStrategy;
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
        Characters.reportHidden(source, report);
        this.tokens = Tokens.read(source, report);
        this.positions = new Positions(source);
        this.messages = new SyntaxMessages(positions, tokens.list());
    }

    public static Parsed<SourceFile> file(Source source) {
        var reading = new Reading(source);
        return reading.read(RunbookParser::sourceFile, FileBuilder::file, reading::readPieces);
    }

    /** What a file without errors consists of, down to its tokens. */
    public record Syntax(Tokens tokens, RunbookParser.SourceFileContext file) {}

    /** For who writes the file anew; the source has been parsed before and has no errors. */
    public static Syntax syntax(Source source) {
        var reading = new Reading(source);
        return new Syntax(reading.tokens, reading.quickly(RunbookParser::sourceFile));
    }

    public static Parsed<Expression> expression(Source source) {
        return new Reading(source).read(RunbookParser::wholeExpression,
                (builder, context) -> builder.expressions().expression(context.expression()), () -> {});
    }

    public static Parsed<Statement> statement(Source source) {
        return new Reading(source).read(RunbookParser::wholeStatement,
                (builder, context) -> builder.statements().statement(context.statement()), () -> {});
    }

    private <C extends ParserRuleContext, T> Parsed<T> read(Function<RunbookParser, C> rule,
            BiFunction<FileBuilder, C, T> build, Runnable onError) {
        if (isUnreadable()) {
            return result(Optional.empty());
        }
        try {
            return result(Optional.of(build.apply(new FileBuilder(findings()), quickly(rule))));
        } catch (SyntaxError error) {
            var before = report.size();
            onError.run();
            if (report.size() == before) {
                report.accept(messages.of(error));
            }
            return result(Optional.empty());
        }
    }

    /** Most files have no errors: what it takes to explain them well is done only where there are some. */
    private <C extends ParserRuleContext> C quickly(Function<RunbookParser, C> rule) {
        try {
            return rule.apply(parser(new BailErrorStrategy()));
        } catch (ParseCancellationException someError) {
            return rule.apply(parser(new FirstError()));
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

    private void readPieces() {
        new PieceReader(parser(new FirstError()), messages, new FileBuilder(findings()), findings()).read();
    }

    private Findings findings() {
        return new Findings(positions, tokens, report);
    }

    private RunbookParser parser(ANTLRErrorStrategy strategy) {
        var parser = new RunbookParser(new CommonTokenStream(new ListTokenSource(tokens.list())));
        parser.removeErrorListeners();
        parser.setErrorHandler(strategy);
        return parser;
    }

    private <T> Parsed<T> result(Optional<T> tree) {
        return new Parsed<>(tree.filter(whole -> !report.hasErrors()), report.sorted());
    }
}
