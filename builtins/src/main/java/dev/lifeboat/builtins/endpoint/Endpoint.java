package dev.lifeboat.builtins.endpoint;

import dev.lifeboat.interpreter.builtin.Effect;
import dev.lifeboat.interpreter.builtin.PortEffect;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

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
    void switchTo(String server);

    @PortEffect(Effect.CHANGES)
    void remove(String server);

    /** Puts back exactly what {@link #targets} had answered. */
    @PortEffect(Effect.CHANGES)
    void restore(List<String> targets);

    /** @param serverUuid which server took the write */
    record PathProbe(boolean accepted, Optional<String> serverUuid, String detail) {}
}
