package dev.lifeboat.builtins.mysql.readiness;

import dev.lifeboat.interpreter.value.Texts;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/** R9: a heartbeat is written each second and comes to all replicas: without it nobody can tell how much a failover loses. */
final class HeartbeatsArrive implements Rule {
    private static final Duration ON_THE_PRIMARY = Duration.ofSeconds(5);
    private static final Duration ON_A_REPLICA = Duration.ofSeconds(30);

    @Override
    public String number() {
        return "R9";
    }

    @Override
    public Stream<Finding> findings(Situation situation) {
        return Stream.concat(situation.primary().flatMap(primary -> stale(primary, ON_THE_PRIMARY)).stream(),
                situation.replicas().stream()
                        .flatMap(replica -> stale(replica, ON_A_REPLICA.plus(replica.declared().delay())).stream()));
    }

    private Optional<Finding> stale(Examined server, Duration most) {
        if (server.heartbeat().isEmpty()) {
            return server.declared().delay().isZero()
                    ? Optional.of(Finding.severe(this, server,
                            server.name() + " has no heartbeat: how much a failover may lose can't be told.",
                            "`lifeboat prepare` makes it, on the primary."))
                    : Optional.empty();
        }
        Duration age = Duration.between(server.heartbeat().get().written(), server.state().clock());
        return age.compareTo(most) <= 0
                ? Optional.empty()
                : Optional.of(Finding.severe(this, server,
                        "The newest heartbeat on " + server.name() + " is "
                                + Texts.duration(age.truncatedTo(java.time.temporal.ChronoUnit.SECONDS)) + " old.",
                        "On the primary look at `event_scheduler` and the event `lifeboat.heartbeat`; on a replica at how far it is behind."));
    }
}
