package dev.lifeboat.interpreter.lease;

import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.journal.IoProblem;
import dev.lifeboat.interpreter.world.RealWorld;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A folder on a disk, of this machine or shared. A text is written under another name, forced to disk, and linked to its own: a link is made whole, and only
 * where nothing is. What a crash leaves behind is a draft that nobody reads.
 */
@RealWorld
public final class FileLeaseStore implements LeaseStore {
    private static final String DRAFT = ".draft";
    private final Path folder;

    private FileLeaseStore(Path folder) {
        this.folder = folder;
    }

    /**
     * The folder of a cluster, which is made where it is not there.
     *
     * @param folder of all clusters; it has to be there: a shared one that is not mounted must not be taken for an empty one
     * @param name   of the cluster's own
     */
    public static FileLeaseStore open(Path folder, String name) {
        Path own = folder.resolve(name);
        try {
            if (!Files.isDirectory(own)) {
                make(own);
            }
            return new FileLeaseStore(own);
        } catch (IOException e) {
            throw unusable(own, "made", e);
        }
    }

    /** Whoever may make leases beside it may make them in it. */
    private static void make(Path own) throws IOException {
        try {
            Files.createDirectory(own);
        } catch (FileAlreadyExistsException bySomebodyElse) {
            return;
        }
        if (Files.getFileAttributeView(own, PosixFileAttributeView.class) != null) {
            Files.setPosixFilePermissions(own, Files.getPosixFilePermissions(own.getParent()));
        }
        force(own.getParent());
    }

    @Override
    public String place() {
        return "`" + folder + "`";
    }

    @Override
    public boolean create(String name, String text) {
        try {
            Path draft = draft(text, true);
            try {
                return link(draft, folder.resolve(name));
            } finally {
                Files.delete(draft);
            }
        } catch (UnsupportedOperationException noLinks) {
            throw Failure.of("Leases can't be kept in " + place() + ": its file system has no hard links.")
                    .hint("Name another folder under `lease:` in the inventory.");
        } catch (IOException e) {
            throw unusable(folder.resolve(name), "written", e);
        }
    }

    /** A server of files may have made the link and lost its answer, and then refuses to make it again. */
    private boolean link(Path draft, Path target) throws IOException {
        try {
            Files.createLink(target, draft);
        } catch (FileAlreadyExistsException there) {
            if (!Files.isSameFile(draft, target)) {
                return false;
            }
        }
        force(folder);
        return true;
    }

    @Override
    public void replace(String name, String text) {
        try {
            Files.move(draft(text, false), folder.resolve(name), StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw unusable(folder.resolve(name), "written", e);
        }
    }

    private Path draft(String text, boolean forced) throws IOException {
        Path draft = Files.createTempFile(folder, "", DRAFT);
        if (Files.getFileAttributeView(draft, PosixFileAttributeView.class) != null) {
            Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString("rw-r--r--"));
        }
        Files.writeString(draft, text);
        if (forced) {
            force(draft);
        }
        return draft;
    }

    private static void force(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    @Override
    public Optional<String> read(String name) {
        try {
            return Optional.of(new String(Files.readAllBytes(folder.resolve(name)), StandardCharsets.UTF_8));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        } catch (IOException e) {
            throw unusable(folder.resolve(name), "read", e);
        }
    }

    @Override
    public boolean exists(String name) {
        return Files.exists(folder.resolve(name));
    }

    @Override
    public List<String> names() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).filter(name -> !name.endsWith(DRAFT)).toList();
        } catch (IOException e) {
            throw unusable(folder, "read", e);
        }
    }

    @Override
    public Presence enter(String name) {
        try {
            FileChannel channel = FileChannel.open(folder.resolve(name), StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE);
            channel.lock();
            return () -> leave(name, channel);
        } catch (IOException e) {
            throw unusable(folder.resolve(name), "locked", e);
        }
    }

    private void leave(String name, FileChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            throw unusable(folder.resolve(name), "closed", e);
        }
    }

    @Override
    public boolean hasLeft(String name) {
        try (FileChannel channel = FileChannel.open(folder.resolve(name), StandardOpenOption.READ)) {
            return channel.tryLock(0, Long.MAX_VALUE, true) != null;
        } catch (OverlappingFileLockException ours) {
            return false;
        } catch (IOException notEntered) {
            return false;
        }
    }

    private static Failure unusable(Path path, String what, IOException e) {
        return Failure.of("The lease `" + path + "` can't be " + what + ": " + IoProblem.text(e) + ".").because(e)
                .hint("Look after that folder. Another can be named under `lease:` in the inventory, the same for all operators.");
    }
}
