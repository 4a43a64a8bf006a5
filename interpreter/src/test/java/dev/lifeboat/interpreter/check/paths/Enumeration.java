package dev.lifeboat.interpreter.check.paths;

import dev.lifeboat.interpreter.check.paths.SmallRunbook.Both;
import dev.lifeboat.interpreter.check.paths.SmallRunbook.Choice;
import dev.lifeboat.interpreter.check.paths.SmallRunbook.Do;
import dev.lifeboat.interpreter.check.paths.SmallRunbook.Leave;
import dev.lifeboat.interpreter.check.paths.SmallRunbook.Line;
import dev.lifeboat.interpreter.check.paths.SmallRunbook.Loop;
import dev.lifeboat.interpreter.check.paths.SmallRunbook.Part;
import dev.lifeboat.interpreter.check.paths.SmallRunbook.Step;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Runs a small runbook once for each way in which everything that is not settled may turn out. */
final class Enumeration {

    private static final int MOST = 4_000;

    /** Leaves what is under way; how says what. */
    private static final class Left extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final String how;

        Left(String how) {
            super(how, null, false, false);
            this.how = how;
        }
    }

    private final SmallRunbook runbook;
    private final List<int[]> choices = new ArrayList<>();
    private final Map<Integer, Set<String>> before = new TreeMap<>();
    private int at;
    private Set<String> done;
    private Map<String, String> ended;
    private Map<String, Boolean> settled;
    /** How long the list is that all loops go over; not chosen yet where negative. */
    private int rounds;

    Enumeration(SmallRunbook runbook) {
        this.runbook = runbook;
    }

    /** What was done before each call, by its line, on every path; nothing where there are too many paths. */
    Map<Integer, Set<String>> alwaysBefore() {
        for (var runs = 0; runs < MOST; runs++) {
            run();
            while (!choices.isEmpty() && choices.getLast()[0] + 1 == choices.getLast()[1]) {
                choices.removeLast();
            }
            if (choices.isEmpty()) {
                return before;
            }
            choices.getLast()[0]++;
        }
        return Map.of();
    }

    private int choose(int ways) {
        if (at == choices.size()) {
            choices.add(new int[]{0, ways});
        }
        return choices.get(at++)[0];
    }

    private void run() {
        at = 0;
        done = new TreeSet<>();
        ended = new HashMap<>();
        settled = new HashMap<>();
        rounds = -1;
        try {
            runbook.parts.forEach(this::part);
        } catch (Left end) {
            assert !end.how.equals("skip");
        }
    }

    private void part(Part part) {
        switch (part) {
            case Step step -> step(step);
            case Both both -> (choose(2) == 0 ? both.branches() : both.branches().reversed()).forEach(this::step);
            case Loop loop -> {
                var good = 0;
                rounds = rounds < 0 ? choose(3) : rounds;
                for (var left = rounds; left > 0; left--) {
                    loop.steps().forEach(this::step);
                    var failed = loop.steps().stream().anyMatch(step -> ended.get(step.name()).equals("failed"));
                    good += failed ? 0 : 1;
                }
                if (loop.once() && good == 0) {
                    throw new Left("fail");
                }
            }
        }
    }

    private void step(Step step) {
        if (step.when().isPresent() && !holds(step.when().get())) {
            ended.put(step.name(), "skipped");
            return;
        }
        try {
            breakOff(step);
            lines(step.body(), step);
            ended.put(step.name(), "succeeded");
        } catch (Left left) {
            if (left.how.equals("finish") || left.how.equals("fail") && !step.goesOn()) {
                throw left;
            }
            ended.put(step.name(), left.how.equals("skip") ? "skipped" : "failed");
        }
    }

    private void breakOff(Step step) {
        if (step.goesOn() && choose(2) == 1) {
            throw new Left("fail");
        }
    }

    private void lines(List<Line> lines, Step step) {
        for (var line : lines) {
            switch (line) {
                case Leave leave -> throw new Left(leave.how());
                case Choice choice -> lines(holds(choice.condition()) ? choice.then() : choice.otherwise(), step);
                case Do call -> {
                    before.computeIfAbsent(call.number(), number -> new TreeSet<>(SmallRunbook.WORDS)).retainAll(done);
                    breakOff(step);
                    done.add(call.word());
                    breakOff(step);
                }
            }
        }
    }

    private boolean holds(String condition) {
        if (condition.startsWith("not ")) {
            return !holds(condition.substring("not ".length()));
        }
        var dot = condition.indexOf('.');
        return condition.startsWith("mysql")
                ? choose(2) == 0
                : dot < 0
                        ? settled.computeIfAbsent(condition, name -> choose(2) == 0)
                        : condition.substring(dot + 1).equals(ended.get(condition.substring(0, dot)));
    }
}
