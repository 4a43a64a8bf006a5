package dev.lifeboat.interpreter.run;

import dev.lifeboat.grammar.tree.Item;
import dev.lifeboat.interpreter.check.CheckedStep;
import dev.lifeboat.interpreter.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** What has become of the steps of a runbook or a procedure, by name and round. Used by branches side by side. */
final class StepResults {

    private final Map<String, CheckedStep> steps;
    private final Map<Key, StepResult> results = new HashMap<>();
    private final Map<Key, Integer> rounds = new HashMap<>();

    private record Key(String name, List<Integer> rounds) {}

    StepResults(Map<String, CheckedStep> steps) {
        this.steps = steps;
    }

    synchronized void put(String step, List<Integer> round, StepResult result) {
        results.put(new Key(step, round), result);
    }

    /** Says how many rounds a loop has, itself in these rounds of the loops around it. */
    synchronized void rounds(Item.ForEach loop, List<Integer> around, int count) {
        rounds.put(key(loop, around), count);
    }

    /** A loop is told by where it stands in its file; trees are not compared. */
    private static Key key(Item.ForEach loop, List<Integer> around) {
        return new Key(Integer.toString(loop.span().start()), around);
    }

    /** A step of these rounds: a record, or where it stands in more loops than that, lists of such records. */
    synchronized Value value(String name, List<Integer> round) {
        var step = steps.get(name);
        if (round.size() == step.loops().size()) {
            return results.getOrDefault(new Key(name, round), StepResult.NOT_RUN).value(step);
        }
        int count = rounds.getOrDefault(key(step.loops().get(round.size()), round), 0);
        return new Value.Listing(
                IntStream.range(0, count).mapToObj(number -> value(name, deeper(round, number))).toList());
    }

    /** Whether a step failed in this round of a loop; the last of the numbers is that of the round. */
    synchronized boolean anyFailed(Item.ForEach loop, List<Integer> round) {
        return results.entrySet().stream().anyMatch(result -> result.getValue().failed()
                && isInside(steps.get(result.getKey().name()), loop, round.size() - 1)
                && result.getKey().rounds().subList(0, round.size()).equals(round));
    }

    private static boolean isInside(CheckedStep step, Item.ForEach loop, int depth) {
        return step.loops().size() > depth && step.loops().get(depth) == loop;
    }

    private static List<Integer> deeper(List<Integer> round, int number) {
        var deeper = new ArrayList<>(round);
        deeper.add(number);
        return deeper;
    }
}
