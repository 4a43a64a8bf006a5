package dev.lifeboat.interpreter.check;

import dev.lifeboat.grammar.Diagnostic;
import dev.lifeboat.grammar.tree.Declaration;
import dev.lifeboat.grammar.tree.Expression;
import dev.lifeboat.grammar.tree.Item;
import dev.lifeboat.grammar.tree.SourceFile.Runbook;
import dev.lifeboat.grammar.tree.TemplateUse;
import dev.lifeboat.grammar.tree.TypeName;
import dev.lifeboat.interpreter.check.budget.Budgets;
import dev.lifeboat.interpreter.value.Type;
import dev.lifeboat.interpreter.value.Value;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * A runbook in which the checker found no error: the tree as it was written, and beside it what each of its parts
 * means. Only the {@link Checker} makes one, so that what a run is given has been checked.
 *
 * <p>A run walks {@link #tree} and looks up here, by the very node it stands on:
 * <ul>
 * <li>a {@code Reference}: {@link #binding} says where its value is kept;
 * <li>a {@code BuiltinCall} or {@code FunctionCall}: {@link #call} has the signature and the arguments in the order of
 * its parameters;
 * <li>a {@code Text}: {@link #type} is {@code text}, or {@code sql} or {@code command} where its values become
 * parameters or quoted arguments;
 * <li>a {@code Constant}: {@link #type} is the enumeration it is a word of;
 * <li>a {@code Field}: its target evaluates to a record that has the field ({@code none} where the value is not there);
 * a step is such a record too;
 * <li>an {@code OfType} of an {@code ask}, a {@code param}: {@link #type(TypeName)};
 * <li>a {@code TemplateUse} or {@code Perform}: {@link #template}, {@link #procedure}.
 * </ul>
 * What else the language promises holds: conditions are bools that are there, calls stand where their effect allows,
 * each way through {@code on failure} ends with a policy. An {@code undo} may use what the body bound before its first
 * change, so it runs only where that change was begun.
 */
public final class CheckedRunbook {

    private final Runbook tree;
    private final Tables tables;
    private final Context context;
    private final Optional<Declaration.Escalation> escalation;
    private final SequencedMap<String, CheckedStep> steps = new LinkedHashMap<>();

    CheckedRunbook(Runbook tree, Context context, Optional<Declaration.Escalation> escalation) {
        this.tree = tree;
        this.context = context;
        this.tables = context.tables();
        this.escalation = escalation;
        tables.inOrder.stream().filter(step -> !step.inProcedure()).forEach(step -> steps.put(step.name(), step));
    }

    public Runbook tree() {
        return tree;
    }

    /** The ladder: the runbook's own, or that of a library which it names. */
    public Optional<Declaration.Escalation> escalation() {
        return escalation;
    }

    /** The steps, manuals and performs of the phases by name, in the order of the text. */
    public SequencedMap<String, CheckedStep> steps() {
        return Collections.unmodifiableSequencedMap(steps);
    }

    /** A {@link Item.Step}, {@link Item.Manual} or {@link Item.Perform}, also one in a procedure. */
    public CheckedStep step(Item item) {
        return Tables.entered(tables.steps, item);
    }

    /** The type of an expression; of a value that may not be there, {@link Type.Maybe}. */
    public Type type(Expression expression) {
        return Tables.entered(tables.types, expression);
    }

    public Type type(TypeName written) {
        return Tables.entered(tables.typeNames, written);
    }

    public Binding binding(Expression.Reference reference) {
        return Tables.entered(tables.bindings, reference);
    }

    public ResolvedCall call(Expression.BuiltinCall call) {
        return Tables.entered(tables.calls, call);
    }

    public ResolvedCall call(Expression.FunctionCall call) {
        return Tables.entered(tables.calls, call);
    }

    /** Whether any call in it, wherever it stands, changes a system; one that does not only looks. */
    public boolean alters() {
        return tables.calls.values().stream().anyMatch(call -> call.signature().effect().alters());
    }

    public ResolvedTemplate template(TemplateUse use) {
        return Tables.entered(tables.templates, use);
    }

    public ResolvedPerform procedure(Item.Perform perform) {
        return Tables.entered(tables.performs, perform);
    }

    /**
     * An expression that is not in the runbook, as if it stood before an item of it.
     *
     * @throws dev.lifeboat.interpreter.builtin.Failure where it is none that could stand there
     */
    public Aside aside(Item before, String text) {
        var expression = Aside.read(text);
        var servers = new LinkedHashMap<String, Value>();
        var found = new Findings(List.of(), Consequences.NONE);
        var again = context.anew(new Tables(), new Findings(List.of(), Consequences.NONE), (item, flow, there) -> {
            if (item == before) {
                var around = flow.inner();
                servers.putAll(Aside.servers(there, around));
                new Expressions(there.with(found)).type(expression, around);
            }
        });
        new FileChecker(again).check(tree);
        found.sorted().stream().filter(Diagnostic::isError).findFirst().ifPresent(problem -> {
            throw Aside.failure(problem);
        });
        return new Aside(new CheckedRunbook(tree, again, escalation), expression, servers);
    }

    /** What it promises about time, against what it normally takes and may take at worst. */
    public Budgets budgets() {
        return Budgets.of(tree, perform -> Optional.ofNullable(tables.performs.get(perform)));
    }
}
