package dev.lifeboat.interpreter.run;

import dev.lifeboat.interpreter.builtin.Effect;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.builtin.Ports;
import dev.lifeboat.interpreter.builtin.Registry;
import dev.lifeboat.interpreter.builtin.Signature;
import dev.lifeboat.interpreter.journal.Journal;
import dev.lifeboat.interpreter.replay.ReplayClock;
import dev.lifeboat.interpreter.value.Value;
import dev.lifeboat.interpreter.world.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/**
 * The one way from a run to the outside. Every call of a builtin is journaled before it is made and after it has ended; what only observes is not forced to
 * disk, and a pure function is not journaled at all.
 */
public final class Gate {
    private final GateParts parts;
    private final AtomicLong calls;

    /**
     * @param facts      follows {@code log}
     * @param identities follows {@code log} too
     * @param names the implicit names and the runbook's parameters
     */
    public Gate(EventLog log, Facts facts, Identities identities, Registry registry, Ports ports, Clock clock,
            Function<String, Optional<Value>> names) {
        var replay = log.replay();
        parts = new GateParts(log, facts, identities, registry, ports, new PortJson(registry.javaTypes()),
                new ReplayClock(clock, replay, log), names,
                new AtomicLong(replay.highest(Event.InverseRegistered.class, Event.InverseRegistered::inverse)));
        calls = new AtomicLong(replay.highest(Event.CallBegan.class, Event.CallBegan::call));
    }

    /**
     * Where a call stands.
     *
     * @param step     the step, with its round where it stands in a loop; empty outside of steps
     * @param approved whether the step is approved, with the facts that hold now shown
     */
    public record Site(String step, boolean approved) {}

    /**
     * Makes a call.
     *
     * @param arguments one for each parameter, {@code null} for an optional one that is not given
     * @throws Failure                                 where it failed, without a position
     * @throws Clock.DeadlinePassed                     where an enclosing {@code within} ended it; it says whether that left something unknown
     * @throws Clock.Cancelled                          where the task was cancelled
     * @throws Journal.JournalLost                      where the journal can't be written: nothing further may be done
     */
    public Value call(Site site, Signature signature, List<Value> arguments) {
        if (signature.pure()) {
            return parts.registry().invoke(signature, null, arguments);
        }
        long number = parts.log().replay().answer(Event.CallBegan.class).map(Event.CallBegan::call)
                .orElseGet(calls::incrementAndGet);
        Recorded began = record(signature.effect(), new Event.CallBegan(number, site.step(), signature.word(),
                Collections.unmodifiableList(Arrays.asList(arguments.toArray(Value[]::new))), signature.effect()));
        Optional<Event.CallEnded> ended = parts.log().replayUpTo(Event.CallEnded.class, end -> end.call() == number);
        if (ended.isPresent()) {
            return replayed(site, signature, arguments, ended.get());
        }
        if (signature.effect() == Effect.OBSERVES) {
            parts.log().replayRest();
        }
        return made(site, signature, arguments, number, began);
    }

    private Value made(Site site, Signature signature, List<Value> arguments, long number, Recorded began) {
        Instant start = parts.clock().now();
        CallUnderWay call = new CallUnderWay(parts, site, signature, number, began.number());
        try {
            Value answer = parts.registry().invoke(signature, call, arguments);
            record(signature.effect(), new Event.CallEnded(number, answer, null, since(start)));
            return answer;
        } catch (Journal.JournalLost lost) {
            throw lost;
        } catch (RuntimeException thrown) {
            var failure = call.failure(thrown);
            record(signature.effect(), new Event.CallEnded(number, null, failure, since(start)));
            if (thrown instanceof Clock.Cancelled && parts.log().replay().holds(began)) {
                // It was an interruption before the run broke off: whether there is one now, the clock says.
                parts.clock().sleep(Duration.ZERO);
                return brokenOff(site, signature, arguments, failure);
            }
            throw call.thrown(thrown);
        }
    }

    private Value replayed(Site site, Signature signature, List<Value> arguments, Event.CallEnded ended) {
        if (ended.failure() == null) {
            return ended.answer();
        }
        if (FailureRecords.isBrokenOff(ended.failure())) {
            return brokenOff(site, signature, arguments, ended.failure());
        }
        throw FailureRecords.thrown(ended.failure(), signature.word());
    }

    /** A call that ended by an interruption of the run or by a defect may be made again, unless it had begun to change something. */
    private Value brokenOff(Site site, Signature signature, List<Value> arguments, Event.FailureRecord failure) {
        if (failure.outcomeUnknown()) {
            throw Failure.unknown("`" + signature.word() + "` was broken off, and nobody saw what came of it.");
        }
        return call(site, signature, arguments);
    }

    private Recorded record(Effect effect, Event event) {
        return effect == Effect.OBSERVES ? parts.log().record(event) : parts.log().recordForced(event);
    }

    private Duration since(Instant start) {
        return Duration.between(start, parts.clock().now());
    }
}
