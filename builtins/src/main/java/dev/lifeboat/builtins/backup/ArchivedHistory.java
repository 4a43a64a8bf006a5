package dev.lifeboat.builtins.backup;

import dev.lifeboat.builtins.mysql.GtidSet;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What archived logs tell of one history.
 *
 * @param goal all that had been executed in it by the end of what is there
 */
record ArchivedHistory(LogChain chain, GtidSet goal) {

    /** What stands in logs of servers that have gone another way. */
    GtidSet parted() {
        return chain.known().subtract(goal);
    }

    /** When the newest of it was committed. */
    Optional<Instant> upTo() {
        return parts().flatMap(part -> part.last().stream()).max(Comparator.naturalOrder());
    }

    /** The logs that hold some of these. */
    List<ArchivedLog> holding(GtidSet transactions) {
        return parts().filter(part -> !part.holds().intersect(transactions).isEmpty()).toList();
    }

    private Stream<ArchivedLog> parts() {
        return chain.all().filter(part -> goal.contains(part.holds()));
    }
}
