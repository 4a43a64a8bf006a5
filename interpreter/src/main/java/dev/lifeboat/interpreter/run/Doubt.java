package dev.lifeboat.interpreter.run;

import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.builtin.Seen;
import dev.lifeboat.interpreter.builtin.Unchecked;
import dev.lifeboat.interpreter.journal.Journal;
import dev.lifeboat.interpreter.world.Clock;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.atomic.AtomicReference;

/**
 * What came of a port call whose end nobody saw, told by the probe that the port declares for it. The look has time of its own.
 *
 * @param port what the builtin has in its hands, so that the look passes the journal
 */
record Doubt(PortMethods methods, Clock clock, Object port) {
    private static final Duration TO_LOOK = Duration.ofSeconds(10);

    Seen look(Method method, Object[] arguments) {
        var probe = methods.probes().get(method);
        if (probe == null) {
            return Seen.UNKNOWN;
        }
        var seen = new AtomicReference<>(Seen.UNKNOWN);
        try {
            clock.shielded(TO_LOOK, () -> seen.set(seenBy(probe, arguments)));
        } catch (Clock.DeadlinePassed passed) {
            return Seen.UNKNOWN;
        }
        boolean answers = method.getReturnType() != void.class;
        return answers && seen.get() == Seen.DONE ? Seen.UNKNOWN : seen.get();
    }

    private Seen seenBy(Method probe, Object[] arguments) {
        try {
            return (Seen) InvocationHandler.invokeDefault(port, probe, arguments);
        } catch (Journal.JournalLost | Clock.DeadlinePassed ended) {
            throw ended;
        } catch (Failure unseen) {
            return Seen.UNKNOWN;
        } catch (Throwable thrown) {
            throw Unchecked.of(thrown);
        }
    }

    static Failure notDone(Failure failure) {
        var evidence = new ArrayList<>(failure.evidence());
        evidence.add("A look says that it was not done.");
        return Failure.of(failure.getMessage()).evidence(evidence).hint(failure.hint()).because(failure);
    }
}
