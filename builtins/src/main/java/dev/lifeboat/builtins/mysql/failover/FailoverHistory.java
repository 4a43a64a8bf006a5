package dev.lifeboat.builtins.mysql.failover;

import dev.lifeboat.builtins.mysql.MySqlServer;
import dev.lifeboat.builtins.mysql.ServerTimeline.Canary;
import dev.lifeboat.builtins.mysql.survey.RunFacts;
import dev.lifeboat.interpreter.builtin.Call;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.value.Texts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * When a cluster failed over before. A cluster that fails over twice within an hour has something that a failover does not cure, or somebody who fails it over by
 * mistake; so a person has to say that it shall be. The canaries of promotions say when: they are replicated, and so on whoever is promoted next.
 */
record FailoverHistory(Call call, List<Canary> canaries) {

    /** @param holder a server of the cluster; where it can't tell there was nothing */
    static FailoverHistory of(Call call, MySqlServer holder) {
        try {
            return new FailoverHistory(call, holder.canaries());
        } catch (Failure unreadable) {
            call.did(holder.name(), "whether it failed over before is not known: " + unreadable.getMessage());
            return new FailoverHistory(call, List.of());
        }
    }

    /** For those who approve: {@code "12m ago (promoted by run …)"}. A planned switchover does not count, and is told. */
    void learn() {
        Optional<String> switched = newest(NewPrimary.CANARY).map(this::told);
        Optional<String> text = newest(Promotion.CANARY).map(this::told)
                .map(failed -> switched.map(planned -> failed + "; planned: " + planned).orElse(failed))
                .or(() -> switched.map(planned -> "none; planned: " + planned));
        RunFacts facts = new RunFacts(call);
        text.ifPresentOrElse(told -> facts.learn(RunFacts.LAST_FAILOVER, told),
                () -> facts.forget(RunFacts.LAST_FAILOVER));
    }

    /** How long ago that was; empty where it is longer than {@code span}. */
    Optional<String> failedOverWithin(Duration span) {
        return newest(Promotion.CANARY).filter(canary -> ago(canary).compareTo(span) < 0).map(this::told);
    }

    /** Without what this run wrote itself. */
    private Optional<Canary> newest(String kind) {
        String own = Promotion.runId(call);
        return canaries.stream().filter(canary -> canary.note().startsWith(kind))
                .filter(canary -> own.isEmpty() || !canary.note().contains(own)).findFirst();
    }

    private String told(Canary canary) {
        Duration ago = ago(canary);
        Duration rounded = ago.compareTo(Duration.ofMinutes(2)) < 0 ? ago : Duration.ofMinutes(ago.toMinutes());
        return Texts.duration(rounded) + " ago (" + canary.note() + ")";
    }

    private Duration ago(Canary canary) {
        Instant now = call.now();
        return canary.written().isAfter(now) ? Duration.ZERO : Duration.between(canary.written(), now);
    }
}
