package dev.lifeboat.interpreter.run;

import dev.lifeboat.grammar.tree.Handlers;
import dev.lifeboat.grammar.tree.StepClauses;
import dev.lifeboat.interpreter.check.CheckedStep;
import dev.lifeboat.interpreter.evaluate.Frame;
import java.time.Duration;
import java.util.Optional;

/**
 * A step that is being carried out: what it is, and where.
 *
 * @param name  as the journal has it, with its rounds
 * @param title with its values written out
 * @param entry what a rollback has to know of it
 */
record StepSite(CheckedStep step, String name, String title, Place place, LedgerEntry entry) {

    StepClauses clauses() {
        return step.clauses();
    }

    Handlers handlers() {
        return step.handlers();
    }

    Optional<Duration> timeout() {
        return clauses().timeout().map(literal -> literal.value());
    }

    /** For a body that begins. */
    Frame frame(RunContext context) {
        return place.frame().inner(new Sight(context, place, name));
    }
}
