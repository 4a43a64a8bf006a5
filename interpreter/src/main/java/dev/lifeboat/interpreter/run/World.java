package dev.lifeboat.interpreter.run;

import dev.lifeboat.interpreter.builtin.Ports;
import dev.lifeboat.interpreter.builtin.Registry;
import dev.lifeboat.interpreter.journal.Journal;
import dev.lifeboat.interpreter.world.Clock;
import dev.lifeboat.interpreter.world.People;
import dev.lifeboat.interpreter.world.ServiceWatch;
import java.util.List;
import java.util.Optional;

/**
 * All that is outside of a run, real or simulated.
 *
 * @param listeners who follows the run: the console, a report
 * @param watch     what the application saw, where one is watched
 */
public record World(Clock clock, People people, Ports ports, Registry registry, Journal journal,
        List<Listener> listeners, Optional<ServiceWatch> watch) {

    public World {
        listeners = List.copyOf(listeners);
    }
}
