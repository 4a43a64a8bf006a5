package dev.lifeboat.interpreter.check.paths;

import dev.lifeboat.interpreter.check.Draft;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * Follows all paths through a runbook at once, with a state that a rule carries along: what holds in each state in which
 * a call can be reached holds on every path that leads to it.
 *
 * <p>A path begins with the first phase and goes into the procedures that it performs; a procedure that nobody performs
 * has none. What is taken for granted:
 * <ul>
 * <li>A step that breaks off may have done any part of its work, also the call at which it broke off. Only what its
 * {@code on failure} goes on with by {@code continue} leads further. What a person decides at a pause is that person's,
 * and a rollback leads nowhere.
 * <li>Another attempt is the same work again, and adds nothing.
 * <li>Of a {@code parallel}, each branch may come before and after each other one.
 * <li>A loop may have no rounds, unless its list is written out or it says {@code at least}; then one round has
 * succeeded.
 * <li>Conditions hang together as far as they ask how steps have ended, or ask the same thing twice in the same words,
 * see {@code Tracked}. Others may go either way each time.
 * <li>{@code undo} is entered wherever its step may have broken off, and leads nowhere.
 * </ul>
 */
public final class Paths {

    private Paths() {}

    /**
     * Where a part of the file could not be read or resolved, nothing can be said about its paths.
     *
     * @param start what a rule remembers before the first step; states are told apart by {@code equals}, and there must
     *              be few
     * @param story what it remembers after an event
     * @return each call in each state that it can be reached in, in the order in which they are found
     */
    public static <S> List<Arrival<S>> of(Draft draft, S start, BiFunction<S, Event, S> story) {
        if (!draft.gaps().isNone() || draft.runbook().isEmpty()) {
            return List.of();
        }
        var inquiry = new Inquiry<>(draft, story);
        var items = new Items<>(inquiry, Stage.runbook(draft), Optional.empty(), false);
        var ways = Ways.of(inquiry.theOne(start));
        for (var phase : draft.runbook().get().phases()) {
            ways = items.phase(phase, ways);
        }
        return inquiry.arrivals();
    }
}
