package dev.lifeboat.interpreter.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the boxes of a {@link GeneratedRunbook} have seen of its run, told by their names. Knows nothing of the engine. */
final class Trail {

    private static final Pattern NAME = Pattern.compile("(b|w|p|f|u|h|m\\dof|r(\\d+)by)(\\d+)-(.*)");

    /** A step, in the round that it is in. */
    record Instance(int step, String round) {}

    /** What a step did, as far as it matters to a rollback: asked a box for a change, or passed a point of no return. */
    record Deed(String box, boolean byHandler, boolean pointOfNoReturn) {}

    private final GeneratedRunbook runbook;
    private final SequencedMap<Instance, List<Deed>> begun = new LinkedHashMap<>();
    /** How many had begun before the first round of a step was come to. */
    private final SequencedMap<Integer, Integer> before = new LinkedHashMap<>();
    private final Set<Instance> arrived = new LinkedHashSet<>();
    private Optional<Integer> rollbackTo = Optional.empty();

    Trail(GeneratedRunbook runbook, List<Boxes.Access> accesses) {
        this.runbook = runbook;
        accesses.stream().takeWhile(access -> access.way() != Boxes.Way.LOOK)
                .filter(access -> access.way() != Boxes.Way.CHANGED).forEach(this::follow);
    }

    private void follow(Boxes.Access access) {
        var name = NAME.matcher(access.box());
        if (!name.matches()) {
            throw new AssertionError("Not a box of a generated runbook: " + access);
        }
        boolean asked = access.way() != Boxes.Way.READ;
        var instance = new Instance(Integer.parseInt(name.group(3)), name.group(4));
        switch (name.group(1).charAt(0)) {
            case 'w' -> arrive(instance, access.content().equals("yes"));
            case 'b' -> begin(instance);
            case 'p' -> begin(instance).add(new Deed(access.box(), false, true));
            case 'm', 'h' -> ask(instance, access.box(), name, asked);
            case 'r' -> rollbackTo = Optional.of(Integer.parseInt(name.group(2)));
            default -> {
            }
        }
    }

    /** What nobody saw the end of was done, as far as anybody knows, even where its box was only asked what came of it. */
    private void ask(Instance instance, String box, Matcher name, boolean asked) {
        var deeds = begin(instance);
        if (asked && (deeds.isEmpty() || !deeds.getLast().box().equals(box))) {
            deeds.add(new Deed(box, name.group(1).equals("h"), false));
        }
    }

    /** A procedure's first step is come to as soon as it is performed. */
    private void arrive(Instance instance, boolean wanted) {
        performer(instance).ifPresent(this::begin);
        before.putIfAbsent(instance.step(), begun.size());
        if (wanted) {
            arrived.add(instance);
        }
    }

    private List<Deed> begin(Instance instance) {
        performer(instance).ifPresent(this::begin);
        before.putIfAbsent(instance.step(), begun.size());
        return begun.computeIfAbsent(instance, first -> new ArrayList<>());
    }

    /** A perform has no rounds but those of the place where it stands: they begin the names of what is in it. */
    Optional<Instance> performer(Instance inner) {
        int owner = runbook.plan(inner.step()).owner();
        return owner == 0
                ? Optional.empty()
                : Optional.of(new Instance(owner, inner.round().substring(0, runbook.plan(owner).loops())));
    }

    /** Whether some step was come to beside others, and it was not seen yet whether it was begun. */
    boolean isAnyBeginning() {
        return arrived.stream().filter(instance -> runbook.plan(instance.step()).beside())
                .anyMatch(instance -> !begun.containsKey(instance));
    }

    List<Instance> begun() {
        return List.copyOf(begun.keySet());
    }

    List<Deed> deeds(Instance instance) {
        return begun.get(instance);
    }

    /** How many steps stay as they are, since it is rolled back to before another only. */
    int horizon() {
        return rollbackTo.map(before::get).orElse(0);
    }
}
