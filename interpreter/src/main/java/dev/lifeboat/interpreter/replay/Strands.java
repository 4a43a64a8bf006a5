package dev.lifeboat.interpreter.replay;

import java.time.Instant;
import java.util.Optional;

/** Which strand of a run the calling task is. */
final class Strands {
    private final Strand main;
    private final ThreadLocal<Strand> current;

    /** @param start where the journal says that the run began; empty for one that begins now */
    Strands(Optional<Instant> start) {
        main = new Strand("main", start);
        current = ThreadLocal.withInitial(() -> main);
    }

    Strand main() {
        return main;
    }

    Strand current() {
        return current.get();
    }

    /** The calling task is this one. */
    void are(Strand strand) {
        current.set(strand);
    }
}
