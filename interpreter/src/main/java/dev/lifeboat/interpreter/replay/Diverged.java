package dev.lifeboat.interpreter.replay;

import dev.lifeboat.interpreter.journal.Journal;

/** A run does not follow its own journal, so that nobody can tell where it stands: it ends before it does anything. */
public final class Diverged extends Journal.JournalLost {
    private static final long serialVersionUID = 1L;

    Diverged(String message) {
        super(message, null);
    }
}
