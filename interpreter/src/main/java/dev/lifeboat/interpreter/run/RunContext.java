package dev.lifeboat.interpreter.run;

import dev.lifeboat.interpreter.builtin.Signature;
import dev.lifeboat.interpreter.check.CheckedRunbook;
import dev.lifeboat.interpreter.value.Value;
import dev.lifeboat.interpreter.world.Clock;
import dev.lifeboat.interpreter.world.People;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
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
    private final AtomicInteger tasks = new AtomicInteger();

    RunContext(CheckedRunbook program, World world, RunSettings settings) {
        this.program = program;
        this.world = world;
        this.settings = settings;
        log = new EventLog(world.journal(), listeners(world));
        incident = new Incident(this, world.clock().now());
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

    Clock clock() {
        return world.clock();
    }

    People people() {
        return world.people();
    }

    KnownNames names() {
        return names;
    }

    void record(Event event) {
        log.record(event);
    }

    /** For what must be on disk before anything follows from it. */
    void recordForced(Event event) {
        log.recordForced(event);
    }

    /** The time, where it decides how the run goes on. */
    Instant timeFor(String step) {
        var now = clock().now();
        log.record(new Event.ClockRead(step, 0, now));
        return now;
    }

    Duration since(Instant start) {
        return Duration.between(start, clock().now());
    }

    /** A name for a task that no other has. */
    String taskName(String what) {
        return what + " " + tasks.incrementAndGet();
    }

    /** Cancels tasks and waits for their end, also where this one is cancelled itself. */
    void letEnd(List<Clock.Task> tasks) {
        tasks.forEach(Clock.Task::cancel);
        clock().shielded(TO_END, () -> tasks.forEach(Clock.Task::join));
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
