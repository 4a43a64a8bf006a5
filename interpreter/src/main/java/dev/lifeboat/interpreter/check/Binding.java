package dev.lifeboat.interpreter.check;

import dev.lifeboat.grammar.tree.Declaration;
import dev.lifeboat.grammar.tree.Item;

/**
 * What a name in an expression stands for. No name hides another, so the name alone says which one of its kind; the
 * kind says where a run keeps it.
 */
public sealed interface Binding {

    String name();

    /**
     * Bound inside a body: a {@code let}, an {@code ask}, the variable of a {@code for} or of a comprehension, a
     * parameter of a template or procedure.
     */
    record Local(String name) implements Binding {}

    /** The variable of a {@code for each} around the step. */
    record Round(String name, Item.ForEach loop) implements Binding {}

    /**
     * A step as a value: a record of its outcome and of what its body bound, see {@link CheckedStep#type}. A step in a
     * {@code for each} is a list of such records, one a round, except inside the same round.
     *
     * @param shared how many of the loops around the step are around the reference too: in them its own round is meant.
     *               What remains of {@link CheckedStep#loops} are lists, outermost first
     */
    record StepValue(String name, int shared) implements Binding {}

    /** A {@code param} of the runbook. */
    record Param(String name, Declaration.Param declaration) implements Binding {}

    /** Known everywhere: {@code cluster}, {@code rto}, {@code run}, … */
    record Implicit(String name) implements Binding {}
}
