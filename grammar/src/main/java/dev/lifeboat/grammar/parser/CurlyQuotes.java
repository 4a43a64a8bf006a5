package dev.lifeboat.grammar.parser;

import dev.lifeboat.grammar.Diagnostic;
import dev.lifeboat.grammar.Fix;
import dev.lifeboat.grammar.Fix.Edit;
import java.util.List;
import java.util.regex.Pattern;

/** A text between the quotes that word processors make. */
final class CurlyQuotes {

    /** A whole text on one line in which nothing would mean something else in straight quotes. */
    private static final Pattern TEXT = Pattern.compile("[“”„«»]([^“”„«»\"\\\\$\r\n]*)[“”„«»]");

    private CurlyQuotes() {}

    /** With both quotes made straight, where it is clear what the text is. */
    static Diagnostic straightened(Diagnostic diagnostic) {
        var source = diagnostic.span().source();
        var text = TEXT.matcher(source.text()).region(diagnostic.span().start(), source.text().length());
        return text.lookingAt()
                ? diagnostic.fix(new Fix("Put the text in straight quotes.", true,
                        List.of(new Edit(diagnostic.span(), "\""),
                                new Edit(source.span(text.end() - 1, text.end()), "\""))))
                : diagnostic;
    }
}
