package dev.lifeboat.interpreter.journal;

import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.run.Event;
import dev.lifeboat.interpreter.run.Recorded;
import dev.lifeboat.interpreter.world.Clock;
import dev.lifeboat.interpreter.world.Lease;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * A journal on disk, readable by its owner alone.
 *
 * <p>It writes through a stream and not a FileChannel, because an interrupted thread closes a channel that it uses, and tasks whose time is up are interrupted.
 */
public final class JournalFile implements Journal {
    private final Path path;
    private final FileOutputStream out;
    private final Clock clock;
    private final long epoch;
    private long number;
    private byte[] chain;
    private JournalLost lost;

    JournalFile(Path path, FileOutputStream out, Clock clock, long epoch) {
        this(path, out, clock, epoch, 0, RecordLine.start());
    }

    private JournalFile(Path path, FileOutputStream out, Clock clock, long epoch, long number, byte[] chain) {
        this.path = path;
        this.out = out;
        this.clock = clock;
        this.epoch = epoch;
        this.number = number;
        this.chain = chain;
    }

    /**
     * Begins the journal of a new run. Returns when its entry in the directory is on disk.
     *
     * @throws Failure where it can't be made, or is there already: a journal is never overwritten
     */
    public static JournalFile create(Path path, Clock clock) {
        return create(path, clock, Lease.UNCONTESTED.epoch());
    }

    /**
     * The same for a run that holds a lease.
     *
     * @param epoch of the lease
     */
    public static JournalFile create(Path path, Clock clock, long epoch) {
        try {
            Files.createFile(path, ownerOnly(path));
            FileOutputStream out = new FileOutputStream(path.toFile(), true);
            forceDirectory(path.toAbsolutePath().getParent());
            JournalLock.take(out, path, clock);
            return new JournalFile(path, out, clock, epoch);
        } catch (FileAlreadyExistsException e) {
            throw Failure.of("There is a journal at `" + path + "` already.").because(e)
                    .hint("Name another place, or move the old journal away: it may be the only record of a run.");
        } catch (IOException e) {
            throw Failure.of("The journal `" + path + "` can't be made: " + IoProblem.text(e) + ".").because(e);
        }
    }

    /**
     * Opens the journal of a run that is carried on. A record that was never finished is cut off.
     *
     * @param epoch of the lease under which it is carried on
     * @throws Failure where it is damaged, or another process holds it
     */
    public static JournalFile carryOn(JournalReading reading, Clock clock, long epoch) {
        List<Recorded> records = reading.trusted();
        Path path = reading.path();
        try {
            FileOutputStream out = new FileOutputStream(path.toFile(), true);
            JournalLock.take(out, path, clock);
            if (Files.size(path) != reading.bytes()) {
                out.close();
                throw JournalLock.held(path);
            }
            out.getChannel().truncate(reading.wholeBytes());
            out.getFD().sync();
            return new JournalFile(path, out, clock, epoch, records.size(),
                    HexFormat.of().parseHex(reading.chain()));
        } catch (IOException e) {
            throw Failure.of("The journal `" + path + "` can't be written: " + IoProblem.text(e) + ".").because(e);
        }
    }

    /**
     * Carries on in a file of its own what another process may still have its hands on.
     *
     * @throws Failure where it is damaged, or {@code path} can't be made
     */
    public static JournalFile carryOnIn(Path path, JournalReading reading, Clock clock, long epoch) {
        reading.trusted();
        try (JournalFile copy = create(path, clock, epoch)) {
            byte[] whole = Arrays.copyOf(Files.readAllBytes(reading.path()), Math.toIntExact(reading.wholeBytes()));
            copy.lasting("written", () -> copy.out.write(whole));
            copy.force();
        } catch (IOException e) {
            throw Failure.of("The journal `" + reading.path() + "` can't be read: " + IoProblem.text(e) + ".")
                    .because(e);
        }
        return carryOn(JournalReader.read(path), clock, epoch);
    }

    private static FileAttribute<?>[] ownerOnly(Path path) throws IOException {
        boolean posix = Files.getFileStore(path.toAbsolutePath().getParent()).supportsFileAttributeView("posix");
        return posix
                ? new FileAttribute<?>[]{
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))}
                : new FileAttribute<?>[0];
    }

    private static void forceDirectory(Path directory) throws IOException {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    @Override
    public Recorded append(String strand, Event event) {
        Recorded recorded = new Recorded(number + 1, epoch, strand, clock.now(), event);
        byte[] payload = EventJson.write(recorded).getBytes(StandardCharsets.UTF_8);
        byte[] next = RecordLine.chain(chain, payload);
        lasting("written", () -> out.write(RecordLine.write(payload, next)));
        number++;
        chain = next;
        return recorded;
    }

    @Override
    public void force() {
        lasting("forced to disk", () -> out.getFD().sync());
    }

    private interface Attempt {
        void make() throws IOException;
    }

    /** After one failure nothing more is tried: half a record may be in the file, or pages that the kernel has dropped. */
    private void lasting(String what, Attempt attempt) {
        if (lost != null) {
            throw lost;
        }
        try {
            attempt.make();
        } catch (IOException e) {
            lost = new JournalLost("The journal `" + path + "` can't be " + what + " any more: " + IoProblem.text(e)
                    + ". What is in it up to record " + number + " is whole.", e);
            throw lost;
        }
    }

    @Override
    public void close() {
        try (out) {
            if (lost == null) {
                force();
            }
        } catch (IOException e) {
            throw new JournalLost("The journal `" + path + "` can't be closed: " + IoProblem.text(e) + ".", e);
        }
    }
}
