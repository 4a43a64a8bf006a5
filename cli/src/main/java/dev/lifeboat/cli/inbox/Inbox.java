package dev.lifeboat.cli.inbox;

import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.world.People.Refusal;
import dev.lifeboat.interpreter.world.RealWorld;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The folder {@code <run>.inbox} beside a run's journal. Everybody can leave something in it, and nobody but its owner sees what others have left, or takes it
 * away. Each file in it is one {@link Envelope}: it appears there whole, the run takes it at once, and reads it then, so that nobody can withdraw what has been
 * read. What the run asks for lies in it too, for those who can't read its journal.
 */
@RealWorld
public final class Inbox {
    static final String NAME = "inbox";
    private static final int LARGEST = 16 * 1024;
    /** Of a flood the run takes so many at a time. */
    private static final int AT_ONCE = 100;
    private static final String ENDING = ".json";
    private static final String ASKED = ".asked" + ENDING;
    /** {@code rwx-wx-wt}: who knows the name of a file can read it, and only its owner and the run's can move it. */
    private static final int FOR_ALL_TO_LEAVE = 01733;
    private static final Set<PosixFilePermission> FOR_ALL_TO_READ = PosixFilePermissions.fromString("rw-r--r--");
    private final Path folder;
    /** What could not be taken away is not read again. */
    private final Set<Path> stuck = new HashSet<>();

    private Inbox(Path folder) {
        this.folder = folder;
    }

    public static Inbox beside(Path journal) {
        return new Inbox(journal.resolveSibling(
                journal.getFileName().toString().replaceFirst("\\.journal$", "") + "." + NAME));
    }

    /** Whether there is a run that reads it, or was one that broke off. */
    public boolean isThere() {
        return Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS);
    }

    /** To be called by the run that reads it. */
    public void open() {
        try {
            if (!isThere()) {
                Files.createDirectory(folder,
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            }
            Files.setAttribute(folder, "unix:mode", FOR_ALL_TO_LEAVE);
        } catch (IOException e) {
            throw Failure.of("The inbox `" + folder + "` can't be made: " + e.getClass().getSimpleName() + ".")
                    .hint("Remove what is there, or name another journal.").because(e);
        }
    }

    /**
     * The run is over: without a folder nobody leaves anything in it any more. What came too late to be read goes with it.
     *
     * @return what keeps it from being removed, a full sentence; empty where it is gone
     */
    public Optional<String> close() {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
            Files.delete(folder);
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of("The inbox `" + folder + "` can't be removed (" + e.getClass().getSimpleName()
                    + "); it is not needed any more.");
        }
    }

    public boolean hasMail() {
        return !arrived().isEmpty();
    }

    /** @return the file that holds it until the run has taken it */
    public Path post(Envelope envelope) throws IOException {
        Path part = readable(envelope.write());
        Path whole = part.resolveSibling(part.getFileName().toString().substring(1));
        return Files.move(part, whole, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Tells those who may answer what the run asks for. */
    public void publish(String text) throws IOException {
        Files.move(readable(text), folder.resolve(ASKED), StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
    }

    /** What the run asks for; empty where it has asked for nothing so far, or somebody else has written that. */
    public Optional<String> published() throws IOException {
        Path asked = folder.resolve(ASKED);
        try {
            return Files.isRegularFile(asked, LinkOption.NOFOLLOW_LINKS) && isOwners(asked)
                    ? Optional.of(Files.readString(asked))
                    : Optional.empty();
        } catch (NoSuchFileException over) {
            return Optional.empty();
        }
    }

    private Path readable(String text) throws IOException {
        Path part = Files.createTempFile(folder, ".", ENDING);
        Files.writeString(part, text);
        return Files.setPosixFilePermissions(part, FOR_ALL_TO_READ);
    }

    private boolean isOwners(Path file) throws IOException {
        return Files.getOwner(file, LinkOption.NOFOLLOW_LINKS).equals(Files.getOwner(folder));
    }

    /** What a file is called from when it can't be withdrawn any more until it has been dealt with. */
    static Path taken(Path file) {
        return file.resolveSibling("." + file.getFileName() + ".taken");
    }

    /** Takes what is there, the oldest first. Each stays as {@link #taken} until the consumer has returned. */
    public void take(Consumer<Envelope> letters, Consumer<Refusal> refused) {
        for (Path file : arrived()) {
            try {
                Path mine = Files.move(file, taken(file), StandardCopyOption.ATOMIC_MOVE);
                read(mine, file.getFileName().toString(), letters, refused);
                Files.delete(mine);
            } catch (NoSuchFileException withdrawn) {
                stuck.remove(file);
            } catch (IOException e) {
                stuck.add(file);
                refused.accept(new Refusal(NAME, file.getFileName().toString(),
                        "It can't be taken away: " + e.getClass().getSimpleName() + "."));
            }
        }
    }

    private List<Path> arrived() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> !file.getFileName().toString().startsWith(".") && !stuck.contains(file))
                    .sorted(Comparator.comparing(Inbox::age).thenComparing(Path::getFileName)).limit(AT_ONCE).toList();
        } catch (IOException gone) {
            return List.of();
        }
    }

    private static FileTime age(Path file) {
        try {
            return Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS);
        } catch (IOException withdrawn) {
            return FileTime.fromMillis(0);
        }
    }

    private void read(Path file, String name, Consumer<Envelope> letters, Consumer<Refusal> refused)
            throws IOException {
        boolean ours = isOwners(file);
        content(file).ifPresentOrElse(
                found -> Envelope.read(found).ifPresentOrElse(letter -> {
                    if (ours || letter.hasSignature()) {
                        letters.accept(letter);
                    } else {
                        refused.accept(letter.refused("It is not signed, and the owner of the run has not left it."));
                    }
                }, () -> refused.accept(new Refusal(NAME, name, "It is no message for a run."))),
                () -> refused.accept(new Refusal(NAME, name,
                        "It is no file, or larger than " + LARGEST / 1024 + " KiB.")));
    }

    /** Empty where it is no file, or too large. */
    private static Optional<byte[]> content(Path file) throws IOException {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        try (InputStream stream = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            byte[] content = stream.readNBytes(LARGEST + 1);
            return Optional.of(content).filter(bytes -> bytes.length <= LARGEST);
        }
    }
}
