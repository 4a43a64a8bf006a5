package dev.lifeboat.interpreter.run;

import dev.lifeboat.grammar.tree.Block;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.evaluate.Evaluator;
import dev.lifeboat.interpreter.evaluate.Frame;
import dev.lifeboat.interpreter.run.Problem.Cause;
import dev.lifeboat.interpreter.value.Texts;
import dev.lifeboat.interpreter.world.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** One attempt at a step: its work, then {@code verify}, both within the step's {@code timeout}. */
final class Attempt {

    private final Parts parts;
    private final StepSite site;
    private final Work work;
    private final Frame frame;
    private final SiteCalls calls;
    private final Statements statements;
    private Cause cause = Cause.FAILED;

    Attempt(Parts parts, StepSite site, Work work) {
        this.parts = parts;
        this.site = site;
        this.work = work;
        this.frame = site.frame(parts.context());
        this.calls = new SiteCalls(parts.context(), site, parts.approvals());
        this.statements = new Statements(parts, site, new Evaluator(parts.context().program, calls),
                Optional.of(frame));
    }

    AttemptEnd run() {
        site.entry().attempt(frame);
        return limited(this::workAndVerify);
    }

    private AttemptEnd workAndVerify() {
        var end = work.carryOut(statements, frame);
        if (end instanceof AttemptEnd.Done done && done.flow() instanceof Flow.Through) {
            verify();
        }
        return end;
    }

    private void verify() {
        cause = Cause.VERIFY;
        site.handlers().verify().ifPresent(this::verify);
    }

    private void verify(Block block) {
        statements.run(block, frame.inner());
    }

    private AttemptEnd limited(Supplier<AttemptEnd> body) {
        try {
            return Limits.within(parts.context().clock(), site.timeout(), body);
        } catch (Failure failure) {
            endWhereTheRunDoes();
            return failed(Problem.of(cause, failure));
        } catch (Clock.DeadlinePassed passed) {
            return failed(Problem.of(Cause.TIMEOUT, late(passed)));
        }
    }

    /** A call that was ended since the run is being ended has not failed by itself: nobody is to react to it. */
    private void endWhereTheRunDoes() {
        if (parts.context().clock().remaining().isZero()) {
            parts.context().clock().sleep(Duration.ZERO);
        }
    }

    private String late(Clock.DeadlinePassed passed) {
        var limit = "It was not finished within " + Texts.duration(site.timeout().orElse(Clock.NO_LIMIT)) + ".";
        return passed.interrupted().isEmpty()
                ? limit
                : limit + " `" + passed.interrupted() + "` was interrupted, and nobody saw what came of it.";
    }

    private AttemptEnd failed(Problem problem) {
        return new AttemptEnd.Failed(
                calls.inDoubt().map(call -> problem.inDoubt(call.idempotent())).orElse(problem));
    }

    /** Whether {@code verify}, with time of its own, can tell what came of a call that nobody saw the answer of. */
    AttemptEnd settled(Problem doubt) {
        var verify = site.handlers().verify();
        return verify.isEmpty() ? new AttemptEnd.Failed(doubt) : settled(doubt, verify.get());
    }

    private AttemptEnd settled(Problem doubt, Block verify) {
        try {
            return Limits.within(parts.context().clock(), site.timeout(), () -> {
                verify(verify);
                return new AttemptEnd.Settled("`verify` says that it was done.");
            });
        } catch (Failure failure) {
            return new AttemptEnd.Failed(calls.isUnanswered(failure)
                    ? doubt.seen("`verify` could not tell: " + failure.getMessage())
                    : doubt.notDone("`verify` says that it was not done: " + failure.getMessage()));
        } catch (Clock.DeadlinePassed passed) {
            return new AttemptEnd.Failed(doubt.seen("`verify` could not tell in time."));
        }
    }
}
