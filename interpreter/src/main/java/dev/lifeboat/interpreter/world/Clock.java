package dev.lifeboat.interpreter.world;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;

/**
 * Time and concurrency. On real time tasks are virtual threads; in the simulator one task runs at a time and time jumps to the next event, so that the same
 * seed gives the same journal.
 */
public interface Clock {

    Instant now();

    /**
     * Waits. Ends early with {@link DeadlinePassed} when an enclosing {@link #within} is over, and with {@link Cancelled} when its task is cancelled.
     */
    void sleep(Duration duration);

    /** Lets other tasks go on, for a task that waits for one of them to have done something. */
    default void giveWay() {
        sleep(Duration.ZERO);
    }

    /**
     * Begins a task beside this one. Its name is unique in the run and decides the order of what happens at the same instant. The limits of this task do not
     * hold for it.
     */
    Task fork(String name, Runnable body);

    /**
     * Runs {@code body}, and cancels it for real (sleep, port calls) when {@code limit} is over. Returns only when the body has ended.
     *
     * @throws DeadlinePassed when the limit ended it
     */
    <T> T within(Duration limit, Callable<T> body);

    /**
     * Runs {@code body}, which waits for a person, with the limits of all enclosing {@link #within} standing still: what it takes is added to each of them.
     */
    <T> T untimed(Callable<T> body);

    /**
     * Runs {@code body} with time of its own: an enclosing {@link #within} that is over and a cancellation wait until it has ended. For what must be put back.
     *
     * @throws DeadlinePassed when {@code limit} ended it
     */
    void shielded(Duration limit, Runnable body);

    /**
     * How long the enclosing {@link #within} still let this task run, {@link #NO_LIMIT} where there is none; zero when it is cancelled. Adapters cap their
     * own waits by it, and end their work in order when it is up: the interruption that follows a little later only ends those that did not.
     */
    Duration remaining();

    /** What {@link #remaining} answers where nothing limits the task: a hundred years. */
    Duration NO_LIMIT = Duration.ofDays(36_500);

    interface Task {
        /** Waits for its end. An exception that ended it is thrown here again, except that of {@link #cancel}: it was asked for. */
        void join();

        /** Ends it at its next wait. Does nothing to one that has ended. */
        void cancel();
    }

    /** The time of an enclosing {@link Clock#within} was up. */
    final class DeadlinePassed extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient Object owner;
        private final String interrupted;

        /** @param owner tells which {@code within} it belongs to, where they are nested */
        public DeadlinePassed(Object owner) {
            this(owner, "");
        }

        private DeadlinePassed(Object owner, String interrupted) {
            super("The time was up.", null, false, false);
            this.owner = owner;
            this.interrupted = interrupted;
        }

        /** The same, known to have interrupted a changing call, whose outcome nobody saw. */
        public DeadlinePassed interrupting(String word) {
            return new DeadlinePassed(owner, word);
        }

        /** The builtin that it interrupted and that is left in an unknown state; empty where there is none. */
        public String interrupted() {
            return interrupted;
        }

        public Object owner() {
            return owner;
        }
    }

    /** The task was cancelled. */
    final class Cancelled extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public Cancelled() {
            super("Cancelled.", null, false, false);
        }
    }
}
