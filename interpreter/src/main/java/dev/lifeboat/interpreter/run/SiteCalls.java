package dev.lifeboat.interpreter.run;

import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.builtin.Signature;
import dev.lifeboat.interpreter.evaluate.Evaluator;
import dev.lifeboat.interpreter.value.Type;
import dev.lifeboat.interpreter.value.Value;
import dev.lifeboat.interpreter.world.Clock;
import java.util.List;
import java.util.Optional;

/** The calls of one attempt at a step, and what is known of those that did not come back. */
final class SiteCalls implements Evaluator.Calls {

    private final RunContext context;
    private final StepSite site;
    private final Approvals approvals;
    private Optional<Signature> inDoubt = Optional.empty();
    private Optional<Failure> unanswered = Optional.empty();

    SiteCalls(RunContext context, StepSite site, Approvals approvals) {
        this.context = context;
        this.site = site;
        this.approvals = approvals;
    }

    @Override
    public Value call(Signature signature, List<Value> arguments) {
        Claims.claim(site.place().claims(), signature, arguments);
        try {
            return context.call(new Gate.Site(site.name(), approvals.holds(site)), signature, arguments);
        } catch (Failure failure) {
            failed(signature, failure);
            throw failure;
        } catch (Clock.DeadlinePassed passed) {
            if (signature.effect().alters() && !passed.interrupted().isEmpty()) {
                inDoubt = Optional.of(signature);
            }
            throw passed;
        }
    }

    private void failed(Signature signature, Failure failure) {
        boolean unknown = failure.outcome() == Failure.Outcome.UNKNOWN;
        if (unknown && signature.effect().alters()) {
            inDoubt = Optional.of(signature);
        }
        if (unknown || !signature.answer().equals(Type.NO_ANSWER)) {
            unanswered = Optional.of(failure);
        }
    }

    /** A changing call that was asked for and whose answer nobody saw. */
    Optional<Signature> inDoubt() {
        return inDoubt;
    }

    /** Whether this failure says that something could not be seen, rather than what was seen. */
    boolean isUnanswered(Failure failure) {
        return unanswered.filter(seen -> seen == failure).isPresent();
    }
}
