package dev.lifeboat.cli.stepping;

/** How far a run goes before somebody is asked: to the next step, to a certain one, or to the next pause. */
public final class Pace {
    private final boolean stepwise;
    private boolean asks;
    private String until = "";

    private Pace(boolean stepwise) {
        this.stepwise = stepwise;
        this.asks = stepwise;
    }

    public static Pace stepByStep() {
        return new Pace(true);
    }

    /** Nobody is asked but at pauses. */
    public static Pace freely() {
        return new Pace(false);
    }

    synchronized void goOn() {
        asks = false;
        until = "";
    }

    synchronized void goOnUntil(String step) {
        asks = false;
        until = step;
    }

    /** @param step as the journal has it */
    synchronized boolean asksBefore(String step) {
        String name = step.replaceFirst("\\[.*", "");
        if (!until.isEmpty() && name.equals(until)) {
            paused();
        }
        return asks;
    }

    /** Whoever was told to step goes on with that behind a pause. */
    synchronized void paused() {
        asks = stepwise;
        until = "";
    }
}
