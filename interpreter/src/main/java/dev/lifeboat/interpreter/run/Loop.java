package dev.lifeboat.interpreter.run;

import dev.lifeboat.grammar.tree.Item;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.evaluate.Evaluator;
import dev.lifeboat.interpreter.value.Texts;
import dev.lifeboat.interpreter.value.Value;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** {@code for each}: its steps once for each value of a list, one after the other or some at once. */
final class Loop {

    private final Parts parts;
    private final Item.ForEach loop;
    private final Place place;
    private final String name;
    private final List<Place> rounds = new ArrayList<>();

    Loop(Parts parts, Item.ForEach loop, Place place) {
        this.parts = parts;
        this.loop = loop;
        this.place = place;
        this.name = place.prefix() + "for each " + loop.variable().text() + place.suffix();
    }

    Course run() {
        List<Value> values;
        try {
            values = withinReach(evaluator().list(loop.list(), place.frame()));
        } catch (Failure failure) {
            return group(Problem.of(Problem.Cause.FAILED, failure), this::run);
        }
        place.results().rounds(loop, place.rounds(), values.size());
        rounds.clear();
        rounds.addAll(rounds(values));
        return run(IntStream.range(0, values.size()).boxed().toList());
    }

    /** Servers and hosts that can't be reached are left out, and that is told; none left is a failure, not a success of nobody. */
    private List<Value> withinReach(List<Value> values) {
        var reached = values.stream().filter(this::withinReach).toList();
        if (reached.isEmpty() && !values.isEmpty()) {
            throw Failure.of("None of `" + loop.list().span().text() + "` can be reached.");
        }
        return reached;
    }

    private boolean withinReach(Value value) {
        var problem = parts.hooks().outOfReach(name, value);
        problem.ifPresent(why -> parts.context().record(new Event.LeftOut(name, value, why)));
        return problem.isEmpty();
    }

    private Evaluator evaluator() {
        return new Evaluator(parts.context().program, (signature, arguments) -> parts.context()
                .call(new Gate.Site(name, false), signature, arguments));
    }

    /** Rounds are told apart by their values, and those of equal values by a number behind it. */
    private List<Place> rounds(List<Value> values) {
        var seen = new HashMap<String, Integer>();
        var made = new ArrayList<Place>();
        var claims = new Claims();
        for (var value : values) {
            var label = Texts.of(value);
            int times = seen.merge(label, 1, Integer::sum);
            var branch = loop.atMost().isPresent() ? place.branch(new Claims.Branch(claims, made.size())) : place;
            made.add(branch.round(parts.context(), made.size(), times == 1 ? label : label + "#" + times,
                    loop.variable().text(), value));
        }
        return made;
    }

    private Course run(List<Integer> numbers) {
        var course = carryOut(numbers);
        return course instanceof Course.GoOn ? counted() : course;
    }

    private Course carryOut(List<Integer> numbers) {
        int atOnce = (int) Math.min(numbers.size(), loop.atMost().map(most -> most.value()).orElse(1L));
        if (atOnce <= 1) {
            var left = new ArrayDeque<>(numbers);
            return inTurn(() -> Optional.ofNullable(left.poll()), left::clear);
        }
        var left = new Rounds(parts.context(), name, numbers);
        var workers = Stream.<Supplier<Course>>generate(() -> () -> inTurn(left::take, left::clear)).limit(atOnce)
                .toList();
        return Course.weightiest(new Branches(parts.context()).run(workers));
    }

    /** Takes rounds until there are none left; where one ends the run, no further one begins. */
    private Course inTurn(Supplier<Optional<Integer>> next, Runnable end) {
        for (var number = next.get(); number.isPresent(); number = next.get()) {
            var course = new Items(parts).run(loop.items(), rounds.get(number.get()));
            if (!(course instanceof Course.GoOn)) {
                end.run();
                return course;
            }
        }
        return Course.GO_ON;
    }

    private Course counted() {
        var failed = IntStream.range(0, rounds.size())
                .filter(number -> place.results().anyFailed(loop, rounds.get(number).rounds())).boxed().toList();
        long needed = loop.atLeast().map(least -> least.value()).orElse((long) rounds.size());
        long succeeded = rounds.size() - failed.size();
        if (succeeded >= needed) {
            return Course.GO_ON;
        }
        return group(Problem.of(Problem.Cause.FAILED, succeeded + " of " + rounds.size() + " succeeded, and at least "
                + needed + " have to."), () -> run(failed));
    }

    private Course group(Problem problem, Supplier<Course> again) {
        return new GroupFailure(parts, place, name, "for each " + loop.variable().text() + " in "
                + loop.list().span().text()).react(problem, again);
    }
}
