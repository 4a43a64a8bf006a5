package dev.lifeboat.cli.console;

import dev.lifeboat.interpreter.world.RealWorld;
import java.io.PrintWriter;
import java.time.Duration;

/** Says on a terminal how far something has come that takes longer than a second; where it goes into a file it says nothing. */
@RealWorld
public final class Progress implements AutoCloseable {
    private static final long SECOND = Duration.ofSeconds(1).toNanos();
    private static final long TENTH = Duration.ofMillis(100).toNanos();
    private static final String CLEAR = "\r\u001b[K";

    private final PrintWriter err;
    private final boolean terminal;
    private long next = System.nanoTime() + SECOND;
    private boolean shown;

    public Progress(PrintWriter err, boolean terminal) {
        this.err = err;
        this.terminal = terminal;
    }

    /** @param what what is being done: {@code checked} */
    public void at(int done, int all, String what) {
        if (terminal && System.nanoTime() - next >= 0) {
            next = System.nanoTime() + TENTH;
            shown = true;
            err.print(CLEAR + done + " of " + all + " files " + what);
            err.flush();
        }
    }

    /** Leaves nothing of it on the terminal. */
    @Override
    public void close() {
        if (shown) {
            err.print(CLEAR);
            err.flush();
        }
    }
}
