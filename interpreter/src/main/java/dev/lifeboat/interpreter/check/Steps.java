package dev.lifeboat.interpreter.check;

import dev.lifeboat.grammar.Diagnostic;
import dev.lifeboat.grammar.tree.Block;
import dev.lifeboat.grammar.tree.Handlers;
import dev.lifeboat.grammar.tree.Item;
import dev.lifeboat.grammar.tree.Name;
import dev.lifeboat.grammar.tree.StepClauses;
import dev.lifeboat.interpreter.check.StepBook.Page;
import dev.lifeboat.interpreter.value.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Names and types in the steps of a phase or a procedure, in the order in which they run. */
final class Steps {

    private final Context context;
    private final Expressions expressions;
    private final Bodies bodies;
    private final Performs performs;
    private final StepPages pages;

    /** @param owner the phase or procedure */
    Steps(Context context, Expressions expressions, Name owner, boolean inProcedure) {
        this.context = context;
        this.expressions = expressions;
        this.bodies = new Bodies(context, expressions);
        this.performs = new Performs(context, expressions);
        this.pages = new StepPages(context, owner.text(), inProcedure);
    }

    /** Enters the names of all steps, so that one that is used too early is not taken for unknown. */
    static void declare(List<Item> items, Context context) {
        for (var item : items) {
            switch (item) {
                case Item.Step step -> declare(step.name(), context);
                case Item.Manual manual -> declare(manual.name(), context);
                case Item.Perform perform -> declare(perform.name(), context);
                case Item.Parallel parallel -> declare(parallel.items(), context);
                case Item.ForEach loop -> declare(loop.items(), context);
            }
        }
    }

    private static void declare(Name name, Context context) {
        context.book().declare(name).ifPresent(first -> context.findings().add(
                Diagnostic
                        .error(CheckCode.DECLARED_TWICE, "There is a step `" + name.text() + "` already.", name.span())
                        .label(first.span(), "this one")
                        .hint("Give one of them another name: step names are unique in a file.")));
    }

    void through(List<Item> items, Flow flow) {
        items.forEach(item -> item(item, flow));
    }

    private void item(Item item, Flow flow) {
        context.onlooker().comesTo(item, flow, context);
        context.book().beginStep();
        switch (item) {
            case Item.Step step -> step(step, flow);
            case Item.Manual manual -> manual(manual, flow);
            case Item.Perform perform -> perform(perform, flow);
            case Item.Parallel parallel -> parallel(parallel, flow);
            case Item.ForEach loop -> loop(loop, flow);
        }
    }

    private void step(Item.Step step, Flow around) {
        var flow = around.inner();
        clauses(step.clauses(), flow);
        expressions.type(step.title(), flow);
        var body = flow.inner();
        step.body().ifPresent(block -> bodies.through(block, body));
        var page = pages.of(step, body);
        step.handlers().verify().ifPresent(verify -> bodies.through(verify, body.inner()));
        recovery(page, step.handlers(), step.body(), body, flow);
    }

    private void manual(Item.Manual manual, Flow around) {
        var flow = around.inner();
        clauses(manual.clauses(), flow);
        expressions.type(manual.instruction(), flow);
        var page = pages.of(manual);
        manual.handlers().verify().ifPresent(verify -> bodies.through(verify, flow.inner()));
        recovery(page, manual.handlers(), Optional.empty(), flow.inner(), flow);
    }

    private void perform(Item.Perform perform, Flow around) {
        var flow = around.inner();
        clauses(perform.clauses(), flow);
        var page = pages.of(perform, performs.result(perform, flow));
        context.book().open(page);
        perform.handlers().verify().ifPresent(verify -> {
            var succeeded = flow.inner();
            Outcome.STATES.stream().filter(state -> !state.equals(Outcome.SUCCEEDED))
                    .forEach(state -> succeeded.learn(Facts.of(new Facts.Fact.Not(perform.name().text(), state))));
            bodies.through(verify, succeeded);
        });
        recovery(page, perform.handlers(), Optional.empty(), flow.inner(), flow);
    }

    private void clauses(StepClauses clauses, Flow flow) {
        clauses.when().ifPresent(when -> {
            expressions.condition(when, "The condition of `when`", flow);
            flow.learn(new Narrowing(context.book()).holds(when));
        });
        clauses.retry().flatMap(StepClauses.Retry::backoff)
                .ifPresent(factor -> expressions.want(factor, Type.DECIMAL,
                        "What follows `backoff`", flow));
    }

    /**
     * The handlers that may run when the body did not come to its end, and what the steps behind this one see of it.
     */
    private void recovery(Page page, Handlers handlers, Optional<Block> body, Flow bound, Flow flow) {
        handlers.irreversible().ifPresent(why -> expressions.type(why, flow));
        handlers.keep().ifPresent(why -> expressions.type(why, flow));
        handlers.undo().ifPresent(
                undo -> bodies.through(undo, flow.in(bound.scope().uncertain(pages.boundBeforeChange(body)).inner())));
        context.book().open(pages.whileFailing(page));
        handlers.onFailure()
                .ifPresent(failure -> bodies.through(failure, flow.in(bound.scope().uncertain(List.of()).inner())));
        context.book().open(page);
        context.tables().enter(page.step());
    }

    /** Branches do not see each other; what stands behind sees all of them. */
    private void parallel(Item.Parallel parallel, Flow flow) {
        var before = context.book().mark();
        var done = new ArrayList<Page>();
        for (var branch : parallel.items()) {
            item(branch, flow.inner());
            var own = context.book().since(before);
            own.forEach(page -> context.book().close(page.step().name()));
            done.addAll(own);
        }
        done.forEach(context.book()::open);
    }

    private void loop(Item.ForEach loop, Flow flow) {
        var element = expressions.lists().elementOf(loop.list(), "What follows `in`", flow);
        var inner = flow.inner();
        new Binder(context).bind(new Binding.Round(loop.variable().text(), loop), loop.variable(), element, inner);
        context.book().enter(loop);
        through(loop.items(), inner);
        context.book().leave();
    }
}
