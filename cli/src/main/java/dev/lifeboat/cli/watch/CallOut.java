package dev.lifeboat.cli.watch;

import dev.lifeboat.interpreter.run.Event;
import dev.lifeboat.interpreter.run.Recorded;
import dev.lifeboat.interpreter.world.Clock;
import dev.lifeboat.interpreter.world.People.Delivery;
import dev.lifeboat.interpreter.world.People.Turns;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Somebody is to be called, one holder of the roles after the other until one acknowledges.
 *
 * @param rung  as the run names it
 * @param after when, on the incident's clock
 * @param first when the first holders are to be told
 * @param turns how often, and how long after each other
 * @param told  what became of each turn up to now
 */
record CallOut(String rung, Duration after, List<String> roles, String why, Instant first, Turns turns,
        List<Recorded> told) {

    int turn() {
        return told.size();
    }

    /** When the next holders are to be told, where there are any left. The same rules as in the run: who can't be reached is not waited for while there is another one. */
    Optional<Instant> next(int holders) {
        if (told.isEmpty()) {
            return Optional.of(first);
        }
        return turn() < turns.rounds() * holders
                ? Optional.of(told.getLast().at().plus(patience(holders)))
                : Optional.empty();
    }

    private Duration patience(int holders) {
        return isReached() || turn() % holders == 0 ? turns.acknowledgeWithin() : Duration.ZERO;
    }

    /** Whether anybody was reached in the last turn. */
    boolean isReached() {
        return !told.isEmpty()
                && ((Event.Told) told.getLast().event()).deliveries().stream().anyMatch(Delivery::delivered);
    }

    /** That somebody is needed is said once: to the next holder only where nobody could be reached. */
    static Turns once() {
        return new Turns(Clock.NO_LIMIT, 1);
    }
}
