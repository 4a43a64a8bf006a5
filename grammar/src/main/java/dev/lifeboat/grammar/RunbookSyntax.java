package dev.lifeboat.grammar;

import dev.lifeboat.grammar.Source.Unreadable;
import dev.lifeboat.grammar.parser.Characters;
import dev.lifeboat.grammar.parser.Reading;
import dev.lifeboat.grammar.tree.Expression;
import dev.lifeboat.grammar.tree.SourceFile;
import dev.lifeboat.grammar.tree.Statement;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads the language: from a source to its tree, and to what is wrong with it. Whatever is read, nothing is thrown. */
public final class RunbookSyntax {

    private static final int MOST_ILLEGIBLE = 100;

    private RunbookSyntax() {}

    /** Reads a file: a runbook or a library. */
    public static Parsed<SourceFile> parse(Source source) {
        return read(source, Reading::file);
    }

    /** Reads an expression that stands alone, as at a prompt. */
    public static Parsed<Expression> parseExpression(Source source) {
        return read(source, Reading::expression);
    }

    /** Reads a statement that stands alone, as {@link #parseExpression} reads an expression. */
    public static Parsed<Statement> parseStatement(Source source) {
        return read(source, Reading::statement);
    }

    /**
     * Whether all that is wrong is that the text ends too early, so that more lines may make it whole: a bracket is open,
     * a value is missing, a text block has no end.
     */
    public static boolean wantsMore(Parsed<?> parsed) {
        return !parsed.diagnostics().isEmpty() && parsed.diagnostics().stream().allMatch(RunbookSyntax::endsEarly);
    }

    private static boolean endsEarly(Diagnostic diagnostic) {
        return diagnostic.code() == SyntaxCode.ENDS_EARLY
                || diagnostic.code() == SyntaxCode.UNCLOSED_TEXT && diagnostic.span().text().equals("\"\"\"");
    }

    /**
     * What makes a file unfit to be read, in whatever language it is written: it is no text, or too large, or holds
     * characters that don't show themselves.
     */
    public static List<Diagnostic> illegible(Source source) {
        return source.unreadable().map(why -> List.of(diagnostic(source, why)))
                .orElseGet(() -> Characters.hidden(source).limit(MOST_ILLEGIBLE).toList());
    }

    private static <T> Parsed<T> read(Source source, Function<Source, Parsed<T>> reading) {
        return source.unreadable().map(why -> RunbookSyntax.<T>refuse(source, why))
                .orElseGet(() -> reading.apply(source));
    }

    private static <T> Parsed<T> refuse(Source source, Unreadable why) {
        return new Parsed<>(Optional.empty(), List.of(diagnostic(source, why)));
    }

    private static Diagnostic diagnostic(Source source, Unreadable why) {
        return switch (why) {
            case Unreadable.TooLarge(var bytes) -> Diagnostic.error(SyntaxCode.TOO_LARGE,
                    "The file has " + bytes + " bytes, more than " + Source.LIMIT_BYTES + " (10 MiB).",
                    source.span(0, 0));
            case Unreadable.NotText(var index) -> Diagnostic
                    .error(SyntaxCode.NOT_TEXT, "The file is no text in UTF-8.", source.span(index, index))
                    .hint("Save it as a text, with the encoding UTF-8.");
        };
    }
}
