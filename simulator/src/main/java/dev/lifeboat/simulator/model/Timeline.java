package dev.lifeboat.simulator.model;

import java.time.Instant;

/** Simulated time as the model sees it: what happens later is put down here and runs when its moment has come. */
public interface Timeline {

    Instant now();

    /** Lets {@code happening} run at {@code moment}, or at once where that is past; what has the same moment runs in the order of these calls. */
    Alarm at(Instant moment, Runnable happening);

    /** Something put down for later. */
    interface Alarm {
        /** Takes it off the timeline. Does nothing where it has run. */
        void cancel();
    }
}
