package dev.lifeboat.builtins.yaml;

import dev.lifeboat.grammar.Diagnostic;
import dev.lifeboat.grammar.Diagnostic.Label;
import dev.lifeboat.grammar.Source;
import dev.lifeboat.grammar.Span;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What of a file may not be shown when its mistakes are drawn: a secret that stands where none may. */
final class HiddenText {
    private static final Pattern LOOKS_SECRET = Pattern.compile("(?:password|webhook)[\"']?\\s*:\\s*([^\\s{][^\\n]*)");
    private static final char COVER = '*';
    private final Source source;
    private final StringBuilder text;

    HiddenText(Source source) {
        this.source = source;
        this.text = new StringBuilder(source.text());
    }

    void add(int start, int end) {
        for (int i = start; i < end; i++) {
            if (text.charAt(i) != '\n') {
                text.setCharAt(i, COVER);
            }
        }
    }

    /** In a file that could not be read nobody can tell what is what. */
    void addWhatLooksSecret() {
        Matcher secret = LOOKS_SECRET.matcher(source.text());
        while (secret.find()) {
            add(secret.start(1), secret.end(1));
        }
    }

    /** The same, drawn without it. */
    List<Diagnostic> in(List<Diagnostic> problems) {
        if (text.toString().equals(source.text())) {
            return problems;
        }
        Source covered = Source.of(source.name(), text.toString());
        return problems.stream().map(problem -> in(problem, covered)).toList();
    }

    /** Without its fixes, which are for the true text. */
    private static Diagnostic in(Diagnostic problem, Source covered) {
        List<Label> labels = problem.labels().stream()
                .map(label -> new Label(in(label.span(), covered), label.text())).toList();
        return new Diagnostic(problem.severity(), problem.code(), problem.message(), in(problem.span(), covered),
                problem.notes(), problem.hint(), List.of(), labels, problem.values());
    }

    private static Span in(Span span, Source covered) {
        return covered.span(span.start(), span.end());
    }
}
