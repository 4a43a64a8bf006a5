package dev.lifeboat.builtins.store;

import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.journal.IoProblem;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What went wrong in a folder, for people.
 *
 * @param store as the inventory calls it
 */
record DirectoryFaults(String store, Path root) {
    private static final List<String> FULL = List.of("No space left on device", "Disk quota exceeded",
            "File too large");

    /** @param what was to become of it: {@code written} */
    Failure of(String what, String object, IOException e) {
        String subject = object.isEmpty()
                ? "What is in store `" + store + "`"
                : "`" + object + "` of store `" + store
                        + "`";
        return switch (e) {
            case ClosedByInterruptException cancelled -> Failure.of(subject + " was not " + what
                    + ": it was cancelled. What was there before is still there.").because(e);
            default -> Failure.of(subject + " can't be " + what + ": " + why(e) + ".").because(e).hint(hint(e));
        };
    }

    String unusable(IOException e) {
        return "Store `" + store + "` can't be used: " + why(e) + ".";
    }

    private String why(IOException e) {
        if (!Files.isDirectory(root)) {
            return "its folder `" + root + "` is not there";
        }
        return isFull(e) ? "its disk is full (`" + root + "`)" : IoProblem.text(e);
    }

    private static boolean isFull(IOException e) {
        String text = String.valueOf(e.getMessage());
        return FULL.stream().anyMatch(text::contains);
    }

    private String hint(IOException e) {
        if (!Files.isDirectory(root)) {
            return "Look whether the volume is mounted there; Lifeboat never makes that folder itself.";
        }
        return isFull(e)
                ? "Make room there, such as by `backup.prune(store)`, or use another store. What was begun has been taken away, and nothing that was there is lost."
                : "Look after `" + root + "`: who may write there, and what the operating system says of that disk.";
    }
}
