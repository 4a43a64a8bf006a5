package dev.lifeboat.builtins.endpoint;

import dev.lifeboat.interpreter.builtin.Effect;
import dev.lifeboat.interpreter.builtin.PortEffect;
import dev.lifeboat.interpreter.builtin.Probe;
import dev.lifeboat.interpreter.builtin.Seen;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The way by which the application reaches the server that takes its writes: a proxy, a DNS name, a file, … */
public interface Endpoint {

    String name();

    /** The servers it sends the application to, as the inventory names them; empty where it sends it to none. */
    List<String> targets();

    /** Where those say that it leads whom the application may ask; more than one where answers are kept for a while. */
    default List<View> views() {
        return List.of(View.fresh(name(), targets()));
    }

    /** Writes a row by the application's own path and login and says which server took it. Never throws for a write that failed. */
    @PortEffect(Effect.PROBES)
    PathProbe probeWrite(Duration limit);

    /** Sends the application to this server alone, and ends what still hangs at another. */
    @PortEffect(Effect.CHANGES)
    @Probe("leadsTo")
    void switchTo(String server);

    @PortEffect(Effect.CHANGES)
    @Probe("leadsElsewhere")
    void remove(String server);

    /** Lets nobody in any more, and leaves those alone that are. */
    @PortEffect(Effect.CHANGES)
    @Probe("leadsNowhere")
    void drain();

    /** Puts back exactly what {@link #targets} had answered. */
    @PortEffect(Effect.CHANGES)
    @Probe("leadsTo")
    void restore(List<String> targets);

    default Seen leadsTo(String server) {
        return leadsTo(List.of(server));
    }

    default Seen leadsTo(List<String> targets) {
        return Seen.done(Set.copyOf(targets()).equals(Set.copyOf(targets)));
    }

    default Seen leadsElsewhere(String server) {
        return Seen.done(!targets().contains(server));
    }

    default Seen leadsNowhere() {
        return Seen.done(targets().isEmpty());
    }

    /**
     * An answer to the question where the endpoint leads.
     *
     * @param source  who answers, for people
     * @param kept    how long it will answer the same at the most, whatever has been changed
     * @param problem why it does not answer, where it does not
     */
    record View(String source, List<String> targets, Duration kept, Optional<String> problem) {
        static View fresh(String source, List<String> targets) {
            return new View(source, targets, Duration.ZERO, Optional.empty());
        }
    }

    /** @param serverUuid which server took the write */
    record PathProbe(boolean accepted, Optional<String> serverUuid, String detail) {}
}
