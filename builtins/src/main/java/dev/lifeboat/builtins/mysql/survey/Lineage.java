package dev.lifeboat.builtins.mysql.survey;

import dev.lifeboat.builtins.mysql.GtidSet;
import dev.lifeboat.builtins.mysql.MySqlServer;
import dev.lifeboat.builtins.mysql.ServerTimeline.Epoch;
import dev.lifeboat.builtins.mysql.ServerTimeline.Timeline;
import dev.lifeboat.interpreter.builtin.Failure;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The timelines of a cluster's replicas as they were found at one moment. */
public record Lineage(Survey survey, Map<String, Timeline> timelines) {

    /** Asked after the survey was made: see {@link Kinship#of(Observed, Observed)}. */
    public static Lineage of(Survey survey) {
        Map<String, Timeline> timelines = new LinkedHashMap<>();
        survey.answering().forEach(replica -> timelines.put(replica.name(), timeline(replica.server())));
        return new Lineage(survey, timelines);
    }

    private static Timeline timeline(MySqlServer server) {
        try {
            return server.timeline();
        } catch (Failure unreadable) {
            return Timeline.UNPREPARED;
        }
    }

    /** Why a replica has gone on without what was done to the data of another one that follows the primary; that one is right, as its epoch is the newer. */
    public Optional<String> stray(Observed replica) {
        return survey.followers().stream().filter(other -> !other.name().equals(replica.name()))
                .map(other -> kinship(replica, other)).filter(kinship -> kinship.across() && lacks(replica))
                .map(kinship -> "It is on another timeline: " + kinship.told() + ".").findFirst();
    }

    private Kinship kinship(Observed replica, Observed other) {
        return Kinship.of(replica.name(), replica.executed(), timelines.get(replica.name()), other.name(),
                timelines.get(other.name()));
    }

    /** Whether it is the replica that lacks an epoch, not the other one. */
    private boolean lacks(Observed replica) {
        Timeline own = timelines.get(replica.name());
        return timelines.values().stream().flatMap(timeline -> timeline.epochs().stream())
                .anyMatch(epoch -> !own.has(epoch));
    }

    /** What some primary had executed when an epoch began that this replica has as well: nothing of it is errant, whoever wrote it. */
    public GtidSet known(Observed replica) {
        return timelines.getOrDefault(replica.name(), Timeline.UNPREPARED).epochs().stream().map(Epoch::before)
                .reduce(GtidSet.EMPTY, GtidSet::union);
    }
}
