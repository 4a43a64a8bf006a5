package dev.lifeboat.grammar.parser;

import dev.lifeboat.grammar.Diagnostic;
import dev.lifeboat.grammar.Span;
import dev.lifeboat.grammar.SyntaxCode;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.antlr.v4.runtime.ParserRuleContext;

/** Clauses that may be there once each. */
final class Once {

    private final Findings findings;
    private final Map<String, Span> seen = new TreeMap<>();

    Once(Findings findings) {
        this.findings = findings;
    }

    /** The value, if it is the first of its kind; a second one is reported. */
    <T> Optional<T> set(Optional<T> before, String clause, ParserRuleContext context, T value) {
        var span = findings.span(context);
        var first = seen.putIfAbsent(clause, span);
        if (first == null) {
            return Optional.of(value);
        }
        findings.add(Diagnostic.error(SyntaxCode.TWICE, "`" + clause + "` is there twice.", span).label(first,
                "here first"));
        return before;
    }
}
