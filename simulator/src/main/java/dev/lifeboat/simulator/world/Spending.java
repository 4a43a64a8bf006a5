package dev.lifeboat.simulator.world;

import dev.lifeboat.interpreter.world.Clock;
import dev.lifeboat.simulator.model.Chance;
import java.time.Duration;

/** Lets time pass for what a port does. */
final class Spending {
    private final Clock clock;
    private final Chance chance;
    private final boolean free;

    Spending(Clock clock, Chance chance) {
        this(clock, chance, false);
    }

    private Spending(Clock clock, Chance chance, boolean free) {
        this.clock = clock;
        this.chance = chance;
        this.free = free;
    }

    /** For what others do meanwhile, which costs the run no time. */
    Spending none() {
        return new Spending(clock, chance, true);
    }

    Duration of(Cost cost) {
        return chance.between("cost/" + cost.name(), cost.least, cost.most);
    }

    /** Lets {@code time} pass, or what the step still has of it. @return whether it was all of it */
    boolean spend(Duration time) {
        if (free) {
            return true;
        }
        Duration capped = capped(time);
        clock.sleep(capped);
        return capped.equals(time);
    }

    boolean spend(Cost cost) {
        return free || spend(of(cost));
    }

    /** As long as {@code limit}, and no longer than the step still has. */
    Duration capped(Duration limit) {
        Duration remaining = clock.remaining();
        return remaining.compareTo(limit) < 0 ? remaining : limit;
    }
}
