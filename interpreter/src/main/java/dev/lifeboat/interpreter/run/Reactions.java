package dev.lifeboat.interpreter.run;

import dev.lifeboat.grammar.tree.Block;
import dev.lifeboat.grammar.tree.Name;
import dev.lifeboat.grammar.tree.Statement.Policy;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.evaluate.Evaluator;
import java.util.Optional;

/** What is done when all attempts at a step have failed: its own {@code on failure}, else the runbook's policy. */
final class Reactions {

    /** A failure, perhaps with what else went wrong meanwhile, and what is done about it. */
    record Decision(Problem problem, Reaction reaction) {}

    private final Parts parts;
    private final StepSite site;
    private long retries;

    Reactions(Parts parts, StepSite site) {
        this.parts = parts;
        this.site = site;
    }

    Decision to(Problem problem) {
        var handler = site.handlers().onFailure();
        return handler.isEmpty() ? byDefault(problem) : handled(problem, handler.get());
    }

    private Decision handled(Problem problem, Block handler) {
        site.entry().bodyIsOver(true);
        try {
            return decided(problem, carryOut(handler));
        } catch (Failure failure) {
            return byDefault(problem.seen("`on failure` failed too: " + failure.getMessage()));
        } finally {
            site.entry().bodyIsOver(false);
        }
    }

    private Flow carryOut(Block handler) {
        var context = parts.context();
        var evaluator = new Evaluator(context.program, new SiteCalls(context, site, parts.approvals()));
        return new Statements(parts, site, evaluator, Optional.empty()).run(handler,
                site.entry().frame(context).inner());
    }

    private Decision decided(Problem problem, Flow flow) {
        return switch (flow) {
            case Flow.Decided decided -> decided(problem, decided.policy());
            case Flow.Finished finished -> new Decision(problem, new Reaction.Finish(finished.why()));
            case Flow.Skipped skipped -> byDefault(problem);
            case Flow.Through through -> byDefault(problem);
        };
    }

    private Decision decided(Problem problem, Policy policy) {
        if (policy instanceof Policy.Retry retry && ++retries > retry.atMost().value()) {
            return byDefault(problem);
        }
        return new Decision(problem, reaction(policy));
    }

    private Decision byDefault(Problem problem) {
        return new Decision(problem, ofRunbook(parts, site.place()));
    }

    /** For what has no handler of its own. */
    static Reaction ofRunbook(Parts parts, Place place) {
        return place.handled()
                ? new Reaction.HandUp()
                : parts.context().program.tree().header().onFailure().map(Reactions::reaction)
                        .orElseGet(Reaction.Pause::new);
    }

    private static Reaction reaction(Policy policy) {
        return switch (policy) {
            case Policy.Continue goOn -> new Reaction.Continue();
            case Policy.Rollback rollback -> new Reaction.RollBack(rollback.toBefore().map(Name::text));
            case Policy.Pause pause -> new Reaction.Pause();
            case Policy.Stop stop -> new Reaction.Stop();
            case Policy.Retry retry -> new Reaction.TryAgain();
        };
    }
}
