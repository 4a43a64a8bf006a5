package dev.lifeboat.interpreter.check.paths;

import dev.lifeboat.grammar.tree.Item;
import dev.lifeboat.grammar.tree.Node;
import dev.lifeboat.grammar.tree.StepClauses;
import dev.lifeboat.interpreter.check.Draft;
import dev.lifeboat.interpreter.check.TreeWalk;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;

/** What is asked of a runbook's paths, and what has been found so far. */
final class Inquiry<S> {

    private final Draft draft;
    private final Tracked tracked;
    private final BiFunction<S, Event, S> story;
    private final List<Arrival<S>> arrivals = new ArrayList<>();
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

    Ways<S> happens(Event event, Ways<S> ways) {
        if (event instanceof Event.Called called) {
            ways.forEach(way -> arrive(called, way));
        }
        return ways.map(way -> way.in(story.apply(way.state(), event)));
    }

    private void arrive(Event.Called called, Way<S> way) {
        if (seen.computeIfAbsent(called.call(), call -> new HashSet<>()).add(way.state())) {
            arrivals.add(new Arrival<>(called, way.state(), way.turns()));
        }
    }

    /** The builtins that are called in a part of the runbook and in what it performs, and whether somebody is asked. */
    Set<String> words(Node part) {
        return words.computeIfAbsent(part, unread -> {
            var found = new HashSet<String>();
            add(unread, found, new HashSet<>());
            return found;
        });
    }

    private void add(Node part, Set<String> found, Set<String> procedures) {
        draft.calls(part).forEach(called -> found.add(called.signature().word()));
        TreeWalk.within(part, StepClauses.Approval.class).forEach(approval -> found.add(Turn.APPROVAL));
        TreeWalk.within(part, Item.Perform.class).flatMap(perform -> draft.procedure(perform).stream())
                .map(resolved -> resolved.procedure())
                .filter(procedure -> procedures.add(procedure.name().text()))
                .forEach(procedure -> procedure.items().forEach(item -> add(item, found, procedures)));
    }
}
