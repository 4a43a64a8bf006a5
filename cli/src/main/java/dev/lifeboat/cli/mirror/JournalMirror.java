package dev.lifeboat.cli.mirror;

import dev.lifeboat.builtins.store.ObjectStore;
import dev.lifeboat.builtins.store.Upload;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.journal.IoProblem;
import dev.lifeboat.interpreter.world.RealWorld;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Copies a journal to a store while it is written, whole each time: a store can't append. It does so beside the run, which never waits for it where it goes on, and does not end with it: one that can't be
 * copied is told of, and tried again.
 */
@RealWorld
final class JournalMirror implements AutoCloseable {
    private static final Duration BETWEEN_COPIES = Duration.ofSeconds(1);
    private static final Duration AFTER_A_FAILURE = Duration.ofSeconds(5);
    private static final Duration TO_END = Duration.ofSeconds(30);
    private static final int BUFFER = 64 * 1024;
    private final RandomAccessFile journal;
    private final String object;
    private final ObjectStore store;
    private final Consumer<String> warnings;
    private final Thread copier;
    private long safe;
    private long copied;
    private boolean urgent;
    private boolean ends;
    private Optional<String> problem = Optional.empty();

    /**
     * Has the journal open as long as it lives, since the system takes the lock on a file from a process that closes it anywhere ({@link dev.lifeboat.interpreter.journal.JournalLock}).
     *
     * @param object   what the copy is called in the store
     * @param warnings hears when copies begin to fail, and when they are there again
     */
    JournalMirror(Path journal, String object, ObjectStore store, Consumer<String> warnings) {
        this.journal = opened(journal);
        this.object = object;
        this.store = store;
        this.warnings = warnings;
        this.copier = Thread.ofVirtual().name("mirror of the journal").start(this::live);
    }

    private static RandomAccessFile opened(Path journal) {
        try {
            return new RandomAccessFile(journal.toFile(), "r");
        } catch (IOException e) {
            throw Failure.of("The journal `" + journal + "` can't be read: " + IoProblem.text(e) + ".").because(e);
        }
    }

    /** What has been forced to disk up to now is to be copied. */
    synchronized void reached() {
        try {
            safe = journal.length();
        } catch (IOException unreadable) {
            failed(IoProblem.text(unreadable) + ".");
        }
        notifyAll();
    }

    /** Waits until all that is to be copied is, for a while. */
    synchronized void await(Duration limit) {
        urgent = true;
        notifyAll();
        long until = System.nanoTime() + limit.toNanos();
        try {
            for (long left = limit.toMillis(); copied < safe && left > 0; left = (until - System.nanoTime())
                    / 1_000_000) {
                wait(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void live() {
        try {
            for (long next = next(); next > 0; next = next()) {
                pause(copy(next));
            }
        } catch (InterruptedException given) {
            return;
        }
    }

    /** How much of the journal there is to copy; 0 when it is over. */
    private synchronized long next() throws InterruptedException {
        while (copied == safe && !ends) {
            wait();
        }
        urgent = false;
        return copied == safe ? 0 : safe;
    }

    private synchronized void pause(boolean copied) throws InterruptedException {
        boolean awaited = urgent || ends;
        if (!awaited || !copied) {
            wait((awaited || copied ? BETWEEN_COPIES : AFTER_A_FAILURE).toMillis());
        }
    }

    private boolean copy(long length) {
        try (Upload upload = store.upload(object)) {
            byte[] buffer = new byte[BUFFER];
            journal.seek(0);
            for (long left = length; left > 0;) {
                int some = (int) Math.min(left, BUFFER);
                journal.readFully(buffer, 0, some);
                upload.write(buffer, 0, some);
                left -= some;
            }
            upload.complete();
            done(length);
            return true;
        } catch (Failure refused) {
            failed(refused.getMessage());
            return false;
        } catch (IOException e) {
            failed(IoProblem.text(e) + ".");
            return false;
        }
    }

    private synchronized void done(long length) {
        copied = length;
        problem.ifPresent(
                was -> warnings.accept("The copy of the journal in store `" + store.name() + "` is complete again."));
        problem = Optional.empty();
        notifyAll();
    }

    private synchronized void failed(String why) {
        if (problem.isEmpty()) {
            warnings.accept("The journal is not copied to store `" + store.name() + "`: " + why
                    + " The run goes on, and so do the attempts.");
        }
        problem = Optional.of(why);
        notifyAll();
    }

    /** Waits for the last copy, but not for ever. */
    @Override
    public void close() {
        try (journal) {
            end();
        } catch (IOException e) {
            warnings.accept("The journal can't be closed: " + IoProblem.text(e) + ".");
        }
    }

    private void end() {
        synchronized (this) {
            ends = true;
        }
        await(TO_END);
        copier.interrupt();
        synchronized (this) {
            if (copied < safe) {
                warnings.accept("The copy of the journal in store `" + store.name() + "` lacks its end: "
                        + problem.orElse("it took too long.") + " The journal itself is whole.");
            }
        }
    }
}
