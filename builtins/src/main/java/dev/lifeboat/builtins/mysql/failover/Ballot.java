package dev.lifeboat.builtins.mysql.failover;

import dev.lifeboat.builtins.mysql.GtidSet;
import dev.lifeboat.builtins.mysql.MySqlServer;
import dev.lifeboat.builtins.mysql.failover.Election.Excluded;
import dev.lifeboat.builtins.mysql.survey.Landscape;
import dev.lifeboat.builtins.mysql.survey.Lineage;
import dev.lifeboat.builtins.mysql.survey.LossBound;
import dev.lifeboat.builtins.mysql.survey.LossEstimate;
import dev.lifeboat.builtins.mysql.survey.Observed;
import dev.lifeboat.builtins.mysql.survey.RunFacts;
import dev.lifeboat.builtins.mysql.survey.Survey;
import dev.lifeboat.interpreter.builtin.Call;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.value.Texts;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Chooses who becomes the primary: of the servers with sound data one must have all that the others have; the inventory says who of them should win, and
 * whoever wins first catches up from the one that has most.
 */
final class Ballot {
    private final Call call;
    private final Landscape landscape;
    private final Survey survey;
    private final Candidacy candidacy;
    private final Optional<String> preferred;
    private final SiteRule siteRule;

    /** @param site for which the election is held; empty for all of them */
    Ballot(Call call, Landscape landscape, Survey survey, Optional<String> preferred, Optional<String> site) {
        this.call = call;
        this.landscape = landscape;
        this.survey = survey;
        this.candidacy = new Candidacy(landscape, survey, Lineage.of(survey));
        this.preferred = preferred;
        this.siteRule = new SiteRule(landscape, site);
    }

    Election hold() {
        List<Observed> sound = survey.replicas().stream().filter(replica -> candidacy.flaw(replica).isEmpty()).toList();
        List<Observed> candidates = sound.stream().filter(replica -> bar(replica).isEmpty()).toList();
        if (candidates.isEmpty()) {
            throw nobody();
        }
        Observed best = mostAdvanced(sound);
        Map<String, List<String>> missing = new LinkedHashMap<>();
        candidates.forEach(one -> missing.put(one.name(), new KnownAccounts(call).missing(one.server())));
        Observed winner = candidates.stream().min(order(best, missing)).orElseThrow();
        tellMissing(winner.name(), missing.get(winner.name()));
        Optional<Observed> source = winner.executed().contains(best.executed()) ? Optional.empty() : Optional.of(best);
        return result(winner, source);
    }

    private Optional<String> bar(Observed replica) {
        return candidacy.bar(replica).or(() -> siteRule.bar(replica));
    }

    /** The one that has all that the others have. */
    private Observed mostAdvanced(List<Observed> sound) {
        return sound.stream().filter(one -> sound.stream().allMatch(other -> one.executed().contains(other.executed())))
                .findFirst().orElseThrow(() -> splitBrain(sound));
    }

    private void tellMissing(String winner, List<String> accounts) {
        if (!accounts.isEmpty()) {
            call.did(winner, "lacks accounts that the primary had: " + Texts.list(accounts)
                    + "; create them once it is promoted, before it is routed to");
        }
    }

    /**
     * First the preferred one; whom a sibling could not follow comes last, and before it who lacks an account that the primary had; then as the inventory says,
     * at the primary's site before elsewhere, and who misses least. The inventory's order decides the rest.
     */
    private Comparator<Observed> order(Observed best, Map<String, List<String>> missing) {
        Comparator<Observed> byWish = Comparator
                .comparing(replica -> preferred.filter(replica.name()::equals).isEmpty());
        return byWish.thenComparing(replica -> !candidacy.tooOldFor(replica).isEmpty())
                .thenComparing(replica -> !missing.get(replica.name()).isEmpty())
                .thenComparing(replica -> landscape.policy(replica.name()))
                .thenComparing(replica -> !atPrimarysSite(replica))
                .thenComparing(replica -> best.executed().subtract(replica.executed()).count());
    }

    private boolean atPrimarysSite(Observed replica) {
        return landscape.site(replica.name()).equals(landscape.site(survey.cluster().primary().name()));
    }

    private Election result(Observed winner, Optional<Observed> source) {
        LossBound bound = new LossEstimate(call, survey)
                .of(Stream.concat(Stream.of(winner), source.stream()).toList());
        FailoverHistory.of(call, winner.server()).learn();
        learn(winner.name(), source.map(Observed::name), bound.loss());
        return new Election(winner.server(), others(winner), source.map(Observed::server), bound.loss(), bound.basis(),
                bound.missing(), Stream.concat(excluded().stream(), leftBehind(winner)).toList());
    }

    private void learn(String winner, Optional<String> source, Duration loss) {
        RunFacts facts = new RunFacts(call);
        facts.learn(RunFacts.CANDIDATE, winner);
        source.ifPresentOrElse(name -> facts.learn(RunFacts.LEVEL_FROM, name), () -> facts.forget(RunFacts.LEVEL_FROM));
        facts.learn(RunFacts.LOSS, loss);
        call.did(winner, "was elected" + source.map(name -> "; it catches up from " + name + " first").orElse(""));
    }

    /** Those that answer and followed the primary, and are not too old: they shall follow the winner. */
    private List<MySqlServer> others(Observed winner) {
        List<Observed> tooOld = candidacy.tooOldFor(winner);
        return survey.followers().stream().filter(replica -> !replica.name().equals(winner.name()))
                .filter(replica -> !tooOld.contains(replica)).map(Observed::server).toList();
    }

    private Stream<Excluded> leftBehind(Observed winner) {
        return candidacy.tooOldFor(winner).stream().map(replica -> new Excluded(replica.server(), "It is MySQL "
                + replica.state().identity().version() + " and can't follow `" + winner.name() + "` ("
                + winner.state().identity().version() + "): a replica must not be older than its source."));
    }

    private List<Excluded> excluded() {
        return survey.replicas().stream()
                .flatMap(replica -> candidacy.flaw(replica).or(() -> bar(replica)).stream()
                        .map(reason -> new Excluded(replica.server(), reason)))
                .toList();
    }

    private Failure nobody() {
        List<String> reasons = excluded().stream().map(one -> "`" + one.server().name() + "`: " + one.reason())
                .toList();
        List<Observed> ownWrites = survey.answering().stream().filter(replica -> !survey.errant(replica).isEmpty())
                .toList();
        return ownWrites.size() > 1
                ? splitBrain(ownWrites)
                : Failure.of("No server of `" + survey.cluster().name() + "` can be promoted.").evidence(reasons)
                        .hint("Repair one of them, or wait for the primary; the reasons are listed.");
    }

    private Failure splitBrain(List<Observed> sides) {
        List<String> evidence = sides.stream()
                .flatMap(one -> sides.stream().filter(other -> !other.name().equals(one.name()))
                        .map(other -> difference(one, other)))
                .toList();
        return Failure
                .of("Split brain: " + Texts.list(sides.stream().map(side -> "`" + side.name() + "`").toList())
                        + " each have transactions that the others have not. Whoever is promoted, the others' are lost.")
                .evidence(evidence).hint("People must decide: look into the transactions of each side first.");
    }

    private static String difference(Observed one, Observed other) {
        GtidSet more = one.executed().subtract(other.executed());
        return "`" + one.name() + "` has, and `" + other.name() + "` has not, "
                + Texts.count(more.count(), "transaction")
                + ": " + more;
    }
}
