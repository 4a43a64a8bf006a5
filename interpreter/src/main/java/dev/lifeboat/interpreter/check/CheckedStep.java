package dev.lifeboat.interpreter.check;

import dev.lifeboat.grammar.Span;
import dev.lifeboat.grammar.tree.Block;
import dev.lifeboat.grammar.tree.Expression.BuiltinCall;
import dev.lifeboat.grammar.tree.Handlers;
import dev.lifeboat.grammar.tree.Item;
import dev.lifeboat.grammar.tree.Statement.Let;
import dev.lifeboat.grammar.tree.StepClauses;
import dev.lifeboat.interpreter.value.Type;
import java.util.List;
import java.util.Optional;

/**
 * A step, {@code manual} or {@code perform}: where it stands and what it is as a value.
 *
 * @param name  unique in its file
 * @param item  a {@link Item.Step}, {@link Item.Manual} or {@link Item.Perform}
 * @param phase the name of the phase it stands in; in a library's procedure, the procedure's
 * @param inProcedure whether it stands in a procedure, and so is done by whoever performs that
 * @param loops the {@code for each} around it, outermost first; a round's name in the journal is {@code follow[db3]}
 * @param type  the record of one round: the fields of {@link Outcome}, then each top-level {@code let} and {@code ask}
 *              of the body (for a {@code perform}, {@code result}). A run gives {@code none} to a value that was not
 *              bound
 * @param alterations the calls of the body that change or destroy something, in the order of the text: what an approval
 *                    shows. The checker has seen to it that in an approved step their arguments can be evaluated before
 *                    the body starts, with {@link #known} bound first
 * @param known the top-level {@code let}s of an approved step's body that can be evaluated beforehand, as they call no
 *              builtin: a run binds them in this order to show the arguments of {@code alterations}
 */
public record CheckedStep(String name, Item item, String phase, boolean inProcedure,
        List<Item.ForEach> loops, Type.RecordOf type,
        List<BuiltinCall> alterations,
        List<Let> known) {

    public CheckedStep {
        loops = List.copyOf(loops);
        alterations = List.copyOf(alterations);
        known = List.copyOf(known);
    }

    public StepClauses clauses() {
        return switch (item) {
            case Item.Step step -> step.clauses();
            case Item.Manual manual -> manual.clauses();
            case Item.Perform perform -> perform.clauses();
            case Item.Parallel parallel -> throw new IllegalStateException("No step: " + parallel.span());
            case Item.ForEach loop -> throw new IllegalStateException("No step: " + loop.span());
        };
    }

    public Handlers handlers() {
        return switch (item) {
            case Item.Step step -> step.handlers();
            case Item.Manual manual -> manual.handlers();
            case Item.Perform perform -> perform.handlers();
            case Item.Parallel parallel -> throw new IllegalStateException("No step: " + parallel.span());
            case Item.ForEach loop -> throw new IllegalStateException("No step: " + loop.span());
        };
    }

    /** Only a {@link Item.Step} has one, if it does not merely ask for approval. */
    public Optional<Block> body() {
        return item instanceof Item.Step step ? step.body() : Optional.empty();
    }

    /** Where the name stands, for messages about the step as a whole. */
    public Span nameSpan() {
        return switch (item) {
            case Item.Step step -> step.name().span();
            case Item.Manual manual -> manual.name().span();
            case Item.Perform perform -> perform.name().span();
            case Item.Parallel parallel -> parallel.span();
            case Item.ForEach loop -> loop.span();
        };
    }
}
