package dev.lifeboat.interpreter.world;

import java.time.Instant;
import java.util.Optional;

/**
 * The right to change a cluster, as a run holds it. It is asked for anew before each effect: somebody may have taken it over since, and then nothing further may
 * be done.
 */
public interface Lease {

    /** That of a world which nobody else can change, such as a simulated one. */
    Lease UNCONTESTED = new Lease() {
        @Override
        public long epoch() {
            return 1;
        }

        @Override
        public void assertHeld() {}
    };

    /** Counts the holders of the cluster's lease: what an earlier one still asks for is told from it. */
    long epoch();

    /**
     * Returns where it is still held.
     *
     * @throws Lost                                     where it was taken over
     * @throws dev.lifeboat.interpreter.builtin.Failure where that can't be found out, or it is frozen for now
     */
    void assertHeld();

    /** From whom it was taken; empty where it was free. */
    default Optional<Takeover> takeover() {
        return Optional.empty();
    }

    enum Mode {
        /** For a run that changes the cluster: one at a time. */
        EXCLUSIVE,
        /** For backups and observation: any number, all frozen while there is an exclusive one. */
        SHARED
    }

    /**
     * Who holds or held a lease.
     *
     * @param host    the machine that its process runs on
     * @param process its number there
     * @param since   by the clock of that machine
     */
    record Holder(long epoch, String run, String operator, String host, long process, Instant since) {}

    record Takeover(Holder from, String reason) {}

    /** Somebody has taken the lease over: the run ends, and nothing further may be done. */
    final class Lost extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient Holder by;
        private final String reason;

        public Lost(Holder by, String reason) {
            super("Taken over by " + by.operator() + " on " + by.host() + ", as run `" + by.run() + "`"
                    + (reason.isEmpty() ? "." : ": " + reason), null, false, false);
            this.by = by;
            this.reason = reason;
        }

        public Holder by() {
            return by;
        }

        public String reason() {
            return reason;
        }
    }

    /** The lease can't be had now. */
    final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final String hint;

        /** @param hint what to do, a full sentence */
        public Refused(String message, String hint) {
            super(message, null, false, false);
            this.hint = hint;
        }

        public String hint() {
            return hint;
        }
    }
}
