package dev.lifeboat.builtins.mysql;

import static dev.lifeboat.interpreter.builtin.Effect.CHANGES;

import dev.lifeboat.interpreter.builtin.PortEffect;
import dev.lifeboat.interpreter.builtin.Probe;
import dev.lifeboat.interpreter.builtin.Seen;
import java.time.Instant;
import java.util.List;

/** What a server's own tables say of its history: which timeline it is on, and when it became somebody's primary. A part of {@link MySqlServer}. */
public interface ServerTimeline {

    /** The epochs of {@code lifeboat.timeline}, oldest first. */
    Timeline timeline();

    /** Begins an epoch on this server, which must be writable; refused where it has one of that number. */
    @PortEffect(CHANGES)
    @Probe("epochBegun")
    void beginEpoch(long number, String reason);

    /** Takes the row of an epoch away again. */
    @PortEffect(CHANGES)
    @Probe("epochForgotten")
    void forgetEpoch(String id);

    /** The newest rows of {@code lifeboat.canary}, the newest first; none where there is no such table. */
    List<Canary> canaries();

    default Seen epochBegun(long number, String reason) {
        return Seen.done(timeline().epochs().stream()
                .anyMatch(epoch -> epoch.number() == number && epoch.reason().equals(reason)));
    }

    default Seen epochForgotten(String id) {
        return Seen.done(timeline().epochs().stream().noneMatch(epoch -> epoch.id().equals(id)));
    }

    /** @param prepared whether there is a table that could say */
    record Timeline(boolean prepared, List<Epoch> epochs) {
        public static final Timeline UNPREPARED = new Timeline(false, List.of());

        public Timeline {
            epochs = List.copyOf(epochs);
        }

        /** The number that the next epoch gets. */
        public long next() {
            return epochs.isEmpty() ? 1 : epochs.getLast().number() + 1;
        }

        public boolean has(Epoch epoch) {
            return epochs.stream().anyMatch(own -> own.id().equals(epoch.id()));
        }
    }

    /**
     * From here on a server's data are a history of their own.
     *
     * @param id     of chance: two servers that begin an epoch apart from each other begin two
     * @param server on which it began, by its uuid
     * @param before what that server had executed just before it wrote the epoch's row
     */
    record Epoch(long number, String id, String server, Instant began, String reason, GtidSet before) {}

    /** @param server who wrote it, by its uuid */
    record Canary(Instant written, String server, String note) {}
}
