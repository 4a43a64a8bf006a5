package dev.lifeboat.grammar;

import dev.lifeboat.grammar.Fix.Edit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A text with fixes made in it.
 *
 * @param made those that were; one that touches what an earlier one has changed has to wait until the text is looked at
 *             anew
 */
public record Patch(String text, List<Fix> made) {

    private static final Comparator<Edit> BY_PLACE = Comparator.comparingInt((Edit edit) -> edit.span().start());

    public Patch {
        made = List.copyOf(made);
    }

    /** @param fixes of this source alone */
    public static Patch of(Source source, List<Fix> fixes) {
        var made = new ArrayList<Fix>();
        var edits = new ArrayList<Edit>();
        for (var fix : fixes) {
            if (fix.edits().stream().noneMatch(edit -> edits.stream().anyMatch(other -> touch(edit, other)))) {
                made.add(fix);
                edits.addAll(fix.edits());
            }
        }
        edits.sort(BY_PLACE);
        return new Patch(written(source.text(), edits), made);
    }

    /** Also where one ends and the other begins: nobody could tell what is meant to come first. */
    private static boolean touch(Edit one, Edit other) {
        return one.span().start() <= other.span().end() && other.span().start() <= one.span().end();
    }

    private static String written(String text, List<Edit> edits) {
        var written = new StringBuilder();
        var from = 0;
        for (var edit : edits) {
            written.append(text, from, edit.span().start()).append(edit.text());
            from = edit.span().end();
        }
        return written.append(text, from, text.length()).toString();
    }
}
