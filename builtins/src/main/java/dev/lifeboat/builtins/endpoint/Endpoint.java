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

    /** @param serverUuid which server took the write */
    record PathProbe(boolean accepted, Optional<String> serverUuid, String detail) {}
}
