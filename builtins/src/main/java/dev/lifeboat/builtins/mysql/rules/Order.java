package dev.lifeboat.builtins.mysql.rules;

import dev.lifeboat.grammar.Diagnostic;
import dev.lifeboat.interpreter.check.Draft;
import dev.lifeboat.interpreter.check.paths.Arrival;
import dev.lifeboat.interpreter.check.paths.Event;
import dev.lifeboat.interpreter.check.paths.Event.Called;
import dev.lifeboat.interpreter.check.paths.Turn;
import java.util.Set;

/**
 * What must have happened, or must not, on every path that leads to a call.
 *
 * @param <S> what of a path it has to remember
 */
abstract class Order<S> {
    private final Set<String> words;

    /** @param words the calls that it is about */
    Order(String... words) {
        this.words = Set.of(words);
    }

    /** Whether there is anything in the file that it is about. */
    boolean concerns(Draft draft) {
        return words.stream().anyMatch(draft::isCalled);
    }

    final boolean isAbout(Called call) {
        return words.contains(call.signature().word());
    }

    /** Before anything has happened. */
    abstract S start();

    abstract S after(S state, Event event);

    /** Whether a call that it is about may come now. */
    abstract boolean isFine(S state, Called call);

    /** What is wrong where it may not. */
    abstract Diagnostic found(Arrival<S> arrival);

    /** Shows where a path leaves out what is missing. */
    static Diagnostic missing(Diagnostic diagnostic, Arrival<?> arrival, Set<String> words) {
        Diagnostic told = diagnostic;
        for (Turn turn : arrival.without(words)) {
            told = told.label(turn.span(), turn.why());
        }
        return told;
    }
}
