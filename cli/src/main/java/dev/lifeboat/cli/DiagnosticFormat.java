package dev.lifeboat.cli;

import dev.lifeboat.cli.console.Style;
import dev.lifeboat.grammar.Diagnostic;
import dev.lifeboat.grammar.Diagnostics;
import dev.lifeboat.interpreter.journal.RecordJson;
import java.util.List;

/** How findings are said; the names are what a person types. */
enum DiagnosticFormat {
    text, json, github;

    /** Text goes to standard error, where it stands beside a run; JSON and GitHub's annotations are results and go to standard output. */
    void print(List<Diagnostic> findings, Output output) {
        switch (this) {
            case text -> findings.forEach(finding -> output.err()
                    .println(Diagnostics.render(finding, output.errStyle() == Style.COLOURED)));
            case json -> output.out().println(json(asJson(findings)));
            case github -> findings.forEach(finding -> output.out().println(new Annotation(finding)));
        }
        output.err().flush();
        output.out().flush();
    }

    static List<FindingJson> asJson(List<Diagnostic> findings) {
        return findings.stream().map(FindingJson::of).toList();
    }

    static String json(Object result) {
        return RecordJson.builder().build().writeValueAsString(result);
    }
}
