package dev.lifeboat.cli;

import dev.lifeboat.grammar.Diagnostic;
import dev.lifeboat.grammar.Span;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A finding as a workflow command of GitHub, which shows it beside the line in a pull request. */
record Annotation(Diagnostic finding) {

    /** In a property, a colon and a comma would end it; in the message they may stand. */
    @Override
    public String toString() {
        return "::" + finding.severity().word() + " "
                + Stream.concat(place().stream(), Stream.of("title=" + property(finding.code().id())))
                        .collect(Collectors.joining(","))
                + "::" + message(text());
    }

    /** Columns are refused where the words go over several lines. */
    private List<String> place() {
        Span at = finding.span();
        List<String> lines = List.of("file=" + property(at.source().name()), "line=" + at.line(),
                "endLine=" + at.endLine());
        return at.line() != at.endLine()
                ? lines
                : Stream.concat(lines.stream(), Stream.of("col=" + at.column(),
                        "endColumn=" + Math.max(at.column(), at.source().columnAt(at.end())))).toList();
    }

    private String text() {
        Stream<String> values = finding.values().stream().map(value -> "`" + value.name() + "` is " + value.text());
        return Stream.of(Stream.of(finding.message()), values, finding.notes().stream(),
                finding.labels().stream().map(label -> label.span() + ": " + label.text()),
                finding.hint().stream()).flatMap(lines -> lines).collect(Collectors.joining("\n"));
    }

    private static String property(String text) {
        return message(text).replace(":", "%3A").replace(",", "%2C");
    }

    private static String message(String text) {
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }
}
