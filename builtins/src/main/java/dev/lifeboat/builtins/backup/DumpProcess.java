package dev.lifeboat.builtins.backup;

import dev.lifeboat.builtins.host.ProcessTree;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.world.Clock;
import dev.lifeboat.interpreter.world.RealWorld;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One run of {@code mysqldump}. A thread of its own takes what it writes, since only the end of the process ends a read from it; so an interruption, or a store that takes no more, ends the process with all that it has
 * started, and nothing goes on when this returns.
 *
 * @param errors the file for what it complains of
 */
@RealWorld
record DumpProcess(String server, List<String> command, Path errors, Clock clock) {
    private static final int BUFFER = 256 * 1024;
    private static final Pattern NUMBER = Pattern.compile("(?i)error:? (\\d{4})\\b|\\((\\d{4})\\)");
    private static final String SILENT = "it did not say why";
    /** What newer programs say of options that older ones need. */
    private static final Pattern HARMLESS = Pattern.compile("(?i).*\\bdeprecated\\b.*");

    /** @throws Failure where it did not end by itself, or complained of anything */
    void run(OutputStream onto) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(errors.toFile());
        builder.environment().put(ProcessTree.MARK, errors.toString());
        Process process = builder.start();
        process.getOutputStream().close();
        AtomicReference<Exception> broken = new AtomicReference<>();
        Thread taker = Thread.ofPlatform().daemon().name("takes the dump of " + server)
                .start(() -> take(process, onto, broken));
        boolean ended = ended(process, taker);
        List<String> seen = ended ? List.of() : ProcessTree.kill(process.toHandle(), errors.toString());
        join(taker, !ended);
        judge(process, ended, seen, Optional.ofNullable(broken.get()));
    }

    private static void take(Process process, OutputStream onto, AtomicReference<Exception> broken) {
        byte[] buffer = new byte[BUFFER];
        try {
            InputStream sql = process.getInputStream();
            for (int length = sql.read(buffer); length >= 0; length = sql.read(buffer)) {
                write(onto, buffer, length, broken);
            }
        } catch (IOException e) {
            if (broken.get() == null) {
                broken.set(e);
            }
            process.destroyForcibly();
        }
    }

    /** An exception of the store's ends the reading, and so does one of ours. */
    private static void write(OutputStream onto, byte[] buffer, int length, AtomicReference<Exception> broken)
            throws IOException {
        try {
            onto.write(buffer, 0, length);
        } catch (RuntimeException e) {
            broken.set(e);
            throw new IOException(e);
        }
    }

    /** It has ended when what it wrote has been taken, too. */
    private boolean ended(Process process, Thread taker) {
        try {
            if (!process.waitFor(clock.remaining().toMillis(), TimeUnit.MILLISECONDS)) {
                return false;
            }
            taker.join();
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Whatever it still does must be over before the object that it writes to is closed. */
    private static void join(Thread taker, boolean interrupt) {
        boolean interrupted = Thread.interrupted();
        if (interrupt) {
            taker.interrupt();
        }
        while (taker.isAlive()) {
            try {
                taker.join();
            } catch (InterruptedException again) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void judge(Process process, boolean ended, List<String> seen, Optional<Exception> broken)
            throws IOException {
        if (!ended) {
            throw Failure.of("The dump of `" + server + "` was ended before it was done.").evidence(seen);
        }
        if (broken.isPresent()) {
            throw rethrown(broken.get());
        }
        List<String> said = Files.readAllLines(errors).stream().filter(line -> !line.isBlank())
                .filter(line -> !HARMLESS.matcher(line).matches()).toList();
        if (process.exitValue() != 0 || !said.isEmpty()) {
            throw failed(process.exitValue(), said);
        }
    }

    private static RuntimeException rethrown(Exception broken) {
        return switch (broken) {
            case RuntimeException own -> own;
            case IOException io -> new UncheckedIOException(io);
            default -> new IllegalStateException(broken);
        };
    }

    private Failure failed(int status, List<String> said) {
        String first = said.isEmpty() ? SILENT : said.getFirst().replaceFirst("^mysqldump: ", "");
        return Failure.of("`mysqldump` of `" + server + "` ended with status " + status
                + (status == 0 ? " and a complaint: " : ": ") + first.replaceFirst("\\.?$", "") + ".").evidence(said)
                .hint(hint(first));
    }

    private static String hint(String line) {
        if (line.equals(SILENT)) {
            return "That is how it ends when the server is lost between two statements. Take the backup from another one, or again when it is back.";
        }
        Matcher number = NUMBER.matcher(line);
        String error = number.find() ? Optional.ofNullable(number.group(1)).orElse(number.group(2)) : "";
        return switch (error) {
            case "2002", "2003", "2006", "2013", "1053" ->
                "The server was lost. Take the backup from another one, or again when it is back.";
            case "1044", "1045", "1142", "1143", "1227", "1370" ->
                "The account lacks a right: `lifeboat explain backup.full` lists those that it needs.";
            case "1205" -> "Somebody keeps a table locked. Take it at a quieter time, or from another replica.";
            case "1356" -> "Repair or drop that view: it could not be restored either.";
            case "1412" -> "A table was altered meanwhile. Take the backup again when nobody alters tables.";
            default -> "Take the backup again, or from another server.";
        };
    }
}
