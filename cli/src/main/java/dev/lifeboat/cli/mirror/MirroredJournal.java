package dev.lifeboat.cli.mirror;

import dev.lifeboat.builtins.store.ObjectStore;
import dev.lifeboat.interpreter.journal.Journal;
import dev.lifeboat.interpreter.run.Event;
import dev.lifeboat.interpreter.run.Recorded;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;

/** A journal that is copied to a store as it grows; where the run waits for people anyway, and at its end, the copy is waited for. */
public final class MirroredJournal implements Journal {
    private static final Duration AT_A_PAUSE = Duration.ofSeconds(5);
    private final Journal journal;
    private final JournalMirror mirror;
    private boolean pauses;

    /**
     * @param path     of the journal
     * @param copy     what it is called in the store
     * @param warnings hears when copies begin to fail, and when they are there again
     */
    public MirroredJournal(Journal journal, Path path, String copy, ObjectStore store, Consumer<String> warnings) {
        this.journal = journal;
        this.mirror = new JournalMirror(path, Mirrored.object(copy), store, warnings);
    }

    @Override
    public Recorded append(String strand, Event event) {
        Recorded recorded = journal.append(strand, event);
        pauses = isPause(event);
        return recorded;
    }

    private static boolean isPause(Event event) {
        return event instanceof Event.Paused || event instanceof Event.ApprovalAsked || event instanceof Event.Asked;
    }

    @Override
    public void force() {
        journal.force();
        mirror.reached();
        if (pauses) {
            pauses = false;
            mirror.await(AT_A_PAUSE);
        }
    }

    @Override
    public void close() {
        try (mirror) {
            journal.close();
            mirror.reached();
        }
    }
}
