package dev.lifeboat.grammar.parser;

import dev.lifeboat.grammar.Partial;
import dev.lifeboat.grammar.tree.SourceFile;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.BailErrorStrategy;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.misc.ParseCancellationException;

/** Finds out how much of a file with errors can be read nevertheless. */
record Rescue(Tokens tokens, SyntaxMessages messages, Report report) {

    /** Of a file whose errors are no larger than words, all is there: unless a text without its end swallowed a clause. */
    Optional<Partial<SourceFile>> of(SourceFile tree) {
        return tokens.list().stream().anyMatch(token -> token.getType() == RunbookLexer.UNCLOSED_TEXT)
                ? partial(pieces(new Report()), new Report())
                : Optional.of(new Partial<>(tree, leftOut().gaps(report.sorted())));
    }

    /** Of a file that can't be parsed as a whole. Reports what is wrong with it, the error itself if nothing else is. */
    Optional<Partial<SourceFile>> of(SyntaxError error) {
        var before = report.size();
        var remains = pieces(report);
        if (report.size() == before) {
            report.accept(messages.of(error));
        }
        return report.isFull() ? Optional.empty() : partial(remains, report);
    }

    private LeftOut leftOut() {
        return new LeftOut(tokens.list(), messages.positions());
    }

    private Remains pieces(Report found) {
        var remains = new Remains(tokens.list(), leftOut());
        new PieceReader(Reading.parser(tokens.list(), new FirstError()), messages, remains, found).read();
        return remains;
    }

    private Optional<Partial<SourceFile>> partial(Remains remains, Report found) {
        return remains.file().flatMap(file -> build(file, found))
                .map(tree -> new Partial<>(tree, remains.leftOut().gaps(report.sorted())));
    }

    private Optional<SourceFile> build(List<CommonToken> file, Report found) {
        var findings = new Findings(messages.positions(), new Tokens(file, tokens.comments()), found);
        try {
            var context = Reading.parser(file, new BailErrorStrategy()).sourceFile();
            return Optional.of(new FileBuilder(findings).file(context));
        } catch (ParseCancellationException unclear) {
            return Optional.empty();
        }
    }
}
