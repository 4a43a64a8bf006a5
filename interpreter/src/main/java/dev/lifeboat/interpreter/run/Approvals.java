package dev.lifeboat.interpreter.run;

import dev.lifeboat.grammar.tree.Expression.Role;
import dev.lifeboat.grammar.tree.StepClauses;
import dev.lifeboat.interpreter.evaluate.Evaluator;
import dev.lifeboat.interpreter.value.Texts;
import dev.lifeboat.interpreter.world.Clock;
import dev.lifeboat.interpreter.world.People;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Asks for approvals, and knows which of them hold: one is void as soon as a fact that it had shown has changed. */
final class Approvals {

    static final String LOSS = "loss";

    private final RunContext context;
    private final Escalations escalations;
    private final Map<String, People.ApprovalRequest> given = new ConcurrentHashMap<>();

    Approvals(RunContext context, Escalations escalations) {
        this.context = context;
        this.escalations = escalations;
    }

    /** Whether the step was approved, with the facts that hold now shown. */
    boolean holds(StepSite site) {
        var request = given.get(site.name());
        var now = new Approvable(context, site);
        return request != null && request.facts().equals(now.facts()) && now.leadsToTheSame(request);
    }

    /**
     * Returns when the step is approved as things stand; at once where it is already.
     *
     * @return why not, where somebody said no
     */
    Optional<Problem> obtain(StepSite site, StepClauses.Approval clause, Evaluator evaluator) {
        while (true) {
            var request = new Approvable(context, site).request(clause, evaluator);
            if (sameAsGiven(site, request)) {
                return Optional.empty();
            }
            var objection = ask(request, clause);
            if (objection.isPresent()) {
                return objection;
            }
            given.put(site.name(), request);
            accept(request);
        }
    }

    private boolean sameAsGiven(StepSite site, People.ApprovalRequest request) {
        var before = given.get(request.step());
        return before != null && before.calls().equals(request.calls()) && before.facts().equals(request.facts())
                && new Approvable(context, site).leadsToTheSame(before);
    }

    private Optional<Problem> ask(People.ApprovalRequest request, StepClauses.Approval clause) {
        context.recordForced(new Event.ApprovalAsked(request));
        var overdue = clause.within().map(limit -> escalateWhenOverdue(request, limit.value()));
        try {
            return count(request);
        } finally {
            overdue.ifPresent(Clock.Task::cancel);
        }
    }

    /** Each answer is on disk before the next is asked for. */
    private Optional<Problem> count(People.ApprovalRequest request) {
        var saidYes = new ArrayList<String>();
        while (saidYes.size() < request.votes()) {
            var answer = context.people().approve(request, List.copyOf(saidYes));
            context.recordForced(new Event.ApprovalAnswered(request.step(), request.digest(), answer));
            if (!answer.given() || saidYes.contains(answer.by())) {
                return Optional.of(answer.given() ? saidTwice(request, answer.by()) : refused(answer));
            }
            saidYes.add(answer.by());
        }
        return Optional.empty();
    }

    private static Problem saidTwice(People.ApprovalRequest request, String person) {
        return Problem.of(Problem.Cause.APPROVAL, "`" + person + "` has said yes twice, and " + request.votes()
                + " different people have to.");
    }

    /** Silence is never a yes: the question stays. */
    private Clock.Task escalateWhenOverdue(People.ApprovalRequest request, Duration limit) {
        return context.clock().fork("overdue approval of " + request.step(), () -> {
            context.clock().sleep(limit);
            escalations.raise("Nobody has answered within " + Texts.duration(limit) + " whether `" + request.step()
                    + "` is approved.");
        });
    }

    private static Problem refused(People.Approval answer) {
        var why = answer.reason().isBlank() ? "." : ": " + answer.reason();
        return Problem.of(Problem.Cause.APPROVAL, "`" + answer.by() + "` did not approve it" + why);
    }

    /** Whoever approved a step while a loss was shown has accepted that loss. */
    private void accept(People.ApprovalRequest request) {
        var known = context.facts.known();
        var loss = known.get(LOSS);
        boolean shown = loss != null && Texts.of(loss).equals(request.facts().get(LOSS));
        if (shown && !loss.equals(known.get(Approvable.ACCEPTED_LOSS))) {
            context.record(new Event.Learned(0, Approvable.ACCEPTED_LOSS, loss));
        }
    }

    static List<String> names(List<Role> roles) {
        return roles.stream().map(Role::name).toList();
    }
}
