package dev.lifeboat.interpreter.run;

import dev.lifeboat.grammar.tree.Block;
import dev.lifeboat.grammar.tree.Item;
import dev.lifeboat.grammar.tree.Node;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.check.CheckedStep;
import dev.lifeboat.interpreter.check.Outcome;
import dev.lifeboat.interpreter.check.ResolvedPerform;
import dev.lifeboat.interpreter.check.TreeWalk;
import dev.lifeboat.interpreter.evaluate.Evaluator;
import dev.lifeboat.interpreter.evaluate.Frame;
import dev.lifeboat.interpreter.value.Type;
import dev.lifeboat.interpreter.value.Value;
import java.util.LinkedHashMap;
import java.util.Map;

/** The work of the three kinds of steps. */
record Works(Parts parts, StepSite site) {

    Work work() {
        return switch (site.step().item()) {
            case Item.Step step -> step.body().map(Works::body).orElse((statements, frame) -> AttemptEnd.through());
            case Item.Manual manual -> (statements, frame) -> byHand(manual);
            case Item.Perform perform -> (statements, frame) -> perform(perform, statements.evaluator(), frame);
            case Item.Parallel parallel -> throw new IllegalStateException("Not a step: " + parallel.span());
            case Item.ForEach loop -> throw new IllegalStateException("Not a step: " + loop.span());
        };
    }

    private static Work body(Block body) {
        return (statements, frame) -> new AttemptEnd.Done(statements.run(body, frame));
    }

    /** In a simulation the person takes as long as the runbook says. */
    private AttemptEnd byHand(Item.Manual manual) {
        var context = parts.context();
        if (context.settings.simulated()) {
            manual.clauses().takes().ifPresent(takes -> context.clock().sleep(takes.value()));
        }
        var who = manual.clauses().by().map(role -> " (`@" + role.name() + "`)").orElse("");
        var question = Asking.question(site.name(), "done", Type.BOOL, site.title() + who + ": is it done?");
        if (Asking.answer(context, question).equals(Value.TRUE)) {
            site.entry().doneByHand();
            return AttemptEnd.through();
        }
        throw Failure.of("It was not done by hand.");
    }

    private AttemptEnd perform(Item.Perform perform, Evaluator evaluator, Frame frame) {
        var resolved = parts.context().program.procedure(perform);
        var place = site.place().procedure(parts.context(), site, steps(resolved),
                perform.handlers().onFailure().isPresent());
        var parameters = resolved.procedure().parameters();
        for (int i = 0; i < parameters.size(); i++) {
            place.frame().bind(parameters.get(i).name().text(), evaluator.value(resolved.arguments().get(i), frame));
        }
        return switch (new Items(parts).run(resolved.procedure().items(), place)) {
            case Course.GoOn goOn -> returned(resolved, evaluator, place, frame);
            case Course.Fail failed -> new AttemptEnd.Failed(failed.problem());
            case Course.Finish course -> new AttemptEnd.Left(course);
            case Course.RollBack course -> new AttemptEnd.Left(course);
            case Course.Stop course -> new AttemptEnd.Left(course);
            case Course.Leave course -> new AttemptEnd.Left(course);
        };
    }

    private static AttemptEnd returned(ResolvedPerform resolved, Evaluator evaluator, Place place, Frame frame) {
        resolved.procedure().result()
                .ifPresent(result -> frame.bind(Outcome.RESULT, evaluator.value(result, place.frame())));
        return AttemptEnd.through();
    }

    private Map<String, CheckedStep> steps(ResolvedPerform resolved) {
        var steps = new LinkedHashMap<String, CheckedStep>();
        resolved.procedure().items().stream().flatMap(TreeWalk::within).filter(Works::isStep)
                .map(item -> parts.context().program.step((Item) item)).forEach(step -> steps.put(step.name(), step));
        return steps;
    }

    private static boolean isStep(Node node) {
        return node instanceof Item.Step || node instanceof Item.Manual || node instanceof Item.Perform;
    }
}
