package dev.lifeboat.interpreter.run;

import dev.lifeboat.interpreter.builtin.Effect;
import dev.lifeboat.interpreter.builtin.Ports;
import dev.lifeboat.interpreter.builtin.Registry;
import dev.lifeboat.interpreter.builtin.Signature;
import dev.lifeboat.interpreter.journal.Journal;
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
    private final AtomicLong calls = new AtomicLong();

    /**
     * @param facts      follows {@code log}
     * @param identities follows {@code log} too
     * @param names the implicit names and the runbook's parameters
     */
    public Gate(EventLog log, Facts facts, Identities identities, Registry registry, Ports ports, Clock clock,
            Function<String, Optional<Value>> names) {
        parts = new GateParts(log, facts, identities, registry, ports, new PortJson(registry.javaTypes()), clock, names,
                new AtomicLong());
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
     * @throws dev.lifeboat.interpreter.builtin.Failure where it failed, without a position
     * @throws Clock.DeadlinePassed                     where an enclosing {@code within} ended it; it says whether that left something unknown
     * @throws Clock.Cancelled                          where the task was cancelled
     * @throws Journal.JournalLost                      where the journal can't be written: nothing further may be done
     */
    public Value call(Site site, Signature signature, List<Value> arguments) {
        if (signature.pure()) {
            return parts.registry().invoke(signature, null, arguments);
        }
        long number = calls.incrementAndGet();
        Instant start = parts.clock().now();
        Recorded began = record(signature.effect(), new Event.CallBegan(number, site.step(), signature.word(),
                Collections.unmodifiableList(Arrays.asList(arguments.toArray(Value[]::new))), signature.effect()));
        CallUnderWay call = new CallUnderWay(parts, site, signature, number, began.number());
        try {
            Value answer = parts.registry().invoke(signature, call, arguments);
            record(signature.effect(), new Event.CallEnded(number, answer, null, since(start)));
            return answer;
        } catch (Journal.JournalLost lost) {
            throw lost;
        } catch (RuntimeException thrown) {
            record(signature.effect(), new Event.CallEnded(number, null, call.failure(thrown), since(start)));
            throw call.thrown(thrown);
        }
    }

    private Recorded record(Effect effect, Event event) {
        return effect == Effect.OBSERVES ? parts.log().record(event) : parts.log().recordForced(event);
    }

    private Duration since(Instant start) {
        return Duration.between(start, parts.clock().now());
    }
}
