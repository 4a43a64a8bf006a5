package dev.lifeboat.builtins.mysql.failover;

import dev.lifeboat.builtins.mysql.GtidSet;
import dev.lifeboat.builtins.mysql.MySqlServer;
import dev.lifeboat.builtins.mysql.fence.FenceLevel;
import dev.lifeboat.builtins.mysql.survey.Landscape;
import dev.lifeboat.builtins.mysql.survey.Lineage;
import dev.lifeboat.builtins.mysql.survey.Observed;
import dev.lifeboat.builtins.mysql.survey.RunFacts;
import dev.lifeboat.builtins.mysql.survey.Survey;
import dev.lifeboat.builtins.mysql.survey.Unsupported;
import dev.lifeboat.interpreter.builtin.Call;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.value.Texts;
import dev.lifeboat.interpreter.value.Value;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Whether a server may be promoted. Each refusal leaves everything as it is. */
final class PromotionCheck {
    private static final List<String> STOPS_A_HUNG_ONE = List.of(FenceLevel.PROCESS.word(), FenceLevel.POWER.word(),
            FenceLevel.SQL.word());
    private final Call call;
    private final Landscape landscape;
    private final MySqlServer server;
    private final RunFacts facts;

    PromotionCheck(Call call, Landscape landscape, MySqlServer server) {
        this.call = call;
        this.landscape = landscape;
        this.server = server;
        this.facts = new RunFacts(call);
    }

    void beforeAnything() {
        requireElected();
        requireFence();
        requireAcceptedLoss();
        requireNotFlapping();
        Observed found = Observed.need(server);
        Unsupported.refuse(found);
        requireStillReplica(found);
        landscape.refuseSecondPrimary(call, server.name());
    }

    /** What may have changed while it caught up. @return how it was found */
    Observed beforeOpening() {
        Observed found = Observed.need(server);
        if (!found.unapplied().isEmpty()) {
            throw refused("it has received " + Texts.count(found.unapplied().count(), "transaction")
                    + " that it has not applied: they would be lost",
                    "Call `mysql.drain_relay_logs` first.");
        }
        Survey survey = Survey.of(call, landscape.clusterOf(call, server.name()));
        GtidSet errant = survey.errant(found, Lineage.of(survey).known(found));
        if (!errant.isEmpty()) {
            throw refused("it has transactions that nobody else has: " + errant, "Hold the election again.");
        }
        return found;
    }

    private void requireElected() {
        String elected = facts.text(RunFacts.CANDIDATE)
                .orElseThrow(() -> refused("no election was held", "Call `mysql.elect` first."));
        if (!elected.equals(server.name())) {
            throw refused("`" + elected + "` was elected",
                    "Promote that one, or elect with `prefer: " + server.name() + "`.");
        }
        if (!facts.names(RunFacts.DRAINED).contains(server.name())) {
            throw refused("its relay logs were not drained", "Call `mysql.drain_relay_logs`, then `mysql.elect`.");
        }
    }

    private void requireFence() {
        Optional<String> fence = facts.text(RunFacts.FENCE);
        if (facts.is(RunFacts.VERDICT, VerdictState.HUNG.name())
                && fence.filter(STOPS_A_HUNG_ONE::contains).isEmpty()) {
            throw refused(
                    "the old primary hangs and may go on at any moment; it is "
                            + fence.map(level -> "fenced by " + level + " alone").orElse("not fenced"),
                    "Stop its process or its power: `mysql.fence`, or by hand.");
        }
        if (fence.isEmpty() && !call.approved()) {
            throw refused("the old primary is not fenced, and nobody has approved that",
                    "Call `mysql.fence`, or let the step be approved: the approval shows `fence: UNFENCED`.");
        }
    }

    private void requireAcceptedLoss() {
        Duration loss = facts.span(RunFacts.LOSS)
                .orElseThrow(() -> refused("what it would lose is not known", "Call `mysql.elect` first."));
        Optional<Duration> rpo = call.named("rpo").map(value -> value instanceof Value.Span span ? span.value() : null);
        boolean within = rpo.filter(limit -> loss.compareTo(limit) <= 0).isPresent();
        boolean accepted = facts.span(RunFacts.ACCEPTED_LOSS).filter(limit -> loss.compareTo(limit) <= 0).isPresent();
        if (!within && !accepted) {
            throw refused("up to " + Texts.duration(loss) + " of writes would be lost, "
                    + rpo.map(limit -> "the RPO is " + Texts.duration(limit)).orElse("the runbook has no `rpo`")
                    + ", and nobody has accepted it", "Let a step be approved: the approval shows `loss`.");
        }
    }

    private void requireNotFlapping() {
        Duration again = landscape.failoverAgainAfter(server.name());
        FailoverHistory.of(call, server).failedOverWithin(again).filter(ago -> !call.approved()).ifPresent(ago -> {
            throw refused("the cluster failed over " + ago + ", which is less than " + Texts.duration(again)
                    + " before, and nobody has approved that it does again",
                    "Find out what the last one did not cure. If it has to be, let the step be approved: the approval shows `last_failover`.");
        });
    }

    /** As expected when it was elected: a replica of the old primary, and nobody's primary yet. */
    private void requireStillReplica(Observed found) {
        if (found.writable()) {
            throw refused("it takes writes already, and this run did not open it", "Find out who did.");
        }
        Optional<String> expected = facts.text(RunFacts.PRIMARY_UUID);
        boolean levels = facts.text(RunFacts.LEVEL_FROM).isPresent();
        boolean follows = expected.isEmpty() || found.channel()
                .filter(channel -> channel.sourceUuid().equals(expected.get())).isPresent();
        if (!levels && !follows) {
            throw refused("it no longer follows the old primary (" + expected.get() + ")",
                    "Somebody else may be failing over too: find out, then elect again.");
        }
    }

    private Failure refused(String why, String hint) {
        return Failure.of("`" + server.name() + "` was not promoted: " + why + ".").hint(hint);
    }
}
