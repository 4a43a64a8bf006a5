package dev.lifeboat.cli;

import dev.lifeboat.grammar.Diagnostic;
import dev.lifeboat.grammar.Diagnostics;
import dev.lifeboat.interpreter.journal.RecordJson;
import java.util.List;
import java.util.Optional;

/** How findings are said; the names are what a person types. */
enum DiagnosticFormat {
    text, json, github;

    /** Text goes to standard error, where it stands beside a run; JSON and GitHub's annotations are results and go to standard output. */
    void print(List<Diagnostic> findings, Output output) {
        switch (this) {
            case text -> findings.forEach(finding -> output.err().println(
                    Diagnostics.render(finding, output.errStyle() == dev.lifeboat.cli.console.Style.COLOURED)));
            case json -> output.out().println(
                    RecordJson.builder().build().writeValueAsString(findings.stream().map(Found::of).toList()));
            case github -> findings.forEach(finding -> output.out().println(annotation(finding)));
        }
        output.err().flush();
        output.out().flush();
    }

    /** Lines and columns count from 1; the end is behind the last character. */
    record Found(String severity, String code, String file, int line, int column, int endLine, int endColumn,
            String message, List<String> notes, Optional<String> hint) {
        static Found of(Diagnostic finding) {
            var source = finding.span().source();
            return new Found(finding.severity().word(), finding.code().id(), source.name(), finding.span().line(),
                    finding.span().column(),
                    source.lineAt(finding.span().end()), source.columnAt(finding.span().end()), finding.message(),
                    finding.notes(), finding.hint());
        }
    }

    /** GitHub's workflow command; what it needs escaped is escaped. */
    private static String annotation(Diagnostic finding) {
        return "::" + finding.severity().word() + " file=" + escaped(finding.span().source().name()) + ",line="
                + finding.span().line() + ",col=" + finding.span().column()
                + ",title=" + finding.code().id() + "::"
                + escaped(finding.message() + finding.hint().map(hint -> " " + hint).orElse(""));
    }

    private static String escaped(String text) {
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A").replace(":", "%3A").replace(",",
                "%2C");
    }
}
