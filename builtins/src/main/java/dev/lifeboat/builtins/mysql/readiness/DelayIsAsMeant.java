package dev.lifeboat.builtins.mysql.readiness;

import dev.lifeboat.builtins.mysql.MySqlServer.ReplicaChannel;
import dev.lifeboat.interpreter.value.Texts;
import java.time.Duration;
import java.util.stream.Stream;

/** R10: the delayed replica is as far behind as it is meant to be, and receives all the same; the others are not delayed. */
final class DelayIsAsMeant implements Rule {

    @Override
    public String number() {
        return "R10";
    }

    @Override
    public Stream<Finding> findings(Situation situation) {
        return Stream.concat(situation.replicas().stream().flatMap(this::delay), none(situation));
    }

    private Stream<Finding> delay(Examined replica) {
        Duration meant = replica.declared().delay();
        Duration found = replica.channel().map(ReplicaChannel::delay).orElse(meant);
        boolean receives = replica.channel().filter(ReplicaChannel::receiving).isPresent();
        if (!found.equals(meant)) {
            return Stream.of(Finding.warning(this, replica,
                    replica.name() + " is behind on purpose by " + Texts.duration(found)
                            + ", and the inventory says " + Texts.duration(meant) + ".",
                    "Set `SOURCE_DELAY` there, or `delay:` in the inventory."));
        }
        return meant.isZero() || receives
                ? Stream.empty()
                : Stream.of(Finding.severe(this, replica,
                        "The receiver of the delayed replica " + replica.name() + " does not run.",
                        "Start it: what it has not received it can't give back after a corruption."));
    }

    private Stream<Finding> none(Situation situation) {
        boolean some = situation.replicas().stream().anyMatch(replica -> !replica.declared().delay().isZero());
        return some || !situation.silent().isEmpty()
                ? Stream.empty()
                : Stream.of(Finding.ofCluster(this, Severity.NOTE,
                        "`" + situation.cluster()
                                + "` has no delayed replica: a corruption can only be answered by a restore.",
                        "A replica that is an hour behind gives rows back within minutes."));
    }
}
