package dev.lifeboat.interpreter.world;

import java.time.Duration;
import java.util.Optional;

/** What the application saw of the incident: the measure of RTO and RPO wherever an application is watched. */
public interface ServiceWatch {

    /** From the first write that was refused to the first that was accepted again; zero where none was refused, empty while none is accepted again. */
    Optional<Duration> outage();

    /**
     * The age, when the first write was refused, of the oldest acknowledged write that is lost; zero where none is. Empty where it cannot be told, as nothing
     * takes writes.
     */
    Optional<Duration> loss();
}
