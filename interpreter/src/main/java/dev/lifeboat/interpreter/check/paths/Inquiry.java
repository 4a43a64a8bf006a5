package dev.lifeboat.interpreter.check.paths;

import dev.lifeboat.grammar.tree.Expression.BuiltinCall;
import dev.lifeboat.grammar.tree.Item;
import dev.lifeboat.grammar.tree.Node;
import dev.lifeboat.grammar.tree.StepClauses;
import dev.lifeboat.interpreter.check.Draft;
import dev.lifeboat.interpreter.check.TreeWalk;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/** What is asked of a runbook's paths, and what has been found so far. */
final class Inquiry<S> {

    private final Draft draft;
    private final Tracked tracked;
    private final BiFunction<S, Event, S> story;
    private final List<Arrival<S>> arrivals = new ArrayList<>();
    private final Map<S, S> states = new HashMap<>();
    private final Map<Node, Set<S>> seen = new IdentityHashMap<>();
    private final Map<Node, Set<String>> words = new IdentityHashMap<>();
    private boolean unclear;

    Inquiry(Draft draft, BiFunction<S, Event, S> story) {
        this.draft = draft;
        this.tracked = new Tracked(draft);
        this.story = story;
    }

    Draft draft() {
        return draft;
    }

    Tracked tracked() {
        return tracked;
    }

    /** Each call with each state that it can be reached in; nothing where a part of the paths could not be told. */
    List<Arrival<S>> arrivals() {
        return unclear ? List.of() : arrivals;
    }

    /** Something that could not be resolved, which has been reported, may be just what a rule looks for. */
    void unclear() {
        unclear = true;
    }

    /** The one object that stands for all that are equal to it: ways are told apart by it, many times. */
    S theOne(S state) {
        return states.computeIfAbsent(state, first -> first);
    }

    Ways<S> happens(Event event, Ways<S> ways) {
        if (event instanceof Event.Called called) {
            ways.forEach(way -> arrive(called, way));
        }
        return ways.map(way -> way.in(after(way.state(), event)));
    }

    private S after(S state, Event event) {
        var next = story.apply(state, event);
        return next == state ? state : theOne(next);
    }

    private void arrive(Event.Called called, Way<S> way) {
        if (seen.computeIfAbsent(called.call(), call -> Collections.newSetFromMap(new IdentityHashMap<>()))
                .add(way.state())) {
            arrivals.add(new Arrival<>(called, way.state(), way.trail()));
        }
    }

    /** The builtins that are called in a part of the runbook and in what it performs, and whether somebody is asked. */
    Set<String> words(Node part) {
        var known = words.get(part);
        if (known == null) {
            // A procedure that performs itself adds nothing inside itself.
            words.put(part, Set.of());
            known = Set.copyOf(read(part));
            words.put(part, known);
        }
        return known;
    }

    private Set<String> read(Node part) {
        var found = new HashSet<>(own(part));
        TreeWalk.children(part).forEach(child -> found.addAll(words(child)));
        return found;
    }

    private Set<String> own(Node part) {
        return switch (part) {
            case BuiltinCall call ->
                draft.call(call).map(resolved -> Set.of(resolved.signature().word())).orElse(Set.of());
            case StepClauses.Approval approval -> Set.of(Turn.APPROVAL);
            case Item.Perform perform -> draft.procedure(perform).map(resolved -> resolved.procedure().items().stream()
                    .flatMap(item -> words(item).stream()).collect(Collectors.toSet())).orElse(Set.of());
            default -> Set.of();
        };
    }
}
