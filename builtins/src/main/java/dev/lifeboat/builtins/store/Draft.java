package dev.lifeboat.builtins.store;

import dev.lifeboat.interpreter.world.RealWorld;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/**
 * What is being written to a {@link DirectoryStore}: a file in a folder of its own on the same file system, with a name that no object can have. It becomes an object by a rename, when all of it is on disk.
 */
@RealWorld
final class Draft implements AutoCloseable {
    private static final String LOCK = "~lock";
    private final Folders folders;
    private final Path file;
    private final FileChannel channel;

    private Draft(Folders folders, Path file, FileChannel channel) {
        this.folders = folders;
        this.file = file;
        this.channel = channel;
    }

    static Draft begin(Folders folders) throws IOException {
        Leftovers leftovers = Leftovers.of(folders);
        Draft draft = open(folders, leftovers.folder().resolve(UUID.randomUUID().toString()));
        try {
            Leftovers.lock(draft.channel);
            leftovers.delete(Files.getLastModifiedTime(draft.file));
            return draft;
        } catch (IOException e) {
            draft.close();
            throw e;
        }
    }

    private static Draft open(Folders folders, Path file) throws IOException {
        Leftovers.OWN.add(file);
        try {
            return new Draft(folders, file,
                    FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE));
        } catch (IOException e) {
            Leftovers.OWN.remove(file);
            throw e;
        }
    }

    void write(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    /** Becomes that object, in place of one that is there. */
    void become(Path object) throws IOException {
        channel.force(true);
        inItsFolder(object, this::move);
        Folders.force(object.getParent());
    }

    /** Becomes that object, unless there is one: then it answers false. */
    boolean becomeFirst(Path object) throws IOException {
        channel.force(true);
        try {
            inItsFolder(object, this::link);
        } catch (FileAlreadyExistsException there) {
            if (!Files.exists(file) || !Files.isSameFile(file, object)) {
                return false;
            }
        }
        Folders.force(object.getParent());
        return true;
    }

    private interface Naming {
        void name(Path object) throws IOException;
    }

    /** Somebody else may just have deleted the last object of that folder, and the folder with it. */
    private void inItsFolder(Path object, Naming naming) throws IOException {
        try {
            folders.make(object.getParent());
            naming.name(object);
        } catch (NoSuchFileException tidiedAway) {
            folders.make(object.getParent());
            naming.name(object);
        }
    }

    private void move(Path object) throws IOException {
        Files.move(file, object, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private void link(Path object) throws IOException {
        try {
            Files.createLink(object, file);
        } catch (FileAlreadyExistsException | NoSuchFileException told) {
            throw told;
        } catch (UnsupportedOperationException | FileSystemException noLinks) {
            moveAlone(object);
        }
    }

    /** Where a file system has no hard links, as that of a tape: nobody else may come between the look and the move. */
    private void moveAlone(Path object) throws IOException {
        synchronized (Draft.class) {
            try (FileChannel all = FileChannel.open(folders.root().resolve(LOCK), StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE)) {
                all.lock();
                if (Files.exists(object)) {
                    throw new FileAlreadyExistsException(object.toString());
                }
                move(object);
            }
        }
    }

    /** Leaves nothing but the object that it has become, if any. */
    @Override
    public void close() throws IOException {
        try (channel) {
            Files.deleteIfExists(file);
        } finally {
            Leftovers.OWN.remove(file);
        }
    }
}
