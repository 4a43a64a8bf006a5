package dev.lifeboat.cli;

import dev.lifeboat.cli.console.Screen;
import dev.lifeboat.interpreter.run.RunOutcome;
import dev.lifeboat.interpreter.world.Clock;
import dev.lifeboat.interpreter.world.RealWorld;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jline.utils.Signals;

/**
 * Ctrl-C while a run goes on. The first lets the run ask before its next step; the second, as SIGTERM, ends it at once: what is under way is ended on its server,
 * and the journal is closed. A run that does not end then, such as one that waits at a prompt, is left as it is: all that it did is in the journal.
 */
@RealWorld
final class Interruptions implements AutoCloseable {
    private static final long SECONDS_TO_END = 5;
    private final Screen screen;
    private final String resumeBy;
    private final AtomicBoolean asked = new AtomicBoolean();
    private final AtomicBoolean taken = new AtomicBoolean();
    private final CompletableFuture<Clock.Task> run = new CompletableFuture<>();
    private final Object interruptBefore;
    private final Object terminateBefore;

    private Interruptions(Screen screen, String resumeBy) {
        this.screen = screen;
        this.resumeBy = resumeBy;
        this.interruptBefore = Signals.register("INT", this::interrupt);
        this.terminateBefore = Signals.register("TERM", this::end);
    }

    static Interruptions listen(Screen screen, String resumeBy) {
        return new Interruptions(screen, resumeBy);
    }

    /** Runs it as a task of the clock, so that it can be cancelled. */
    RunOutcome run(Clock clock, Supplier<RunOutcome> body) {
        AtomicReference<RunOutcome> outcome = new AtomicReference<>(RunOutcome.INTERRUPTED);
        Clock.Task task = clock.fork("run", () -> outcome.set(body.get()));
        run.complete(task);
        task.join();
        return outcome.get();
    }

    /** Whether the run is to ask before its next step; true once. */
    boolean take() {
        return asked.get() && taken.compareAndSet(false, true);
    }

    private void interrupt() {
        if (asked.compareAndSet(false, true)) {
            screen.print(
                    "Interrupted: the step that is under way goes on to its end, then you are asked whether to go on, "
                            + "to roll back or to stop. Ctrl-C again stops at once.");
        } else {
            end();
        }
    }

    private void end() {
        screen.print("Stopping at once. " + resumeBy + " carries the run on.");
        run.thenAccept(Clock.Task::cancel);
        CompletableFuture.delayedExecutor(SECONDS_TO_END, TimeUnit.SECONDS).execute(this::leave);
    }

    private void leave() {
        Runtime.getRuntime().halt(RunOutcome.INTERRUPTED.exitStatus());
    }

    @Override
    public void close() {
        Signals.unregister("INT", interruptBefore);
        Signals.unregister("TERM", terminateBefore);
    }
}
