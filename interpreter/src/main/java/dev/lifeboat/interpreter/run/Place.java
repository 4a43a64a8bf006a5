package dev.lifeboat.interpreter.run;

import dev.lifeboat.interpreter.check.CheckedStep;
import dev.lifeboat.interpreter.evaluate.Frame;
import dev.lifeboat.interpreter.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where in the runbook items are run: at its top, in a round of a loop, in a procedure.
 *
 * @param prefix  before the names of steps in the journal: {@code rebuild.} in the procedure that is performed as that
 * @param suffix  behind them: the rounds, {@code [db3]}
 * @param rounds  which round of each loop around this place, outermost first
 * @param results what has become of the steps of the runbook, or of the procedure
 * @param frame   the names that are bound here
 * @param handled whether whoever performs the procedure handles what fails in it
 * @param owner   the {@code perform} whose procedure this is in
 * @param claims  of the branches that this is in, what they have changed
 */
record Place(String prefix, String suffix, List<Integer> rounds, StepResults results, Frame frame, boolean handled,
        Optional<LedgerEntry> owner, List<Claims.Branch> claims) {

    Place {
        rounds = List.copyOf(rounds);
        claims = List.copyOf(claims);
    }

    /** The top of the runbook. */
    static Place top(RunContext context) {
        var results = new StepResults(context.program.steps());
        var bare = new Place("", "", List.of(), results, Frame.of(NOTHING), false, Optional.empty(), List.of());
        return bare.with(Frame.of(new Sight(context, bare, "")));
    }

    /** Until the place itself is there to look from. */
    private static final Frame.Surroundings NOTHING = new Frame.Surroundings() {
        @Override
        public Value step(String name, int shared) {
            return Value.NONE;
        }

        @Override
        public Value named(String name) {
            return Value.NONE;
        }
    };

    String journalName(String step) {
        return prefix + step + suffix;
    }

    Value step(String name, int shared) {
        return results.value(name, rounds.subList(0, shared));
    }

    void put(CheckedStep step, StepResult result) {
        results.put(step.name(), rounds, result);
    }

    /** @param label tells the round from the others, in the journal's names of steps */
    Place round(RunContext context, int number, String label, String variable, Value value) {
        var deeper = new ArrayList<>(rounds);
        deeper.add(number);
        var round = new Place(prefix, suffix + "[" + label + "]", deeper, results, frame, handled, owner,
                claims);
        return round.with(frame.inner(new Sight(context, round, "")).bind(variable, value));
    }

    /** In the procedure that a step performs. */
    Place procedure(RunContext context, StepSite site, Map<String, CheckedStep> steps, boolean handles) {
        var inside = new Place(site.name() + ".", "", List.of(), new StepResults(steps), frame, handled || handles,
                Optional.of(site.entry()), claims);
        return inside.with(Frame.of(new Sight(context, inside, "")));
    }

    /** In one of several branches that run side by side. */
    Place branch(Claims.Branch branch) {
        var more = new ArrayList<>(claims);
        more.add(branch);
        return new Place(prefix, suffix, rounds, results, frame, handled, owner, more);
    }

    private Place with(Frame other) {
        return new Place(prefix, suffix, rounds, results, other, handled, owner, claims);
    }
}
