package dev.lifeboat.interpreter.run;

import dev.lifeboat.grammar.tree.Block;
import dev.lifeboat.grammar.tree.Name;
import dev.lifeboat.grammar.tree.Statement;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.evaluate.Evaluator;
import dev.lifeboat.interpreter.evaluate.Frame;
import dev.lifeboat.interpreter.evaluate.Overheard;
import dev.lifeboat.interpreter.evaluate.ShownNames;
import dev.lifeboat.interpreter.value.Value;
import java.util.Optional;

/**
 * Carries out the statements of a body or a handler.
 *
 * @param body the frame of the body itself, whose names are values of the step; what inner blocks and handlers bind
 *             is not
 */
record Statements(Parts parts, StepSite site, Evaluator evaluator, Optional<Frame> body) {

    private static final Flow.Through THROUGH = new Flow.Through();

    /** @throws Failure where a statement fails */
    Flow run(Block block, Frame frame) {
        for (var statement : block.statements()) {
            var flow = run(statement, frame);
            if (!(flow instanceof Flow.Through)) {
                return flow;
            }
        }
        return THROUGH;
    }

    private Flow run(Statement statement, Frame frame) {
        return switch (statement) {
            case Statement.Let let -> bind(let.name(), evaluator.value(let.value(), frame), frame);
            case Statement.Call call -> done(() -> evaluator.value(call.call(), frame));
            case Statement.If choice -> chosen(choice, frame);
            case Statement.Match match -> matched(match, frame);
            case Statement.For loop -> repeated(loop, frame);
            case Statement.Wait wait ->
                done(() -> parts.context().clock().sleep(evaluator.duration(wait.duration(), frame)));
            case Statement.WaitUntil wait ->
                done(() -> new Waiting(parts.context(), site.name(), evaluator, frame, wait).run());
            case Statement.Require require -> done(() -> require(require, frame));
            case Statement.Notify notify -> done(() -> tell(notify, frame));
            case Statement.EscalateTo escalate -> done(() -> escalate(escalate, frame));
            case Statement.ServiceLevel level -> done(() -> new ServiceLevels(parts, site)
                    .set((int) level.level().value(), evaluator.text(level.affected(), frame)));
            case Statement.Reached reached -> done(() -> reach(reached.objective().text()));
            case Statement.Ask ask ->
                bind(ask.name(), new Asking(parts.context(), site.name(), evaluator).answer(ask, frame), frame);
            case Statement.PointOfNoReturn point ->
                done(() -> site.entry().add(new Undoable.NoReturn(evaluator.text(point.why(), frame))));
            case Statement.Skip skip -> new Flow.Skipped(evaluator.text(skip.why(), frame));
            case Statement.Finish finish -> new Flow.Finished(evaluator.text(finish.why(), frame));
            case Statement.Fail fail -> throw Failure.of(evaluator.text(fail.why(), frame));
            case Statement.Policy policy -> new Flow.Decided(policy);
        };
    }

    private static Flow done(Runnable statement) {
        statement.run();
        return THROUGH;
    }

    private Flow bind(Name name, Value value, Frame frame) {
        frame.bind(name.text(), value);
        if (body.filter(own -> own == frame).isPresent()) {
            parts.context().record(new Event.Bound(site.name(), name.text(), value));
        }
        return THROUGH;
    }

    private Flow chosen(Statement.If choice, Frame frame) {
        return choice.branches().stream().filter(branch -> evaluator.holds(branch.condition(), frame)).findFirst()
                .map(Statement.Branch::block).or(choice::otherwise)
                .map(block -> run(block, frame.inner())).orElse(THROUGH);
    }

    private Flow matched(Statement.Match match, Frame frame) {
        var word = ((Value.Word) evaluator.present(match.subject(), frame)).word();
        return match.cases().stream()
                .filter(one -> one.constants().stream().anyMatch(constant -> constant.text().equals(word))).findFirst()
                .map(Statement.Case::block).or(match::otherwise)
                .map(block -> run(block, frame.inner())).orElse(THROUGH);
    }

    private Flow repeated(Statement.For loop, Frame frame) {
        for (var value : evaluator.list(loop.list(), frame)) {
            var flow = run(loop.block(), frame.inner().bind(loop.variable().text(), value));
            if (!(flow instanceof Flow.Through)) {
                return flow;
            }
        }
        return THROUGH;
    }

    private void require(Statement.Require require, Frame frame) {
        var heard = new Overheard(evaluator.calls());
        if (!new Evaluator(evaluator.program(), heard).holds(require.condition(), frame)) {
            var message = require.message().map(text -> evaluator.text(text, frame))
                    .orElseGet(() -> "`" + require.condition().span().text() + "` does not hold.");
            throw Failure.of(message).evidence(new ShownNames(evaluator, frame, heard).of(require.condition()));
        }
    }

    private void tell(Statement.Notify notify, Frame frame) {
        site.entry().told();
        parts.messenger().tell(Approvals.names(notify.roles()), notify.channels().stream().map(Name::text).toList(),
                parts.messenger().letter(notify.message(), evaluator, frame));
    }

    private void escalate(Statement.EscalateTo escalate, Frame frame) {
        site.entry().told();
        parts.escalations().raise(escalate.role().name(), evaluator.text(escalate.why(), frame));
    }

    private void reach(String objective) {
        var context = parts.context();
        context.record(new Event.Reached(objective, context.incident.reach(objective)));
        if (objective.equals(Incident.SERVICE_RESTORED)) {
            parts.escalations().end();
            parts.updates().end();
        }
    }
}
