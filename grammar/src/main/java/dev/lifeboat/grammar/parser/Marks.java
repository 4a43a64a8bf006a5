package dev.lifeboat.grammar.parser;

import dev.lifeboat.grammar.Diagnostic;
import dev.lifeboat.grammar.Fix;
import dev.lifeboat.grammar.Fix.Edit;
import dev.lifeboat.grammar.Span;
import dev.lifeboat.grammar.SyntaxCode;

/** Marks of other languages that mean nothing here, and are passed over. */
final class Marks {

    private Marks() {}

    static Diagnostic comment(Span comment) {
        var mark = comment.text().substring(0, 2);
        var diagnostic = Diagnostic.error(SyntaxCode.HABIT, "`" + mark + "` begins no comment.", comment)
                .hint("A comment begins with `#` and goes to the end of the line.");
        var edit = new Edit(comment.source().span(comment.start(), comment.start() + 2), "#");
        return comment.line() != comment.endLine() || mark.equals("/*")
                ? diagnostic
                : diagnostic.fix(new Fix("Begin the comment with `#`.", isComment(comment, mark), edit));
    }

    /** `a--b` is arithmetic elsewhere, and `a // b` a division: behind something else they may not be comments. */
    private static boolean isComment(Span comment, String mark) {
        var before = before(comment);
        return before.isBlank()
                || mark.equals("--") && before.endsWith(" ") && comment.text().matches("--(\\s.*)?");
    }

    private static String before(Span span) {
        return span.source().text().substring(span.source().lineStart(span.line()), span.start());
    }

    /** @param betweenStatements whether it stands in no bracket, where it would have been meant as a comma */
    static Diagnostic semicolon(Span mark, boolean betweenStatements) {
        var rest = mark.source().lineText(mark.line())
                .substring(mark.start() - mark.source().lineStart(mark.line()) + 1)
                .strip();
        var isLast = rest.isEmpty() || rest.startsWith("#");
        return Diagnostic.error(SyntaxCode.HABIT, "Found `;`, which ends nothing here.", mark)
                .hint("The end of the line ends a statement.")
                .fix(new Fix("Leave out the `;`.", isLast && betweenStatements, new Edit(mark, "")));
    }
}
