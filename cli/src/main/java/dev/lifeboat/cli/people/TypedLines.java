package dev.lifeboat.cli.people;

import dev.lifeboat.interpreter.world.Clock;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Lines that somebody types, until they are asked for; one thread adds them, another takes them. */
public final class TypedLines {
    private static final Optional<String> END = Optional.empty();
    private static final long LOOK_MILLISECONDS = 200;
    private final BlockingQueue<Optional<String>> lines = new LinkedBlockingQueue<>();

    public void add(String line) {
        lines.add(Optional.of(line.strip()));
    }

    /** Nobody types any more. */
    public void end() {
        lines.add(END);
    }

    /**
     * @return empty where nobody types any more
     * @throws Prompt.Left as soon as it is answered {@code elsewhere}
     */
    public Optional<String> next(BooleanSupplier elsewhere) {
        try {
            Optional<String> line = null;
            while (line == null) {
                if (elsewhere.getAsBoolean()) {
                    throw new Prompt.Left();
                }
                line = lines.poll(LOOK_MILLISECONDS, TimeUnit.MILLISECONDS);
            }
            if (line.isEmpty()) {
                lines.add(END);
            }
            return line;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Clock.Cancelled();
        }
    }
}
