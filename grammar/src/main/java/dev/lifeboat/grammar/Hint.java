package dev.lifeboat.grammar;

import dev.lifeboat.grammar.Fix.Edit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What to do about a finding.
 *
 * @param text         a full sentence
 * @param replacements what to write there instead, as far as that follows
 */
public record Hint(String text, List<Replacement> replacements) {

    /** @param found what goes: the words at fault, or a part of them */
    public record Replacement(String found, String right, boolean safe) {

        /** Nothing where the words at fault do not have what goes exactly once, or where nothing is left of it. */
        Optional<Fix> at(Span fault) {
            var words = fault.text();
            var index = words.indexOf(found);
            return right.isEmpty() || index < 0 || words.indexOf(found, index + 1) >= 0
                    ? Optional.empty()
                    : Optional.of(fix(fault.source().span(fault.start() + index,
                            fault.start() + index + found.length())));
        }

        private Fix fix(Span span) {
            return new Fix("Write `" + right + "` instead of `" + found + "`.", safe,
                    List.of(new Edit(span, apart(span, right))));
        }

        /** With blanks where it would run into the words beside it: `a&&b` becomes `a and b`. */
        private static String apart(Span span, String text) {
            var all = span.source().text();
            var before = span.start() > 0 && isWord(all.charAt(span.start() - 1)) && isWord(text.charAt(0));
            var after = span.end() < all.length() && isWord(text.charAt(text.length() - 1))
                    && isWord(all.charAt(span.end()));
            return (before ? " " : "") + text + (after ? " " : "");
        }

        private static boolean isWord(char character) {
            return Character.isLetterOrDigit(character) || character == '_';
        }
    }

    public Hint {
        replacements = List.copyOf(replacements);
    }

    /** A hint from which no edit follows. */
    public static Hint of(String text) {
        return new Hint(text, List.of());
    }

    /** What was meant beyond doubt. */
    public static Hint write(String found, String right) {
        return of("Write `" + right + "`.").safely(found, right);
    }

    /** It may be made without asking. */
    public Hint safely(String found, String right) {
        return with(new Replacement(found, right, true));
    }

    /** It may be what was meant: somebody has to choose it. */
    public Hint perhaps(String found, String right) {
        return with(new Replacement(found, right, false));
    }

    /** The same, of which nothing is done without asking unless it holds. */
    public Hint safeIf(boolean condition) {
        return condition
                ? this
                : new Hint(text, replacements.stream()
                        .map(replacement -> new Replacement(replacement.found(), replacement.right(), false)).toList());
    }

    private Hint with(Replacement replacement) {
        var more = new ArrayList<>(replacements);
        more.add(replacement);
        return new Hint(text, more);
    }
}
