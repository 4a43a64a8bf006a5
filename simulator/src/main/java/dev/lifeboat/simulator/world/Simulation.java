package dev.lifeboat.simulator.world;

import dev.lifeboat.builtins.inventory.Inventory;
import dev.lifeboat.interpreter.builtin.Ports;
import dev.lifeboat.interpreter.run.Listener;
import dev.lifeboat.interpreter.world.Clock;
import dev.lifeboat.interpreter.world.People;
import dev.lifeboat.interpreter.world.ServiceWatch;
import dev.lifeboat.simulator.fault.Faults;
import dev.lifeboat.simulator.model.Model;
import dev.lifeboat.simulator.scenario.Scenario;
import dev.lifeboat.simulator.scenario.Scenario.Trigger;
import java.util.List;
import java.util.Optional;

/**
 * A world for a dry run: the estate of an inventory, in the state and with the story of a scenario. The same inventory, scenario and seed give the same
 * world, to the microsecond.
 */
public final class Simulation {
    private final Scenario scenario;
    private final SimClock clock;
    private final Model model;
    private final SimWorld world;
    private final SimPeople people;
    private final StepTriggers triggers;

    private Simulation(Inventory inventory, Scenario scenario, long seed) {
        this.scenario = scenario;
        clock = new SimClock(scenario.start());
        model = new Model(clock, seed);
        new Estate(inventory, scenario, model).build();
        world = SimWorld.of(inventory, scenario, model, new Spending(clock, model.chance()));
        people = new SimPeople(inventory, scenario, clock, model.chance());
        triggers = new StepTriggers(scenario.events(), clock, new Faults(model));
    }

    /** Builds the world and lets the story go on until the moment at which the runbook is started. To be called by the thread that then runs it. */
    public static Simulation of(Inventory inventory, Scenario scenario, long seed) {
        Simulation simulation = new Simulation(inventory, scenario, seed);
        simulation.play();
        return simulation;
    }

    private void play() {
        Faults faults = new Faults(model);
        for (Scenario.Event event : scenario.events()) {
            if (event.trigger() instanceof Trigger.At at) {
                clock.at(scenario.start().plus(at.moment()), () -> faults.happen(event.fault()));
            }
        }
        clock.sleep(scenario.startRun());
    }

    public Clock clock() {
        return clock;
    }

    public Ports ports() {
        return new SimPorts(world);
    }

    public People people() {
        return people;
    }

    /** Empty where the scenario has no application. */
    public Optional<ServiceWatch> watch() {
        return model.applications().stream().findFirst().map(application -> new SimWatch(model, application));
    }

    /** Lets happen what the scenario wants to happen at steps of the run; it has to follow the run. */
    public Listener listener() {
        return triggers;
    }

    /** What the run asked for and the model could not do, in that order. */
    public List<String> notModelled() {
        return world.gaps().all();
    }

    /** Steps that events of the scenario wait for and that never came: a misspelt name, or another way taken. */
    public List<String> missedSteps() {
        return triggers.missed();
    }

    /** What ended tasks of the run that nobody joined: defects. */
    public List<Throwable> unseenFailures() {
        return clock.unseenFailures();
    }

    /** The model itself, for invariants and reports. */
    public Model model() {
        return model;
    }
}
