package dev.lifeboat.interpreter.check;

import dev.lifeboat.grammar.Code;
import dev.lifeboat.grammar.Diagnostic;
import dev.lifeboat.grammar.Hint;
import dev.lifeboat.grammar.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** Collects what is found. Every rule adds to it; nothing is ever taken back. What only follows from a gap is not kept. */
public final class Findings {

    private static final Comparator<Diagnostic> BY_POSITION = Comparator
            .comparing((Diagnostic found) -> found.span().source().name())
            .thenComparingInt(found -> found.span().start())
            .thenComparingInt(found -> found.span().end())
            .thenComparing(found -> found.code().id());

    private final List<Diagnostic> all;
    private final Consequences consequences;

    /** @param syntax what the parser has found */
    Findings(List<Diagnostic> syntax, Consequences consequences) {
        this.all = new ArrayList<>(syntax);
        this.consequences = consequences;
    }

    public void add(Diagnostic diagnostic) {
        if (!consequences.include(diagnostic)) {
            all.add(diagnostic);
        }
    }

    public void error(Code code, Span span, String message) {
        add(Diagnostic.error(code, message, span));
    }

    public void error(Code code, Span span, String message, String hint) {
        add(Diagnostic.error(code, message, span).hint(hint));
    }

    public void error(Code code, Span span, String message, Hint hint) {
        add(Diagnostic.error(code, message, span).hint(hint));
    }

    public void warning(Code code, Span span, String message, String hint) {
        add(Diagnostic.warning(code, message, span).hint(hint));
    }

    boolean hasErrors() {
        return all.stream().anyMatch(Diagnostic::isError);
    }

    /** Whether there are no errors but of these kinds. */
    boolean areOnlyOf(Set<? extends Code> codes) {
        return all.stream().filter(Diagnostic::isError).allMatch(error -> codes.contains(error.code()));
    }

    /** In the order of the text; of several files, one after the other. */
    List<Diagnostic> sorted() {
        return all.stream().distinct().sorted(BY_POSITION).toList();
    }
}
