package dev.lifeboat.builtins.host;

import dev.lifeboat.builtins.host.Host.Output;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.world.Clock;
import dev.lifeboat.interpreter.world.RealWorld;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Runs a line in this machine's shell. Its input comes from a file and its output goes to one, since a pipe would be kept open by a server that the line
 * starts. When the time is up, the
 * whole tree of processes is ended.
 */
@RealWorld
public final class ShellCommand {
    private static final int MOST_OUTPUT = 64 * 1024;
    private final String host;
    private final Clock clock;

    public ShellCommand(String host, Clock clock) {
        this.host = host;
        this.clock = clock;
    }

    /** One argument, whatever is in it. */
    public static String quote(String argument) {
        return "'" + argument.replace("'", "'\\''") + "'";
    }

    Output run(String line, Duration limit, boolean changing) {
        return run(line, "", limit, changing);
    }

    /** @param input what the command reads from its standard input */
    public Output run(String line, String input, Duration limit, boolean changing) {
        Duration remaining = clock.remaining();
        Duration capped = remaining.compareTo(limit) < 0 ? remaining : limit;
        if (capped.isZero()) {
            throw Failure.of("The time was up before `" + line + "` was begun on host `" + host + "`.");
        }
        try {
            Path given = Files.createTempFile("lifeboat", ".in");
            Path output = Files.createTempFile("lifeboat", ".out");
            try {
                Files.writeString(given, input);
                return await(start(line, given, output), output, line, capped, changing);
            } finally {
                Files.delete(given);
                Files.delete(output);
            }
        } catch (IOException e) {
            throw Failure.of("Could not run `" + line + "` on host `" + host + "`: " + e.getMessage() + ".").because(e);
        }
    }

    private static Process start(String line, Path input, Path output) throws IOException {
        return new ProcessBuilder("sh", "-c", line).redirectErrorStream(true).redirectOutput(output.toFile())
                .redirectInput(input.toFile()).start();
    }

    private Output await(Process process, Path output, String line, Duration limit, boolean changing)
            throws IOException {
        boolean cancelled = false;
        try {
            if (process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                return new Output(process.exitValue(), text(output));
            }
        } catch (InterruptedException e) {
            cancelled = true;
        }
        Failure failure = ended(process, line, changing);
        if (cancelled) {
            Thread.currentThread().interrupt();
        }
        throw failure;
    }

    private Failure ended(Process process, String line, boolean changing) {
        String message = "`" + line + "` on host `" + host + "` did not end in time.";
        return (changing ? Failure.unknown(message) : Failure.of(message))
                .evidence(ProcessTree.kill(process.toHandle()));
    }

    private static String text(Path output) throws IOException {
        try (InputStream stream = Files.newInputStream(output)) {
            return new String(stream.readNBytes(MOST_OUTPUT), StandardCharsets.UTF_8).strip();
        }
    }
}
