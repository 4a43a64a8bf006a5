package dev.lifeboat.interpreter.run;

import dev.lifeboat.interpreter.builtin.Signature;
import dev.lifeboat.interpreter.check.CheckedRunbook;
import dev.lifeboat.interpreter.replay.Replay;
import dev.lifeboat.interpreter.replay.ReplayClock;
import dev.lifeboat.interpreter.replay.ReplayedPeople;
import dev.lifeboat.interpreter.replay.Resumption;
import dev.lifeboat.interpreter.value.Value;
import dev.lifeboat.interpreter.world.Clock;
import dev.lifeboat.interpreter.world.People;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What all parts of one run share: the program, the ways to the outside, and what is known so far. */
final class RunContext {

    /** How long a cancelled task may take to put back what it has to. */
    private static final Duration TO_END = Duration.ofMinutes(1);

    final CheckedRunbook program;
    final RunSettings settings;
    final Facts facts = new Facts();
    final Identities identities = new Identities();
    final Ledger ledger = new Ledger();
    final ModelGaps gaps = new ModelGaps();
    final Incident incident;
    private final World world;
    private final EventLog log;
    private final KnownNames names;
    private final Gate gate;
    private final ReplayClock clock;
    private final People people;

    RunContext(CheckedRunbook program, World world, RunSettings settings, Resumption resumption) {
        this.program = program;
        this.world = world;
        this.settings = settings;
        log = new EventLog(world.journal(), listeners(world), resumption, world.clock());
        clock = new ReplayClock(world.clock(), log.replay(), log);
        people = new ReplayedPeople(world.people(), log.replay());
        incident = new Incident(this, clock.now());
        names = new KnownNames(this);
        gate = new Gate(log, facts, identities, world.registry(), world.ports(), world.clock(), names::find);
    }

    private List<Listener> listeners(World world) {
        var listeners = new ArrayList<Listener>(List.of(facts, identities, ledger, gaps));
        listeners.addAll(world.listeners());
        return listeners;
    }

    World world() {
        return world;
    }

    ReplayClock clock() {
        return clock;
    }

    People people() {
        return people;
    }

    KnownNames names() {
        return names;
    }

    /** @return it with its place; where the run is carried on, as the journal has it */
    Recorded record(Event event) {
        return log.record(event);
    }

    /** For what must be on disk before anything follows from it. */
    Recorded recordForced(Event event) {
        return log.recordForced(event);
    }

    /** For what nothing follows from, whichever task hears of it. */
    void note(Event event) {
        log.note(event);
    }

    /** See {@link EventLog#foreword}. */
    void foreword(Event event) {
        log.foreword(event);
    }

    Replay replay() {
        return log.replay();
    }

    /** The time, where it decides how the run goes on. */
    Instant timeFor(String step) {
        var read = log.record(new Event.ClockRead(step, 0, clock.now()));
        return ((Event.ClockRead) read.event()).now();
    }

    Duration since(Instant start) {
        return Duration.between(start, clock.now());
    }

    /** Cancels tasks and waits for their end, of all of them, also where this one is cancelled itself. */
    void letEnd(List<Clock.Task> tasks) {
        tasks.forEach(Clock.Task::cancel);
        clock.shielded(TO_END, () -> join(tasks));
    }

    private static void join(List<Clock.Task> tasks) {
        if (!tasks.isEmpty()) {
            try {
                tasks.getFirst().join();
            } finally {
                join(tasks.subList(1, tasks.size()));
            }
        }
    }

    /** The facts that some builtin declares to depend on; see {@link Signature#facts}. */
    Set<String> decisiveFacts() {
        return world.registry().all().stream().flatMap(builtin -> builtin.facts().stream()).map(Approvable::nameOf)
                .collect(Collectors.toSet());
    }

    Value call(Gate.Site site, Signature signature, List<Value> arguments) {
        return gate.call(site, signature, arguments);
    }

    Optional<Signature> builtin(String word) {
        return world.registry().find(word);
    }
}
