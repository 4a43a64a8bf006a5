package dev.lifeboat.cli;

import dev.lifeboat.builtins.preflight.Look;
import dev.lifeboat.builtins.preflight.Notes;
import dev.lifeboat.interpreter.builtin.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Looks whether there is room for a journal: without one there is no run. */
record JournalRoom(Path folder) {
    private static final String SUBJECT = "the journal";
    private static final long MEGABYTE = 1_000_000;
    private static final long NEEDED = 10 * MEGABYTE;
    private static final long COMFORTABLE = 200 * MEGABYTE;

    static Look look(Path journal) {
        return new Look(SUBJECT, new JournalRoom(journal.toAbsolutePath().getParent())::look);
    }

    private void look(Notes notes) {
        if (!Files.isWritable(folder)) {
            notes.blocked(SUBJECT, "The folder of the journal, `" + folder + "`, can't be written.",
                    "Name another with LIFEBOAT_HOME, or a file with `--journal`.");
            return;
        }
        long free = free();
        if (free < NEEDED) {
            notes.blocked(SUBJECT, room(free), "Make room there, or name another place with `--journal`.");
        } else if (free < COMFORTABLE) {
            notes.found(SUBJECT, room(free), "A run that can't write its journal stops: make room there.");
        } else {
            notes.fine("room for the journal");
        }
    }

    private String room(long free) {
        return "The disk of the journal, `" + folder + "`, has only " + free / MEGABYTE + " MB left.";
    }

    private long free() {
        try {
            return Files.getFileStore(folder).getUsableSpace();
        } catch (IOException e) {
            throw Failure.of("How much room there is for the journal can't be told: " + e.getMessage() + ".")
                    .because(e);
        }
    }
}
