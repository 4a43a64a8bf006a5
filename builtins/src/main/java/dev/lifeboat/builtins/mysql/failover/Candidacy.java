package dev.lifeboat.builtins.mysql.failover;

import dev.lifeboat.builtins.inventory.Inventory.Promote;
import dev.lifeboat.builtins.mysql.GtidSet;
import dev.lifeboat.builtins.mysql.MySqlServer.ReplicaChannel;
import dev.lifeboat.builtins.mysql.MySqlServer.ThreadState;
import dev.lifeboat.builtins.mysql.survey.Landscape;
import dev.lifeboat.builtins.mysql.survey.Lineage;
import dev.lifeboat.builtins.mysql.survey.Observed;
import dev.lifeboat.builtins.mysql.survey.Series;
import dev.lifeboat.builtins.mysql.survey.Survey;
import dev.lifeboat.builtins.mysql.survey.Unsupported;
import dev.lifeboat.interpreter.value.Texts;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Whether a replica can be promoted, and if not, why. Loss is no reason: it is bounded, and accepted or not. */
record Candidacy(Landscape landscape, Survey survey, Lineage lineage) {

    /** Why it has no data that could be relied on, a sentence; one without such a reason can at least send others what it has. */
    Optional<String> flaw(Observed replica) {
        if (!replica.answers()) {
            return Optional.of(replica.problem());
        }
        return Stream.<Function<Observed, Optional<String>>>of(this::writable, Unsupported::reason, this::elsewhere,
                this::brokenApplier, this::undrained, this::withoutBinaryLog, lineage::stray, this::errant)
                .flatMap(rule -> rule.apply(replica).stream()).findFirst();
    }

    /** Why it must not win although its data are good, a sentence. */
    Optional<String> bar(Observed replica) {
        return landscape.policy(replica.name()) == Promote.MUST_NOT
                ? Optional.of("The inventory says `promote: must_not`.")
                : Optional.empty();
    }

    /** Those that follow the primary and could not follow this one: a replica must not be of an older series than its source. */
    List<Observed> tooOldFor(Observed winner) {
        return survey.followers().stream()
                .filter(sibling -> Series.of(winner).isNewerThan(Series.of(sibling))).toList();
    }

    private Optional<String> elsewhere(Observed replica) {
        if (survey.followsPrimary(replica)) {
            return Optional.empty();
        }
        return Optional.of(replica.channel()
                .map(channel -> "It follows " + channel.sourceHost() + ":" + channel.sourcePort()
                        + ", not the primary.")
                .orElse("It is no replica: it has no source."));
    }

    private Optional<String> writable(Observed replica) {
        return replica.writable() ? Optional.of("It takes writes itself: its data may be its own.") : Optional.empty();
    }

    private Optional<String> brokenApplier(Observed replica) {
        return replica.channel().filter(channel -> channel.applierError() != 0)
                .map(channel -> "Its applier stopped with error " + channel.applierError() + ": "
                        + channel.errorText());
    }

    /** A delayed replica holds back what it has received, and says so as a reason that an operator can understand. */
    private Optional<String> undrained(Observed replica) {
        Optional<ReplicaChannel> delayed = replica.channel().filter(channel -> !channel.delay().isZero());
        if (delayed.isPresent()) {
            return delayed.map(channel -> "It is behind on purpose, by " + Texts.duration(channel.delay()) + ".");
        }
        long unapplied = replica.unapplied().count();
        boolean stopped = replica.channel().filter(channel -> channel.applier() == ThreadState.OFF).isPresent();
        return unapplied == 0
                ? Optional.empty()
                : Optional.of("It has not applied " + Texts.count(unapplied) + " of the transactions that it received"
                        + (stopped ? ": its applier is stopped." : "."));
    }

    private Optional<String> withoutBinaryLog(Observed replica) {
        boolean logs = replica.state().logBin() && replica.state().logReplicaUpdates();
        return logs
                ? Optional.empty()
                : Optional.of(
                        "It writes no binary log of what it applies (`log_bin`, `log_replica_updates`): nobody could follow it.");
    }

    private Optional<String> errant(Observed replica) {
        GtidSet errant = survey.errant(replica, lineage.known(replica));
        return errant.isEmpty()
                ? Optional.empty()
                : Optional
                        .of("It has transactions that neither the primary wrote nor anybody else has: " + errant + ".");
    }
}
