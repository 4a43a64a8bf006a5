package dev.lifeboat.interpreter.run;

import dev.lifeboat.interpreter.builtin.Effect;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.builtin.Unchecked;
import dev.lifeboat.interpreter.journal.Journal;
import dev.lifeboat.interpreter.value.Json;
import java.lang.reflect.InvocationTargetException;

/**
 * Lets one call of a port pass: what it answers is journaled, and before one that does more than observe, the intent. Where the journal knows the answer, nobody is
 * asked; and where it knows the intent alone, the call is in doubt.
 */
record PortPassage(GateParts parts, CallUnderWay call, Doubt doubt, Object target, Object[] arguments) {

    Object pass(PortCall port) {
        return port.effect() == Effect.OBSERVES ? observe(port) : alter(port);
    }

    private Object observe(PortCall port) {
        return parts.log().known(port.ended(null, null, null))
                .map(known -> replayed(port, (Event.PortCallEnded) known.event()))
                .orElseGet(() -> Answer.of(make(port))).object();
    }

    /** An answer may be {@code null}. */
    private record Answer(Object object) {
        static Answer of(Object object) {
            return new Answer(object);
        }
    }

    private Object alter(PortCall wanted) {
        Recorded began = parts.log().recordForced(wanted.began());
        PortCall port = wanted.number(((Event.PortCallBegan) began.event()).number());
        if (!parts.log().replay().holds(began)) {
            return make(port);
        }
        return parts.log().replayUpTo(Event.PortCallEnded.class, port::isEndedBy)
                .map(ended -> replayed(port, ended)).orElseGet(() -> Answer.of(settle(port))).object();
    }

    private Answer replayed(PortCall port, Event.PortCallEnded ended) {
        call.replayed(ended.number());
        if (ended.failure() != null) {
            throw FailureRecords.thrown(ended.failure(), port.port() + "." + ended.method());
        }
        return Answer.of(parts.json().read(ended.answer(), port.method().getGenericReturnType()));
    }

    /** The run broke off while the call was being made. */
    private Object settle(PortCall port) {
        call.replayed(port.number());
        parts.log().replayRest();
        return switch (doubt.look(port.method(), arguments)) {
            case DONE -> done(port);
            case NOT_DONE, REPEATABLE -> make(port);
            case UNKNOWN -> port.effect().alters() ? unknown(port) : make(port);
        };
    }

    private Object unknown(PortCall port) {
        Failure failure = Failure.unknown("The run broke off while it called `" + port.method().getName() + "` of `"
                + port.target() + "`, and nobody saw what came of it.");
        ended(port, failure);
        throw failure;
    }

    private Object done(PortCall port) {
        record(port, parts.json().answer(null), null);
        return null;
    }

    private Object make(PortCall port) {
        try {
            Object answer = reach(port);
            record(port, parts.json().answer(answer), null);
            return answer;
        } catch (Journal.JournalLost lost) {
            throw lost;
        } catch (Failure failure) {
            return isInDoubt(port, failure) ? lookedAt(port, failure) : failed(port, failure);
        } catch (RuntimeException thrown) {
            return failed(port, thrown);
        }
    }

    private static boolean isInDoubt(PortCall port, Failure failure) {
        return port.effect().alters() && failure.outcome() == Failure.Outcome.UNKNOWN;
    }

    private Object lookedAt(PortCall port, Failure failure) {
        return switch (doubt.look(port.method(), arguments)) {
            case DONE -> done(port);
            case NOT_DONE -> failed(port, Doubt.notDone(failure));
            case REPEATABLE, UNKNOWN -> failed(port, failure);
        };
    }

    private Object failed(PortCall port, RuntimeException thrown) {
        ended(port, thrown);
        throw thrown;
    }

    private void ended(PortCall port, RuntimeException thrown) {
        record(port, null, FailureRecords.of(thrown, port.effect().alters()));
    }

    private Object reach(PortCall port) {
        try {
            return port.method().invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw Unchecked.of(e.getCause());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("`" + port.method() + "` can't be called.", e);
        }
    }

    private void record(PortCall port, Json answer, Event.FailureRecord failure) {
        Event event = port.ended(answer, failure, identity(port));
        if (port.effect() == Effect.OBSERVES) {
            parts.log().record(event);
        } else {
            parts.log().recordForced(event);
        }
    }

    private String identity(PortCall port) {
        return doubt.methods().hasIdentity() ? parts.identities().of(port.target()).orElse(null) : null;
    }
}
