package dev.lifeboat.interpreter.run;

import dev.lifeboat.interpreter.builtin.Call;
import dev.lifeboat.interpreter.builtin.Effect;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.builtin.Signature;
import dev.lifeboat.interpreter.value.Value;
import dev.lifeboat.interpreter.world.Clock;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** One call of a builtin, while it is being made. Belongs to one task. */
final class CallUnderWay implements Call {
    private final GateParts parts;
    private final Gate.Site site;
    private final Signature signature;
    private final long number;
    private final long began;
    private final Map<String, Value> learnedHere = new HashMap<>();
    private long portCalls;
    private boolean inverseRegistered;
    private boolean altered;

    /** @param began the number of the record by which it began; facts that were learned later by other calls are not seen */
    CallUnderWay(GateParts parts, Gate.Site site, Signature signature, long number, long began) {
        this.parts = parts;
        this.site = site;
        this.signature = signature;
        this.number = number;
        this.began = began;
    }

    @Override
    public <P> P port(Class<P> kind, String name) {
        P target = parts.ports().marked(site.step(), number, this::progress).find(kind, name)
                .orElseThrow(() -> Failure.of("The inventory has no "
                        + parts.registry().javaTypes().nameOf(kind) + " `" + name + "`."));
        return kind.cast(Proxy.newProxyInstance(kind.getClassLoader(), new Class<?>[]{kind},
                new RecordingPort(parts, this, PortMethods.of(kind), name, target)));
    }

    @Override
    public void inverse(String description, String builtin, Object... arguments) {
        Signature inverse = parts.registry().find(builtin).orElseThrow(
                () -> new IllegalStateException("`" + signature.word() + "` names an inverse that does not exist: `"
                        + builtin + "`."));
        long next = parts.log().replay().answer(Event.InverseRegistered.class)
                .map(Event.InverseRegistered::inverse).orElseGet(parts.inverses()::incrementAndGet);
        parts.log().record(new Event.InverseRegistered(next, number, site.step(), description, builtin,
                parts.registry().arguments(inverse, arguments)));
        inverseRegistered = true;
    }

    @Override
    public Optional<Value> fact(String name) {
        Value mine = learnedHere.get(name);
        return mine != null ? Optional.of(mine) : parts.facts().before(began, name);
    }

    @Override
    public void learn(String name, Value value) {
        if (name.startsWith(Identities.FACT) && !signature.changesIdentity()) {
            throw new IllegalStateException("`" + signature.word() + "` would teach the run the " + name
                    + ", and is not declared to change any.");
        }
        parts.log().record(new Event.Learned(number, name, value));
        learnedHere.put(name, value);
    }

    @Override
    public boolean approved() {
        return site.approved();
    }

    @Override
    public Optional<Value> named(String name) {
        return parts.names().apply(name);
    }

    @Override
    public Instant now() {
        var read = parts.log().record(new Event.ClockRead(site.step(), number, parts.clock().now()));
        return ((Event.ClockRead) read.event()).now();
    }

    @Override
    public void pause(Duration duration) {
        parts.clock().sleepInCall(duration);
    }

    @Override
    public void putBack(Duration limit, Runnable body) {
        parts.clock().shielded(limit, body);
    }

    @Override
    public void progress(String what) {
        parts.log().progress(site.step(), parts.clock().now(), what);
    }

    @Override
    public void did(String target, String what) {
        parts.log().record(new Event.Did(number, target, what));
    }

    long number() {
        return number;
    }

    /** A port call is replayed that had this number: the next ones follow. */
    void replayed(long portCall) {
        portCalls = portCall;
    }

    /**
     * Counts a port call that is about to be made. A builtin that would do more than it declares, or that would change something before it has said how to
     * take it back, is a defect that must not reach the outside.
     */
    long beforePortCall(String method, Effect effect) {
        if (!effect.atMost(mostInside(signature.effect()))) {
            throw new IllegalStateException("`" + signature.word() + "` is declared as " + signature.effect()
                    + ", and `" + method + "`, which it would call, is one of " + effect + ".");
        }
        if (effect == Effect.CHANGES && signature.inverse() && !signature.internal() && !inverseRegistered) {
            throw new IllegalStateException("`" + signature.word() + "` would call `" + method
                    + "` before it has registered its inverse.");
        }
        if (effect != Effect.OBSERVES) {
            parts.ports().lease().assertHeld();
        }
        altered |= effect.alters();
        return ++portCalls;
    }

    /** A probe may change what it puts back, such as a receiver that it bounces. */
    private static Effect mostInside(Effect declared) {
        return declared == Effect.PROBES ? Effect.CHANGES : declared;
    }

    Event.FailureRecord failure(RuntimeException thrown) {
        return FailureRecords.of(thrown, altered);
    }

    /** What to throw on for it: a deadline takes along which call it left unknown. */
    RuntimeException thrown(RuntimeException thrown) {
        return altered && thrown instanceof Clock.DeadlinePassed deadline
                ? deadline.interrupting(signature.word())
                : thrown;
    }
}
