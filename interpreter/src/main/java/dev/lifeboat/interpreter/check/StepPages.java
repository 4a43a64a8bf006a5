package dev.lifeboat.interpreter.check;

import dev.lifeboat.grammar.tree.Block;
import dev.lifeboat.grammar.tree.Expression;
import dev.lifeboat.grammar.tree.Handlers;
import dev.lifeboat.grammar.tree.Item;
import dev.lifeboat.grammar.tree.Statement;
import dev.lifeboat.grammar.tree.StepClauses;
import dev.lifeboat.interpreter.check.StepBook.Page;
import dev.lifeboat.interpreter.value.Type;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/** What a step is as a value, and on which ways a run goes on without it. */
final class StepPages {

    private final Context context;
    private final String owner;
    private final boolean inProcedure;

    StepPages(Context context, String owner, boolean inProcedure) {
        this.context = context;
        this.owner = owner;
        this.inProcedure = inProcedure;
    }

    /** @param body where the body has bound its names */
    Page of(Item.Step step, Flow body) {
        var fields = Outcome.fields();
        body.scope().own().forEach((name, entry) -> fields.putIfAbsent(name, entry.type()));
        var name = step.name().text();
        var alterations = step.body().map(this::alterations).orElse(List.of());
        var known = step.clauses().approval().isPresent()
                ? Foreknown.of(step, reference -> Optional.ofNullable(context.tables().bindings.get(reference))).lets()
                : List.<Statement.Let>of();
        var skips = step.body().filter(block -> TreeWalk.within(block, Statement.Skip.class).findAny().isPresent())
                .isPresent();
        var checked = new CheckedStep(name, step, owner, inProcedure, context.book().loops(),
                new Type.RecordOf(name, fields), alterations, known);
        return new Page(checked, ways(step.clauses(), step.handlers(), skips), implied(step.clauses()));
    }

    Page of(Item.Manual manual) {
        return of(manual.name().text(), manual, manual.clauses(), manual.handlers(), Outcome.fields());
    }

    Page of(Item.Perform perform, Optional<Type> result) {
        var fields = Outcome.fields();
        result.ifPresent(type -> fields.put(Outcome.RESULT, type));
        return of(perform.name().text(), perform, perform.clauses(), perform.handlers(), fields);
    }

    private Page of(String name, Item item, StepClauses clauses, Handlers handlers, SequencedMap<String, Type> fields) {
        var checked = new CheckedStep(name, item, owner, inProcedure, context.book().loops(),
                new Type.RecordOf(name, fields), List.of(), List.of());
        return new Page(checked, ways(clauses, handlers, false), implied(clauses));
    }

    private static Set<String> ways(StepClauses clauses, Handlers handlers, boolean skips) {
        var ways = new LinkedHashSet<String>();
        if (skips || clauses.when().isPresent()) {
            ways.add(Outcome.SKIPPED);
        }
        if (handlers.onFailure().filter(StepPages::goesOn).isPresent()) {
            ways.add(Outcome.FAILED);
            ways.add(Outcome.UNKNOWN);
        }
        return ways;
    }

    private static boolean goesOn(Block failure) {
        return TreeWalk.within(failure, Statement.Policy.Continue.class).findAny().isPresent();
    }

    private Facts implied(StepClauses clauses) {
        return clauses.when().map(new Narrowing(context.book())::holds).orElse(Facts.NONE);
    }

    /** The step as its own `on failure` sees it: it has failed, or nobody knows. */
    Page whileFailing(Page page) {
        return new Page(page.step(), Set.of(Outcome.FAILED, Outcome.UNKNOWN), page.implied());
    }

    private List<Expression.BuiltinCall> alterations(Block body) {
        return TreeWalk.within(body, Expression.BuiltinCall.class).filter(this::alters).toList();
    }

    private boolean alters(Expression.BuiltinCall call) {
        var resolved = context.tables().calls.get(call);
        return resolved != null && resolved.signature().effect().alters();
    }

    /**
     * The names that are bound before the body changes anything or tells anybody: an {@code undo} runs only where it
     * did, so it finds them.
     */
    List<String> boundBeforeChange(Optional<Block> body) {
        return body.stream().flatMap(block -> block.statements().stream())
                .takeWhile(statement -> !leavesTraces(statement))
                .flatMap(statement -> bound(statement).stream()).toList();
    }

    private boolean leavesTraces(Statement statement) {
        return TreeWalk.within(statement).anyMatch(node -> switch (node) {
            case Expression.BuiltinCall call -> alters(call);
            case Statement.Notify notify -> true;
            case Statement.EscalateTo escalation -> true;
            case Statement.ServiceLevel level -> true;
            default -> false;
        });
    }

    private static Optional<String> bound(Statement statement) {
        if (statement instanceof Statement.Let let) {
            return Optional.of(let.name().text());
        }
        return statement instanceof Statement.Ask ask ? Optional.of(ask.name().text()) : Optional.empty();
    }
}
