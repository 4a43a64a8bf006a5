package dev.lifeboat.builtins.host;

import dev.lifeboat.builtins.host.Host.Output;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.world.Clock;
import dev.lifeboat.interpreter.world.RealWorld;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Runs a line in this machine's shell. Its input comes from a file and its output goes to one, since a pipe would be kept open by a server that the line starts;
 * of more than is shown the file is cut while the line runs. When the time is up, the whole tree of processes is ended.
 */
@RealWorld
public final class ShellCommand {
    private static final int MOST_OUTPUT = 64 * 1024;
    /** Of one argument of a program on Linux ({@code MAX_ARG_STRLEN}), with the NUL behind it; the line is one to the shell. */
    private static final int LONGEST = 128 * 1024 - 1;
    private static final int SHOWN = 80;
    private static final long MILLIS_BETWEEN_LOOKS = 100;
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

    /** @throws Failure where the line is longer than a shell can be sure to be handed */
    public static void refuseTooLong(String line, String host) {
        if (line.getBytes(StandardCharsets.UTF_8).length > LONGEST) {
            throw Failure.of("A command for host `" + host + "` was not begun: it is longer than 128 KiB, which no "
                    + "operating system is sure to take: `" + line.substring(0, SHOWN) + "…`.")
                    .hint("Put what is long into a file on the host.");
        }
    }

    /**
     * @throws Failure where it did not end in time, or could not be begun
     */
    Output run(String line, Duration limit, boolean changing) {
        return run(line, "", limit, changing);
    }

    /**
     * @param input what the command reads from its standard input
     * @throws Failure where it did not end in time, or could not be begun
     */
    public Output run(String line, String input, Duration limit, boolean changing) {
        refuseTooLong(line, host);
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
        ProcessBuilder builder = new ProcessBuilder("sh", "-c", line).redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(output.toFile())).redirectInput(input.toFile());
        builder.environment().put(ProcessTree.MARK, output.toString());
        return builder.start();
    }

    private Output await(Process process, Path output, String line, Duration limit, boolean changing)
            throws IOException {
        boolean cancelled = false;
        try {
            if (endsWithin(limit, process, output)) {
                return new Output(process.exitValue(), text(output));
            }
        } catch (InterruptedException e) {
            cancelled = true;
        }
        Failure failure = ended(process, output, line, changing);
        if (cancelled) {
            Thread.currentThread().interrupt();
        }
        throw failure;
    }

    private static boolean endsWithin(Duration limit, Process process, Path output)
            throws IOException, InterruptedException {
        long until = System.nanoTime() + limit.toNanos();
        for (long left = limit.toMillis(); left > 0; left = (until - System.nanoTime()) / 1_000_000) {
            if (process.waitFor(Math.min(left, MILLIS_BETWEEN_LOOKS), TimeUnit.MILLISECONDS)) {
                return true;
            }
            cut(output);
        }
        return !process.isAlive();
    }

    /** It is appended to, so that what comes next follows what is left. */
    private static void cut(Path output) throws IOException {
        if (Files.size(output) > 2 * MOST_OUTPUT) {
            try (FileChannel file = FileChannel.open(output, StandardOpenOption.WRITE)) {
                file.truncate(MOST_OUTPUT);
            }
        }
    }

    private Failure ended(Process process, Path output, String line, boolean changing) {
        String message = "`" + line + "` on host `" + host + "` did not end in time.";
        return (changing ? Failure.unknown(message) : Failure.of(message))
                .evidence(ProcessTree.kill(process.toHandle(), output.toString()));
    }

    private static String text(Path output) throws IOException {
        try (InputStream stream = Files.newInputStream(output)) {
            return new String(stream.readNBytes(MOST_OUTPUT), StandardCharsets.UTF_8).strip();
        }
    }
}
