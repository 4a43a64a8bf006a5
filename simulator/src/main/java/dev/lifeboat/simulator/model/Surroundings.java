package dev.lifeboat.simulator.model;

import dev.lifeboat.simulator.model.Timeline.Alarm;
import java.time.Duration;
import java.time.Instant;

/** What a part of the model sees of the rest. */
interface Surroundings {

    Instant now();

    /** Lets something happen later; everything has been brought up to its moment by then. */
    Alarm later(Duration after, Runnable happening);

    /** What {@code from} finds at the port of {@code to}. */
    Line line(String from, Server to);

    Chance chance();
}
