package dev.lifeboat.interpreter.check;

import dev.lifeboat.grammar.Diagnostic;
import dev.lifeboat.grammar.Gaps;

/**
 * Tells mistakes of their own from what is found only because something could not be read.
 *
 * @param lacksLibrary whether a library that the file uses has errors
 */
record Consequences(Gaps gaps, boolean lacksLibrary) {

    /** Of a text that has no gaps. */
    static final Consequences NONE = new Consequences(Gaps.NONE, false);

    boolean include(Diagnostic found) {
        return gaps.covers(found.span())
                || found.labels().stream().anyMatch(label -> gaps.covers(label.span()))
                || found.code() instanceof CheckCode code && include(code, found);
    }

    private boolean include(CheckCode code, Diagnostic found) {
        var words = found.span().text();
        return switch (code) {
            case UNKNOWN_NAME -> gaps.mayHoldValue(words);
            case UNKNOWN_FIELD -> gaps.mayHold(words);
            case NO_SUCH_OBJECTIVE -> gaps.mayHold(words) || gaps.mayHold("objective");
            case UNKNOWN_TEMPLATE, UNKNOWN_PROCEDURE, NO_SUCH_LADDER ->
                lacksLibrary || gaps.mayHoldDeclaration(words);
            case NO_SUCH_LIBRARY, HEADER -> gaps.touches(found.span());
            case SAME_SERVER -> gaps.misnested();
            case PHASE_BUDGET, RTO_BUDGET, OBJECTIVE_BUDGET, WORST_CASE, NEVER_REACHED, NEEDLESS -> !gaps.isNone();
            default -> false;
        };
    }
}
