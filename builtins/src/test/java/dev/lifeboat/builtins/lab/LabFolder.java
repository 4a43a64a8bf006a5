package dev.lifeboat.builtins.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A folder for real servers, with a watchdog: when it is closed, or this JVM is gone however it went, every process that
 * carries the folder in its environment as {@code LIFEBOAT_LAB} is ended, and the folder removed (unless
 * {@code LIFEBOAT_LAB_KEEP} is set, for a look at the logs).
 *
 * <p>
 * Its path is short, since the sockets in it may have 107 characters only.
 */
final class LabFolder implements AutoCloseable {
    private final Path path;
    private final Process watchdog;

    private LabFolder(Path path, Process watchdog) {
        this.path = path;
        this.watchdog = watchdog;
    }

    static LabFolder create() {
        try {
            var path = Files.createTempDirectory("lifeboat-lab-");
            return new LabFolder(path, watch(path));
        } catch (IOException cannotStart) {
            throw new UncheckedIOException(cannotStart);
        }
    }

    /** In a session of its own, so that what ends this JVM's whole process group does not end the watchdog first. */
    private static Process watch(Path path) throws IOException {
        var script = LabScripts.copy("watchdog", path);
        return new ProcessBuilder("setsid", script.toString(), path.toString())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    }

    Path path() {
        return path;
    }

    /** Starts a program that ends with the lab at the latest, its output going to the log. */
    Process start(Path log, String... words) throws IOException {
        var builder = new ProcessBuilder(words).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().put("LIFEBOAT_LAB", path.toString());
        return builder.start();
    }

    @Override
    public void close() throws IOException {
        watchdog.getOutputStream().close();
        try {
            watchdog.waitFor();
        } catch (InterruptedException interrupted) {
            // It does its work without us.
            Thread.currentThread().interrupt();
        }
    }
}
