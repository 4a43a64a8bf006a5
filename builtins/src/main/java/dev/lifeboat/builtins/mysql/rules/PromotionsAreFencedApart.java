package dev.lifeboat.builtins.mysql.rules;

import dev.lifeboat.grammar.Diagnostic;
import dev.lifeboat.grammar.Span;
import dev.lifeboat.interpreter.check.paths.Arrival;
import dev.lifeboat.interpreter.check.paths.Event;
import dev.lifeboat.interpreter.check.paths.Event.Called;
import java.util.Optional;

/** Whoever was promoted is fenced before another is. A {@code mysql.switchover} fences by itself, and promotes. */
final class PromotionsAreFencedApart extends Order<Optional<Span>> {
    PromotionsAreFencedApart() {
        super("mysql.promote");
    }

    @Override
    Optional<Span> start() {
        return Optional.empty();
    }

    @Override
    Optional<Span> after(Optional<Span> promoted, Event event) {
        return switch (event) {
            case Event.Approved approved -> promoted;
            case Called called when called.is("mysql.promote") || called.is("mysql.switchover") ->
                Optional.of(called.span());
            case Called called -> Readiness.FENCES.contains(called.signature().word()) ? Optional.empty() : promoted;
        };
    }

    @Override
    boolean isFine(Optional<Span> promoted, Called call) {
        return promoted.isEmpty();
    }

    @Override
    Diagnostic found(Arrival<Optional<Span>> arrival) {
        Span here = arrival.at().span();
        Span before = arrival.state().orElseThrow();
        Diagnostic found = Diagnostic.error(MySqlCode.PROMOTED_TWICE,
                before.equals(here)
                        ? "`mysql.promote` can be reached twice on one path without a fence between: two servers would take writes."
                        : "`mysql.promote` comes after another promotion without a fence between: two servers would take writes.",
                here);
        return missing(before.equals(here) ? found : found.label(before, "promoted here first"), arrival,
                Readiness.FENCES).hint("Call `mysql.fence` of the server that was promoted first.");
    }
}
