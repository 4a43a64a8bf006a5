package dev.lifeboat.interpreter.journal;

import dev.lifeboat.interpreter.run.Event;
import dev.lifeboat.interpreter.run.Recorded;

/**
 * The one place where a run leaves what happened, in order, appended only. Used by one thread at a time: {@code EventLog} sees to that.
 */
public interface Journal extends AutoCloseable {

    /**
     * Appends an event of a strand of the run and says where it stands. Written, and safe from the end of this process; safe from the end of the machine after {@link #force}.
     *
     * @throws JournalLost where it can't be written
     */
    Recorded append(String strand, Event event);

    /** Returns when everything appended is on disk. */
    void force();

    @Override
    void close();

    /** The journal can't be written: the run must end before its next effect. Nothing more goes into this journal. */
    class JournalLost extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public JournalLost(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
