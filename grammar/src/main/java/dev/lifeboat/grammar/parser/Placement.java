package dev.lifeboat.grammar.parser;

import dev.lifeboat.grammar.Span;
import dev.lifeboat.grammar.SyntaxCode;
import dev.lifeboat.grammar.tree.Declaration;
import dev.lifeboat.grammar.tree.Node;

/** What belongs into a runbook and what into a library. */
final class Placement {

    private Placement() {}

    static void inRunbook(Declaration declaration, boolean isBehindPhase, Findings findings) {
        switch (declaration) {
            case Declaration.Procedure procedure -> misplaced(findings, procedure.name().span(),
                    "A procedure stands in a library, not in a runbook.");
            case Declaration.Escalation escalation -> escalation.name().ifPresent(name -> misplaced(findings,
                    name.span(), "The runbook's own escalation has no name: a library's has."));
            case Declaration.EscalationUse use -> {
            }
            case Declaration.Use use -> {
            }
            case Declaration.Param param -> {
            }
            case Declaration.Updates updates -> {
            }
            case Declaration.Template template -> {
            }
        }
        if (isBehindPhase) {
            misplaced(findings, firstWord(declaration), "Declarations stand before the first phase.");
        }
    }

    static void inLibrary(Node part, Findings findings) {
        switch (part) {
            case Declaration.Procedure procedure -> {
            }
            case Declaration.Template template -> {
            }
            case Declaration.Use use -> {
            }
            case Declaration.Escalation escalation when escalation.name().isPresent() -> {
            }
            case Declaration.Escalation escalation -> misplaced(findings, firstWord(part),
                    "The escalation of a library has a name: `escalation NAME { … }`.");
            default -> misplaced(findings, firstWord(part),
                    "A library holds templates, escalations and procedures, no `" + firstWord(part).text() + "`.");
        }
    }

    private static Span firstWord(Node node) {
        var end = node.span().start();
        var text = node.span().source().text();
        while (end < text.length() && Character.isLetter(text.charAt(end))) {
            end++;
        }
        return node.span().source().span(node.span().start(), end);
    }

    private static void misplaced(Findings findings, Span span, String message) {
        findings.error(SyntaxCode.MISPLACED, span, message);
    }
}
