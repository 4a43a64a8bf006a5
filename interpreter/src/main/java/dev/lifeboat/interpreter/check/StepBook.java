package dev.lifeboat.interpreter.check;

import dev.lifeboat.grammar.Gaps;
import dev.lifeboat.grammar.tree.Item;
import dev.lifeboat.grammar.tree.Name;
import dev.lifeboat.interpreter.value.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/**
 * The steps of a runbook (or of a procedure) as values: which there are, which can have run at the place that is being
 * looked at, and what they hold.
 */
final class StepBook {

    /**
     * A step that can have run.
     *
     * @param ways    how a run can go on without the step having succeeded
     * @param implied what holds if it was not skipped
     */
    record Page(CheckedStep step, Set<String> ways, Facts implied) {

        Page alsoSkippedUnless(Facts condition) {
            var more = new LinkedHashSet<>(ways);
            more.add(Outcome.SKIPPED);
            return new Page(step, more, implied.and(condition));
        }

        private boolean certain(Facts facts) {
            return ways.stream().allMatch(way -> facts.not(step.name(), way));
        }
    }

    private final Gaps gaps;
    private final SequencedMap<String, Name> declared = new LinkedHashMap<>();
    private final SequencedMap<String, Page> pages = new LinkedHashMap<>();
    private final List<Item.ForEach> loops = new ArrayList<>();
    private final Set<String> missed = new LinkedHashSet<>();

    StepBook(Gaps gaps) {
        this.gaps = gaps;
    }

    /** @return where the name was first given, if it is taken */
    Optional<Name> declare(Name name) {
        return Optional.ofNullable(declared.putIfAbsent(name.text(), name));
    }

    boolean isStep(String name) {
        return declared.containsKey(name);
    }

    /** Whether it may be a step that could not be read. */
    boolean isLeftOut(String name) {
        return !isStep(name) && gaps.mayHoldValue(name);
    }

    Optional<Name> declared(String name) {
        return Optional.ofNullable(declared.get(name));
    }

    Collection<String> names() {
        return declared.sequencedKeySet();
    }

    Optional<Page> page(String name) {
        return Optional.ofNullable(pages.get(name));
    }

    /** Another step begins: what was used too early before is another mistake than what is used too early in it. */
    void beginStep() {
        missed.clear();
    }

    /** @return whether this is the first time in this step that the other one is used too early */
    boolean miss(String name) {
        return missed.add(name);
    }

    void open(Page page) {
        pages.put(page.step().name(), page);
    }

    void close(String name) {
        pages.remove(name);
    }

    /** How many steps can have run, as it is now; see {@link #since}. */
    int mark() {
        return pages.size();
    }

    /** The steps that can have run now and could not at the mark. What was there then is there still. */
    List<Page> since(int mark) {
        return pages.sequencedValues().reversed().stream().limit(pages.size() - mark).toList().reversed();
    }

    Facts implied(String name) {
        return page(name).map(Page::implied).orElse(Facts.NONE);
    }

    void enter(Item.ForEach loop) {
        loops.addLast(loop);
    }

    void leave() {
        loops.removeLast();
    }

    /** The loops around the place that is being looked at, outermost first. */
    List<Item.ForEach> loops() {
        return List.copyOf(loops);
    }

    int shared(CheckedStep step) {
        var shared = 0;
        while (shared < Math.min(loops.size(), step.loops().size()) && loops.get(shared) == step.loops().get(shared)) {
            shared++;
        }
        return shared;
    }

    /** What a reference to the step evaluates to where the facts hold. */
    Type type(Page page, Facts facts) {
        var step = page.step();
        var outer = step.loops().size() - shared(step);
        var certain = outer == 0
                ? page.certain(facts)
                : page.ways().isEmpty() && step.loops().stream().noneMatch(loop -> loop.atLeast().isPresent());
        Type type = certain ? step.type() : uncertain(step.type());
        for (var i = 0; i < outer; i++) {
            type = new Type.ListOf(type);
        }
        return type;
    }

    private static Type.RecordOf uncertain(Type.RecordOf step) {
        var outcome = Outcome.fields();
        var fields = new LinkedHashMap<String, Type>();
        step.fields()
                .forEach((name, type) -> fields.put(name, outcome.containsKey(name) ? type : Types.optional(type)));
        return new Type.RecordOf(step.name(), fields);
    }
}
