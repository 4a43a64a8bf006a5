package dev.lifeboat.simulator.world;

import dev.lifeboat.interpreter.run.Event;
import dev.lifeboat.interpreter.run.Listener;
import dev.lifeboat.interpreter.run.Recorded;
import dev.lifeboat.simulator.fault.Faults;
import dev.lifeboat.simulator.model.Timeline;
import dev.lifeboat.simulator.scenario.Scenario;
import dev.lifeboat.simulator.scenario.Scenario.Trigger;
import java.util.ArrayList;
import java.util.List;

/** Lets things happen at steps of the run. Each happens once, at the first step that it waits for. */
final class StepTriggers implements Listener {
    private final List<Scenario.Event> waiting = new ArrayList<>();
    private final Timeline timeline;
    private final Faults faults;

    StepTriggers(List<Scenario.Event> events, Timeline timeline, Faults faults) {
        events.stream().filter(event -> event.trigger() instanceof Trigger.Step).forEach(waiting::add);
        this.timeline = timeline;
        this.faults = faults;
    }

    @Override
    public void heard(Recorded recorded) {
        if (recorded.event() instanceof Event.StepBegan began) {
            fire(began.step(), false);
        } else if (recorded.event() instanceof Event.StepEnded ended) {
            fire(ended.step(), true);
        }
    }

    private void fire(String step, boolean ended) {
        for (Scenario.Event event : List.copyOf(waiting)) {
            if (event.trigger() instanceof Trigger.Step at && at.step().equals(step) && at.ended() == ended) {
                waiting.remove(event);
                timeline.at(timeline.now().plus(at.delay()), () -> faults.happen(event.fault()));
            }
        }
    }

    /** The steps that were waited for and never came. */
    List<String> missed() {
        return waiting.stream().map(event -> ((Trigger.Step) event.trigger()).step()).toList();
    }
}
