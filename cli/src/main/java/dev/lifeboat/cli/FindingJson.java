package dev.lifeboat.cli;

import dev.lifeboat.grammar.Diagnostic;
import dev.lifeboat.grammar.Fix;
import dev.lifeboat.grammar.Span;
import java.util.List;
import java.util.Optional;

/** A finding for machines: its components are the keys. Lines and columns count from 1; the end is behind the last character. */
record FindingJson(String severity, String code, String file, int line, int column, int endLine, int endColumn,
        String message, List<String> notes, Optional<String> hint, List<Named> values, List<Labelled> labels,
        List<Fixed> fixes) {

    record Named(String name, String value) {}

    record Labelled(String file, int line, int column, int endLine, int endColumn, String text) {
        static Labelled of(Diagnostic.Label label) {
            Span at = label.span();
            return new Labelled(at.source().name(), at.line(), at.column(), lineBehind(at), columnBehind(at),
                    label.text());
        }
    }

    /** @param safe whether `--fix` makes it */
    record Fixed(String title, boolean safe, List<Edited> edits) {
        static Fixed of(Fix fix) {
            return new Fixed(fix.title(), fix.safe(), fix.edits().stream().map(Edited::of).toList());
        }
    }

    /** In the finding's file: what stands there becomes the text. */
    record Edited(int line, int column, int endLine, int endColumn, String text) {
        static Edited of(Fix.Edit edit) {
            Span at = edit.span();
            return new Edited(at.line(), at.column(), lineBehind(at), columnBehind(at), edit.text());
        }
    }

    static FindingJson of(Diagnostic finding) {
        Span at = finding.span();
        return new FindingJson(finding.severity().word(), finding.code().id(), at.source().name(), at.line(),
                at.column(),
                lineBehind(at), columnBehind(at), finding.message(), finding.notes(), finding.hint(),
                finding.values().stream().map(value -> new Named(value.name(), value.text())).toList(),
                finding.labels().stream().map(Labelled::of).toList(), finding.fixes().stream().map(Fixed::of).toList());
    }

    private static int lineBehind(Span at) {
        return at.source().lineAt(at.end());
    }

    private static int columnBehind(Span at) {
        return at.source().columnAt(at.end());
    }
}
