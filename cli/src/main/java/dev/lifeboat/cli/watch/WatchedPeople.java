package dev.lifeboat.cli.watch;

import dev.lifeboat.interpreter.run.Event;
import dev.lifeboat.interpreter.world.Intermediary;
import dev.lifeboat.interpreter.world.People;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** People of a run that is carried on, of whom the watch may have told some meanwhile. */
public record WatchedPeople(People people, Memory memory) implements Intermediary {

    @Override
    public Optional<List<Delivery>> toldMeanwhile(String rung, int turn) {
        return memory.told(rung, turn).map(recorded -> ((Event.Told) recorded.event()).deliveries());
    }

    @Override
    public Optional<Acknowledgement> acknowledged(CallOut callOut, Duration within) {
        return memory.acknowledged(callOut.rung()).or(() -> people.acknowledged(callOut, within));
    }
}
