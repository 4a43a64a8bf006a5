package dev.lifeboat.interpreter.run;

import dev.lifeboat.interpreter.evaluate.Templates.Letter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Takes back what the run has done: the steps that have begun, last begun first, back to a step or to the start. What
 * is kept is listed and told; what can't
 * be taken back stops it and is asked about. Nothing is passed over silently.
 */
final class Rollback {

    private final Parts parts;
    private final RunContext context;
    private final Optional<String> toBefore;
    private final List<LedgerEntry> begun;
    private final Remains remains = new Remains();

    Rollback(Parts parts, Optional<String> toBefore) {
        this.parts = parts;
        this.context = parts.context();
        this.toBefore = toBefore;
        this.begun = context.ledger.close();
    }

    /** @param why the run is rolled back */
    Ending run(String why) {
        context.recordForced(new Event.RollbackBegan(toBefore.orElse("")));
        var passage = takeBack(begun.subList(horizon(), begun.size()));
        tellWhatWasKept();
        return switch (passage) {
            case Passage.On on -> ended(remains.left().isEmpty(),
                    remains.left().isEmpty() ? RunOutcome.ROLLED_BACK : RunOutcome.ROLLBACK_FAILED, leftInPlace(), why);
            case Passage.Halted halted -> ended(halted.complete(), halted.outcome(), halted.reason(), why);
        };
    }

    private Ending ended(boolean complete, RunOutcome outcome, String reason, String why) {
        context.recordForced(new Event.RollbackEnded(complete, reason));
        return new Ending(outcome, reason.isEmpty() ? why : why + " " + reason);
    }

    private String leftInPlace() {
        return remains.left().isEmpty() ? "" : "Left in place: " + String.join(", ", remains.left()) + ".";
    }

    /** The first entry that is taken back. Where the step itself was never come to, its phase was not: the next one counts. */
    private int horizon() {
        if (toBefore.isEmpty()) {
            return 0;
        }
        var onwards = context.program.steps().sequencedKeySet().stream()
                .dropWhile(step -> !step.equals(toBefore.get()));
        return Stream.concat(Stream.of(toBefore.get()), onwards).flatMap(step -> context.ledger.before(step).stream())
                .findFirst().orElse(begun.size());
    }

    private Passage takeBack(List<LedgerEntry> entries) {
        for (int i = entries.size() - 1; i >= 0; i--) {
            var before = entries.subList(0, i);
            var passage = new StepUndo(parts, entries.get(i), remains, before).run();
            if (!(passage instanceof Passage.On)) {
                return passage;
            }
        }
        return Passage.ON;
    }

    private void tellWhatWasKept() {
        var owner = context.program.tree().header().owner();
        if (!remains.kept().isEmpty() && owner.isPresent()) {
            var list = remains.kept().stream().map(kept -> "- " + kept.step() + ": " + kept.why())
                    .collect(Collectors.joining("\n"));
            parts.messenger().tell(List.of(owner.get().name()), List.of(),
                    new Letter("Kept by the rollback: " + context.incident.title(), list));
        }
    }

    /** What a rollback did not take back. */
    static final class Remains {
        private final List<Event.Kept> kept = new ArrayList<>();
        private final List<String> left = new ArrayList<>();

        /** Containment, or what has no undo, as it was meant. */
        void keep(Event.Kept what) {
            kept.add(what);
        }

        /** An undo that failed, and that a person let be. */
        void leave(String what) {
            left.add(what);
        }

        List<Event.Kept> kept() {
            return kept;
        }

        List<String> left() {
            return left;
        }
    }
}
