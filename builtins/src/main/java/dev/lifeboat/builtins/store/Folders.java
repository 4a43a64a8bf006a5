package dev.lifeboat.builtins.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The folders of a {@link DirectoryStore}, which are made when an object needs them and go with the last one in them.
 *
 * @param root is never made: a disk that is not mounted must not be taken for an empty one
 */
record Folders(Path root) {

    /** @throws NoSuchFileException where the root is not there */
    void check() throws NoSuchFileException {
        if (!Files.isDirectory(root)) {
            throw new NoSuchFileException(root.toString());
        }
    }

    void make(Path folder) throws IOException {
        if (!folder.equals(root) && !Files.isDirectory(folder)) {
            make(folder.getParent());
            create(folder);
        }
    }

    private static void create(Path folder) throws IOException {
        try {
            Files.createDirectory(folder);
            force(folder.getParent());
        } catch (FileAlreadyExistsException there) {
            if (!Files.isDirectory(folder)) {
                throw there;
            }
        }
    }

    /** Deletes this one, and those above it, as far as nothing is in them. */
    void tidy(Path folder) throws IOException {
        Path still = folder;
        try {
            for (; !still.equals(root); still = still.getParent()) {
                Files.delete(still);
            }
        } catch (DirectoryNotEmptyException used) {
            force(still);
        } catch (NoSuchFileException bySomebodyElse) {
            return;
        }
    }

    /** What has been made, renamed or deleted in it outlasts a crash of the machine. */
    static void force(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
