package dev.lifeboat.interpreter.journal;

import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.world.Clock;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;

/** Tells whether a process carries out the run of a journal: it holds a lock on the file, which the system takes from it when it ends, however it ends. */
public final class JournalLock {
    /** Whoever only looks whether it is held holds it for a moment. */
    private static final Duration MOMENT = Duration.ofMillis(20);
    private static final int MOMENTS = 10;

    private JournalLock() {}

    /** Held until the stream is closed. */
    static void take(FileOutputStream out, Path path, Clock clock) throws IOException {
        try {
            if (!isTaken(out, clock)) {
                out.close();
                throw held(path);
            }
        } catch (OverlappingFileLockException e) {
            out.close();
            throw held(path).because(e);
        }
    }

    private static boolean isTaken(FileOutputStream out, Clock clock) throws IOException {
        FileLock lock = out.getChannel().tryLock();
        for (int moment = 0; lock == null && moment < MOMENTS; moment++) {
            clock.sleep(MOMENT);
            lock = out.getChannel().tryLock();
        }
        return lock != null;
    }

    static Failure held(Path path) {
        return Failure.of("The run of `" + path + "` is going on: another process holds its journal.")
                .hint("Wait for its end, or end that process, before the run is carried on here; `lifeboat takeover` takes it from that process.");
    }

    /** @throws Failure where a process carries the run out */
    public static void refuseHeld(Path path) {
        if (isHeld(path)) {
            throw held(path);
        }
    }

    /** @throws Failure where the file can't be read */
    public static boolean isHeld(Path path) {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
                FileLock lock = channel.tryLock(0, Long.MAX_VALUE, true)) {
            return lock == null;
        } catch (OverlappingFileLockException e) {
            return true;
        } catch (IOException e) {
            throw Failure.of("The journal `" + path + "` can't be read: " + IoProblem.text(e) + ".").because(e);
        }
    }
}
