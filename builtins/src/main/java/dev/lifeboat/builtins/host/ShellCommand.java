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
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Runs a line in this machine's shell. Its output goes to a file, since a pipe would be kept open by a server that the line starts. When the time is up, the
 * whole tree of processes is ended.
 */
@RealWorld
final class ShellCommand {
    private static final int MOST_OUTPUT = 64 * 1024;
    private final String host;
    private final Clock clock;

    ShellCommand(String host, Clock clock) {
        this.host = host;
        this.clock = clock;
    }

    /** One argument, whatever is in it. */
    static String quote(String argument) {
        return "'" + argument.replace("'", "'\\''") + "'";
    }

    Output run(String line, Duration limit, boolean changing) {
        Duration remaining = clock.remaining();
        Duration capped = remaining.compareTo(limit) < 0 ? remaining : limit;
        try {
            Path output = Files.createTempFile("lifeboat", ".out");
            try {
                return await(start(line, output), output, line, capped, changing);
            } finally {
                Files.delete(output);
            }
        } catch (IOException e) {
            throw Failure.of("Could not run `" + line + "` on host `" + host + "`: " + e.getMessage() + ".").because(e);
        }
    }

    private static Process start(String line, Path output) throws IOException {
        return new ProcessBuilder("sh", "-c", line).redirectErrorStream(true).redirectOutput(output.toFile())
                .redirectInput(ProcessBuilder.Redirect.from(new java.io.File("/dev/null"))).start();
    }

    private Output await(Process process, Path output, String line, Duration limit, boolean changing)
            throws IOException {
        boolean interrupted = false;
        try {
            if (process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                return new Output(process.exitValue(), text(output));
            }
        } catch (InterruptedException cancelled) {
            interrupted = true;
        }
        List<String> evidence = end(process);
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        String message = "`" + line + "` on host `" + host + "` did not end in time.";
        throw (changing ? Failure.unknown(message) : Failure.of(message)).evidence(evidence);
    }

    private static List<String> end(Process process) {
        List<ProcessHandle> tree = java.util.stream.Stream
                .concat(process.descendants(), java.util.stream.Stream.of(process.toHandle())).toList();
        tree.forEach(ProcessHandle::destroyForcibly);
        return tree.stream().map(ShellCommand::told).toList();
    }

    private static String told(ProcessHandle process) {
        try {
            process.onExit().get(2, TimeUnit.SECONDS);
            return "process " + process.pid() + " killed, gone";
        } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException e) {
            return "process " + process.pid() + " killed, STILL RUNNING";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "process " + process.pid() + " killed";
        }
    }

    private static String text(Path output) throws IOException {
        try (InputStream stream = Files.newInputStream(output)) {
            return new String(stream.readNBytes(MOST_OUTPUT), StandardCharsets.UTF_8).strip();
        }
    }
}
