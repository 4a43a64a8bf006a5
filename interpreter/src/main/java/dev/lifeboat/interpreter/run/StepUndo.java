package dev.lifeboat.interpreter.run;

import dev.lifeboat.grammar.tree.Block;
import dev.lifeboat.grammar.tree.Expression;
import dev.lifeboat.grammar.tree.Handlers;
import dev.lifeboat.interpreter.evaluate.Evaluator;
import dev.lifeboat.interpreter.run.Undoable.Inverse;
import dev.lifeboat.interpreter.run.Undoable.LevelBefore;
import dev.lifeboat.interpreter.run.Undoable.NoReturn;
import java.util.List;
import java.util.Optional;

/**
 * Takes one step back.
 *
 * @param before what the rollback has still before it
 */
record StepUndo(Parts parts, LedgerEntry entry, Rollback.Remains remains, List<LedgerEntry> before) {

    Passage run() {
        if (isCovered(entry)) {
            return noReturnHere(entry.hasAltered());
        }
        var handlers = entry.site().handlers();
        if (!isItsOwnMatter(handlers)) {
            return takeBackAll();
        }
        var passage = takeBack(entry.doneByHandler());
        return passage instanceof Passage.On ? takeBackBody(handlers) : passage;
    }

    /** Whoever performed the procedure that it belongs to says how all of that is taken back, or that it is not. */
    private static boolean isCovered(LedgerEntry entry) {
        return entry.owner().filter(owner -> isItsOwnMatter(owner.site().handlers()) || isCovered(owner)).isPresent();
    }

    private static boolean isItsOwnMatter(Handlers handlers) {
        return handlers.keep().isPresent() || handlers.undo().isPresent() || handlers.irreversible().isPresent();
    }

    /** Where the step says for itself how its body is taken back. */
    private Passage takeBackBody(Handlers handlers) {
        boolean kept = handlers.keep().isPresent() && entry.hasAltered();
        if (kept) {
            keep(written(handlers.keep().get()));
        }
        var passage = noReturnHere(entry.hasAltered() && !kept);
        if (!(passage instanceof Passage.On)) {
            return passage;
        }
        if (handlers.undo().isPresent()) {
            return entry.hasAltered() || entry.hasTold() ? undo(handlers.undo().get()) : Passage.ON;
        }
        if (handlers.irreversible().isPresent()) {
            return entry.hasAltered() ? irreversible(written(handlers.irreversible().get())) : Passage.ON;
        }
        return Passage.ON;
    }

    /** A point of no return is one for whoever takes back all of the step at once, too. */
    private Passage noReturnHere(boolean isAnythingLeftHere) {
        for (var done : entry.done()) {
            if (done instanceof NoReturn point) {
                return noReturn(point, isAnythingLeftHere);
            }
        }
        return Passage.ON;
    }

    private Passage takeBackAll() {
        var passage = takeBack(entry.done());
        return passage instanceof Passage.On && entry.wasDoneByHand()
                ? keep("It was done by hand, and nothing says how to take it back.")
                : passage;
    }

    /** Last first. */
    private Passage takeBack(List<Undoable> done) {
        for (int i = done.size() - 1; i >= 0; i--) {
            var passage = takeBack(done.get(i), done.subList(0, i));
            if (!(passage instanceof Passage.On)) {
                return passage;
            }
        }
        return Passage.ON;
    }

    private Passage takeBack(Undoable undoable, List<Undoable> earlier) {
        return switch (undoable) {
            case Inverse inverse -> attempt(inverse.number(), inverse.description(), () -> call(inverse));
            case LevelBefore change -> levelBefore(change);
            case NoReturn point -> noReturn(point, !earlier.isEmpty());
        };
    }

    private Passage attempt(long number, String description, Runnable undo) {
        return new UndoAttempt(parts, entry, remains).run(number, description, undo);
    }

    private Passage levelBefore(LevelBefore change) {
        new ServiceLevels(parts, entry.site()).takeBack(change);
        return Passage.ON;
    }

    private void call(Inverse inverse) {
        var signature = parts.context().builtin(inverse.builtin()).orElseThrow();
        parts.context().call(new Gate.Site(entry.step(), false), signature, inverse.arguments());
    }

    private Passage undo(Block block) {
        return attempt(0, "its `undo`", () -> {
            var evaluator = evaluator();
            new Statements(parts, entry.site(), evaluator, Optional.empty()).run(block,
                    entry.frameAsFound(parts.context()).inner());
        });
    }

    private Evaluator evaluator() {
        return new Evaluator(parts.context().program,
                new SiteCalls(parts.context(), entry.site(), parts.approvals()));
    }

    private String written(Expression.Text why) {
        return new Titles(parts.context(), entry.step()).of(why, entry.frame(parts.context()));
    }

    private Passage keep(String why) {
        var kept = new Event.Kept(entry.step(), why);
        parts.context().record(kept);
        remains.keep(kept);
        return Passage.ON;
    }

    private Passage irreversible(String why) {
        return new Obstacle(parts, entry).irreversible("`" + entry.step() + "` can't be taken back: " + why,
                () -> keep(why));
    }

    /** Nothing before it is taken back by the run; where nothing was done before it, that is all the same. */
    private Passage noReturn(NoReturn point, boolean isAnythingLeftHere) {
        boolean isAnythingLeft = isAnythingLeftHere
                || before.stream().anyMatch(step -> step.hasAltered() && step.site().handlers().keep().isEmpty());
        var reason = "The point of no return in `" + entry.step() + "` is reached: " + point.why();
        return isAnythingLeft
                ? new Obstacle(parts, entry).noReturn(reason)
                : new Passage.Halted(true, RunOutcome.ROLLED_BACK, reason);
    }
}
