package dev.lifeboat.grammar.parser;

import dev.lifeboat.grammar.Diagnostic;
import dev.lifeboat.grammar.Fix;
import dev.lifeboat.grammar.Fix.Edit;
import dev.lifeboat.grammar.Hint;
import dev.lifeboat.grammar.Source;
import dev.lifeboat.grammar.Span;
import dev.lifeboat.grammar.SyntaxCode;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Characters that have no place in a runbook, or none outside of texts. */
public final class Characters {

    private static final String TURNING = "\u061C\u200E\u200F\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069";
    private static final String HIDDEN = TURNING + "\u2028\u2029\u200B\u2060\uFEFF";

    private static final String STRAIGHT = "Texts stand in straight quotes: `\"…\"`.";
    private static final String MINUS = "The minus sign is `-`.";

    private Characters() {}

    /** Hidden characters are refused everywhere, also in texts and comments: a text must mean what it shows. */
    public static Stream<Diagnostic> hidden(Source source) {
        return IntStream.range(0, source.text().length()).filter(index -> isHidden(source.text(), index))
                .mapToObj(index -> hidden(source.span(index, index + 1)));
    }

    /**
     * Control characters other than tab and line ends, marks that change the direction of what is shown, line ends that
     * are none here, and blanks without width.
     */
    public static boolean isHidden(String text, int index) {
        var character = text.charAt(index);
        if (character < ' ') {
            return character == '\r' ? !text.startsWith("\n", index + 1) : character != '\n' && character != '\t';
        }
        return character >= 0x7F && (character <= 0x9F || HIDDEN.indexOf(character) >= 0);
    }

    private static Diagnostic hidden(Span span) {
        var character = span.text().codePointAt(0);
        return Diagnostic.error(SyntaxCode.HIDDEN_CHARACTER,
                "Found " + describe(character) + ", a character that doesn't show itself.", span)
                .hint("Delete it: what a runbook shows must be what it does.")
                .fix(new Fix("Delete the hidden character.", false, new Edit(span, "")));
    }

    static Diagnostic unknown(String found, Span span) {
        var character = found.codePointAt(0);
        var diagnostic = Diagnostic.error(SyntaxCode.CHARACTER, "Found " + describe(character)
                + ", a character that has no meaning outside of texts and comments.", span);
        return switch (character) {
            case '“', '”', '„', '«', '»' -> CurlyQuotes.straightened(diagnostic.hint(STRAIGHT));
            case '‘', '’', '\'', '`' -> diagnostic.hint(STRAIGHT);
            case '\u00A0', '\u202F', '\u2009' -> diagnostic.hint("This looks like a blank and is none: type a blank.")
                    .fix(new Fix("Replace it by a blank.", true, new Edit(span, " ")));
            case '–', '—' -> diagnostic.hint(Hint.of(MINUS).perhaps(found, "-"));
            case '−' -> diagnostic.hint(Hint.of(MINUS).safely(found, "-"));
            case '%' -> diagnostic.hint("A percentage is written `95%`, without a blank.");
            default -> Character.isLetter(character)
                    ? diagnostic.hint("Names have the letters `a` to `z`, digits and `_`.")
                    : diagnostic;
        };
    }

    private static String describe(int character) {
        var code = "U+%04X".formatted(character);
        var shows = !Character.isISOControl(character) && !Character.isWhitespace(character)
                && Character.getType(character) != Character.FORMAT && !Character.isSpaceChar(character);
        return shows ? "`" + Character.toString(character) + "` (" + code + ")" : code;
    }
}
