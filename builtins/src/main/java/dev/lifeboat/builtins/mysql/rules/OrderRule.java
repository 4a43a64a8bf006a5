package dev.lifeboat.builtins.mysql.rules;

import dev.lifeboat.grammar.Diagnostic;
import dev.lifeboat.grammar.Span;
import dev.lifeboat.grammar.tree.Item;
import dev.lifeboat.interpreter.check.Draft;
import dev.lifeboat.interpreter.check.Findings;
import dev.lifeboat.interpreter.check.Rule;
import dev.lifeboat.interpreter.check.paths.Arrival;
import dev.lifeboat.interpreter.check.paths.Event;
import dev.lifeboat.interpreter.check.paths.Event.Called;
import dev.lifeboat.interpreter.check.paths.Paths;
import dev.lifeboat.interpreter.check.paths.Turn;
import java.util.HashSet;
import java.util.Set;

/**
 * What must have happened, or must not, on every path that leads to a call. One such path tells it once for each call.
 *
 * @param <S> what of a path the rule remembers
 */
abstract class OrderRule<S> implements Rule {
    private final Set<String> words;

    /** @param words the calls that the rule is about */
    OrderRule(String... words) {
        this.words = Set.of(words);
    }

    /** Before anything has happened. */
    abstract S start();

    abstract S after(S state, Event event);

    /** Whether the call may come now. */
    abstract boolean isFine(S state, Called call);

    /** What is wrong where it may not. */
    abstract Diagnostic found(Arrival<S> arrival);

    @Override
    public final void check(Draft draft, Findings findings) {
        if (words.stream().noneMatch(draft::isCalled)) {
            return;
        }
        Set<Span> told = new HashSet<>();
        for (Arrival<S> arrival : Paths.of(draft, start(), this::after)) {
            Called call = arrival.at();
            if (words.contains(call.signature().word()) && !isFine(arrival.state(), call) && told.add(call.span())) {
                findings.add(how(found(arrival), call));
            }
        }
    }

    private static Diagnostic how(Diagnostic diagnostic, Called call) {
        Diagnostic told = diagnostic;
        for (Item.Perform perform : call.performed()) {
            told = told.label(perform.procedure().span(), "performed here");
        }
        return told;
    }

    /** Shows where a path leaves out what is missing. */
    static Diagnostic missing(Diagnostic diagnostic, Arrival<?> arrival, Set<String> words) {
        Diagnostic told = diagnostic;
        for (Turn turn : arrival.without(words)) {
            told = told.label(turn.span(), turn.why());
        }
        return told;
    }
}
