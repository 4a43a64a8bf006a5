package dev.lifeboat.builtins.mysql.rules;

import dev.lifeboat.grammar.Diagnostic;
import dev.lifeboat.grammar.tree.Item;
import dev.lifeboat.interpreter.check.Draft;
import dev.lifeboat.interpreter.check.Findings;
import dev.lifeboat.interpreter.check.Rule;
import dev.lifeboat.interpreter.check.paths.Arrival;
import dev.lifeboat.interpreter.check.paths.Event;
import dev.lifeboat.interpreter.check.paths.Event.Called;
import dev.lifeboat.interpreter.check.paths.Paths;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * All orders of calls, followed on all paths at once. For each call and order the first path that is found to be wrong
 * tells it.
 */
final class OrdersAreKept implements Rule {
    private static final List<Order<?>> ALL = List.of(new PromotionsAreDrained(), new PromotionsAreGuarded(),
            new ElectionsFollowDrains(), new PromotionsAreFencedApart(), new DetachComesLast(),
            new RestoresAreVerified(), new TimelinesKeepApart());

    /** An order, and what it remembers of a path. */
    private record Followed<S>(Order<S> order, S state) {
        static <S> Followed<S> begun(Order<S> order) {
            return new Followed<>(order, order.start());
        }

        Followed<S> after(Event event) {
            S next = order.after(state, event);
            return next.equals(state) ? this : new Followed<>(order, next);
        }

        Optional<Diagnostic> objection(Arrival<?> arrival) {
            Called call = arrival.at();
            return order.isAbout(call) && !order.isFine(state, call)
                    ? Optional.of(order.found(new Arrival<>(call, state, arrival.trail())))
                    : Optional.empty();
        }
    }

    @Override
    public void check(Draft draft, Findings findings) {
        List<Followed<?>> start = ALL.stream().filter(order -> order.concerns(draft))
                .<Followed<?>>map(Followed::begun).toList();
        if (!start.isEmpty()) {
            Set<Object> told = new HashSet<>();
            for (Arrival<List<Followed<?>>> arrival : Paths.of(draft, start, OrdersAreKept::after)) {
                arrival.state().forEach(followed -> followed.objection(arrival)
                        .filter(found -> told.add(List.of(found.code(), found.span())))
                        .ifPresent(found -> findings.add(how(found, arrival.at()))));
            }
        }
    }

    private static List<Followed<?>> after(List<Followed<?>> followed, Event event) {
        List<Followed<?>> next = followed.stream().<Followed<?>>map(one -> one.after(event)).toList();
        return next.equals(followed) ? followed : next;
    }

    private static Diagnostic how(Diagnostic diagnostic, Called call) {
        Diagnostic told = diagnostic;
        for (Item.Perform perform : call.performed()) {
            told = told.label(perform.procedure().span(), "performed here");
        }
        return told;
    }
}
