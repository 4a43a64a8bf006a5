package dev.lifeboat.interpreter.run;

import dev.lifeboat.grammar.tree.Expression;
import dev.lifeboat.grammar.tree.Item;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Takes one step back while the run goes on, by the rollback's means: it can be run again. What a rollback would keep, or would have to ask about, is refused.
 *
 * @param refused why there is nothing to take back; empty where there is a step
 * @param entry   of that step; empty where it never began
 */
record StepBack(Parts parts, String refused, Optional<LedgerEntry> entry) {

    static StepBack of(LedgerEntry entry, Parts parts) {
        return new StepBack(parts, "", Optional.of(entry));
    }

    /** What stands before a step in its block. */
    static StepBack before(Parts parts, StepSite site, Optional<Item> previous) {
        return switch (previous.orElse(null)) {
            case null -> refused(parts, "No step stands before `" + site.name() + "` in its block.");
            case Item.Parallel parallel -> refused(parts, "What stands before `" + site.name()
                    + "` runs side by side, and is not taken back by itself.");
            case Item.ForEach loop -> refused(parts, "What stands before `" + site.name()
                    + "` is a loop, and is not taken back by itself.");
            case Item.Step step -> step(parts, site, step);
            case Item.Manual manual -> step(parts, site, manual);
            case Item.Perform perform -> step(parts, site, perform);
        };
    }

    private static StepBack refused(Parts parts, String why) {
        return new StepBack(parts, why + " `rollback` takes back the whole run.", Optional.empty());
    }

    private static StepBack step(Parts parts, StepSite site, Item previous) {
        var name = site.place().journalName(parts.context().program.step(previous).name());
        return new StepBack(parts, "", parts.context().ledger.latest(name));
    }

    /** Why it is not taken back; empty where it is. */
    Optional<String> objection() {
        return refused.isEmpty()
                ? steps().stream().flatMap(step -> objection(step).stream()).findFirst()
                : Optional.of(refused);
    }

    private static Optional<String> objection(LedgerEntry step) {
        var handlers = step.site().handlers();
        var name = "`" + step.step() + "`";
        if (step.done().stream().anyMatch(Undoable.NoReturn.class::isInstance)) {
            return Optional.of("The point of no return in " + name + " is reached.");
        }
        if (step.wasDoneByHand()) {
            return Optional.of(name + " was done by hand, and nothing says how to take it back.");
        }
        return Stream.of(handlers.keep().map(why -> name + " is kept: " + written(why)),
                handlers.irreversible().map(why -> name + " can't be taken back: " + written(why)))
                .flatMap(Optional::stream).filter(why -> step.hasAltered()).findFirst();
    }

    private static String written(Expression.Text why) {
        return why.span().text().replaceAll("^\"|\"$", "");
    }

    /** What is taken back, in that order. */
    List<String> undoable() {
        var lines = new ArrayList<String>();
        steps().reversed().forEach(step -> lines(step, lines));
        return lines;
    }

    private static void lines(LedgerEntry step, List<String> lines) {
        step.done().reversed().forEach(done -> {
            switch (done) {
                case Undoable.Inverse inverse -> lines.add(step.step() + ": " + inverse.description());
                case Undoable.LevelBefore level ->
                    lines.add(step.step() + ": service level " + level.level().number());
                case Undoable.NoReturn point -> lines.add(step.step() + ": point of no return");
            }
        });
        step.site().handlers().undo().ifPresent(undo -> lines.add(step.step() + ": its `undo`"));
    }

    private List<LedgerEntry> steps() {
        return entry.map(parts.context().ledger::with).orElse(List.of());
    }

    Passage run() {
        var steps = steps();
        steps.forEach(parts.context().ledger::withdraw);
        for (var step : steps.reversed()) {
            parts.context().incident.undid(step.site().title());
            var passage = new StepUndo(parts, step, new Rollback.Remains(), List.of()).run();
            if (!(passage instanceof Passage.On)) {
                return passage;
            }
        }
        return Passage.ON;
    }
}
