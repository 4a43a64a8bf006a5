package dev.lifeboat.interpreter.replay;

import dev.lifeboat.interpreter.run.Event;
import dev.lifeboat.interpreter.run.Recorded;
import dev.lifeboat.interpreter.world.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

/**
 * The turnstile through which a replayed run passes: each strand comes to its next record when that record's turn has come in the journal's order, and none goes
 * on by itself before all of the journal has been played.
 */
public final class Replay {
    /** Nobody comes to the next record although everybody had this many chances: the run takes another way than it took. */
    private static final int PATIENCE = 10_000;

    private final Script script;
    private final Set<String> forked = ConcurrentHashMap.newKeySet();
    private final Strands strands;
    private final Clock clock;
    private volatile Diverged diverged;

    /** @param clock not the replayed one */
    public Replay(Resumption resumption, Clock clock) {
        this.script = new Script(resumption.script());
        this.strands = new Strands(script.start());
        this.clock = clock;
    }

    public boolean isOver() {
        return script.isUsedUp();
    }

    public String strand() {
        return strands.current().name();
    }

    public String mainStrand() {
        return strands.main().name();
    }

    /** The strand's next record, without playing it; empty once the run goes on by itself, for which this waits where the strand has none. */
    public Optional<Recorded> next() {
        if (isOver()) {
            return Optional.empty();
        }
        var next = script.next(strands.current());
        if (next.isEmpty()) {
            awaitEnd();
        }
        return next;
    }

    /** The strand's next record, if there is one by now. */
    Optional<Recorded> upNext() {
        return script.next(strands.current());
    }

    /**
     * The answer to what the strand asks of the outside now; empty where the run goes on by itself.
     *
     * @throws Diverged where the journal has something else there
     */
    public <E extends Event> Optional<E> answer(Class<E> kind) {
        return next().map(record -> {
            if (!kind.isInstance(record.event())) {
                throw diverges("waits for " + kind.getSimpleName(), record);
            }
            return kind.cast(record.event());
        });
    }

    /** Whether the strand still has such a record before it. */
    public <E extends Event> Optional<Recorded> find(Class<E> kind, Predicate<E> which) {
        return script.find(strands.current(),
                record -> kind.isInstance(record.event()) && which.test(kind.cast(record.event())));
    }

    /** Whether it is a record of the journal that is being replayed. */
    public boolean holds(Recorded recorded) {
        return script.last().filter(last -> recorded.number() <= last.number()).isPresent();
    }

    public <E extends Event> long highest(Class<E> kind, ToLongFunction<E> number) {
        return script.highest(kind, number);
    }

    /**
     * Returns when it is the strand's turn with its next record.
     *
     * @return that record; empty where the run goes on by itself
     */
    public Optional<Recorded> awaitTurn() {
        var next = next();
        next.ifPresent(record -> {
            awaitTurnOf(strands.current());
            strands.current().isAt(record.at());
        });
        return next;
    }

    /**
     * Returns when it is the strand's turn, or that of one that it has still to fork before its own next record: two groups of branches may follow each other without a
     * word in between.
     */
    void awaitTurnOrFork() {
        var me = strands.current();
        if (!isOver() && script.next(me).isPresent()) {
            clock.shielded(Clock.NO_LIMIT, () -> poll(() -> script.isTurnOf(me) || isToFork(me)));
            script.upNext().ifPresent(record -> me.isAt(record.at()));
        }
    }

    private boolean isToFork(Strand parent) {
        return script.upNext().map(Recorded::strand)
                .filter(name -> name.startsWith(parent.name() + "/") && !forked.contains(name)).isPresent();
    }

    void forked(Strand child) {
        forked.add(child.name());
    }

    /**
     * @param event what the strand does now
     * @throws Diverged where the journal says something else
     */
    public void compare(Event event, Recorded record) {
        if (!Deed.of(event).equals(Deed.of(record.event()))) {
            throw diverges("comes to " + Deed.of(event), record);
        }
    }

    /** The strand's record, whose turn it is, has been played. */
    public void played() {
        script.advance(strands.current());
    }

    /** Something has happened that is not in the journal: the strand has caught up with the clock. */
    public void isLive() {
        strands.current().isLive();
    }

    private Diverged diverges(String does, Recorded record) {
        diverged = new Diverged("The run can't be resumed: it now " + does + " in strand `" + record.strand()
                + "` where its journal says " + Deed.of(record.event()) + " (record " + record.number()
                + "). Nothing further was done.");
        return diverged;
    }

    /** Neither limits of time nor a cancellation count: the journal says that the strand went on. */
    private void awaitTurnOf(Strand strand) {
        if (!script.isTurnOf(strand)) {
            clock.shielded(Clock.NO_LIMIT, () -> poll(() -> script.isTurnOf(strand)));
        }
    }

    /** A cancellation ends this: a strand of which the journal says no more may have been cancelled before the end. */
    public void awaitEnd() {
        if (!isOver()) {
            clock.untimed(() -> {
                poll(this::isOver);
                return null;
            });
        }
    }

    private void poll(BooleanSupplier done) {
        int position = script.position();
        for (int patience = PATIENCE; !done.getAsBoolean(); patience--) {
            if (diverged != null) {
                throw diverged;
            }
            if (script.position() != position) {
                position = script.position();
                patience = PATIENCE;
            }
            if (patience == 0) {
                script.upNext().ifPresent(record -> {
                    throw diverges("does not come to anything", record);
                });
            }
            clock.giveWay();
        }
    }

    Strands strands() {
        return strands;
    }

    Script script() {
        return script;
    }

    /** Waits for the first turn of a strand that has just been forked; its time stays that of the fork. */
    void begin(Strand strand) {
        strands.are(strand);
        if (script.next(strand).isPresent()) {
            awaitTurnOf(strand);
        } else {
            awaitEnd();
        }
    }

    /** What is left of a wait that the strand began when its last record was made. */
    Duration left(Duration wait) {
        return strands.current().time().map(began -> wait.minus(Duration.between(began, clock.now())))
                .filter(left -> wait.compareTo(Clock.NO_LIMIT) < 0).orElse(wait);
    }

    Instant now(Strand strand) {
        return strand.time().filter(time -> !isOver()).orElseGet(clock::now);
    }
}
