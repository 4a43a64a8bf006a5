package dev.lifeboat.builtins.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Where drafts lie, with those that killed processes have left. A draft is locked by whoever writes it; one that is not, and has not been touched for an hour, is deleted by the next who writes.
 */
record Leftovers(Path folder) {
    private static final String NAME = "~uploads";
    private static final Duration LEFT = Duration.ofHours(1);
    /** Those of this process: to open such a file once more, and close it, would take its lock away. */
    static final Set<Path> OWN = ConcurrentHashMap.newKeySet();

    static Leftovers of(Folders folders) throws IOException {
        Path folder = folders.root().resolve(NAME);
        folders.make(folder);
        return new Leftovers(folder);
    }

    /** Where a file system has no locks, nothing is deleted either. */
    static void lock(FileChannel draft) {
        try {
            draft.tryLock();
        } catch (IOException noLocks) {
            return;
        }
    }

    /** @param now by the clock of the file system, which has dated the others too */
    void delete(FileTime now) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(file -> !OWN.contains(file)).toList()) {
                if (isOld(file, now)) {
                    deleteUnlocked(file);
                }
            }
        }
    }

    private static boolean isOld(Path file, FileTime now) throws IOException {
        try {
            return Files.getLastModifiedTime(file).toInstant().isBefore(now.toInstant().minus(LEFT));
        } catch (NoSuchFileException doneMeanwhile) {
            return false;
        }
    }

    /** What can't be deleted is left to somebody who can: it is in nobody's way. */
    private static void deleteUnlocked(Path file) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            if (channel.tryLock() != null) {
                Files.delete(file);
            }
        } catch (IOException somebodyElses) {
            return;
        }
    }
}
