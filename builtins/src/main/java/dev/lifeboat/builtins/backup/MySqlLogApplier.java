package dev.lifeboat.builtins.backup;

import dev.lifeboat.builtins.host.ProcessTree;
import dev.lifeboat.builtins.mysql.GtidSet;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.world.RealWorld;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/**
 * Lets {@code mysqlbinlog} make SQL of all files at once, as if they were one, and a client execute that. So statements, DDL and compressed transactions are done as a replica would do them; a file never lies in
 * plain on a disk. The client takes no end for an end before {@code mysqlbinlog} has ended well and without a warning.
 */
@RealWorld
public final class MySqlLogApplier implements LogApplier {
    /** Of one argument of a program on Linux. */
    private static final int LONGEST = 100 * 1024;
    private static final int MAGIC = 4;
    private static final int BUFFER = 256 * 1024;
    private static final String PROGRAM = "mysqlbinlog";
    private final MySqlLoader client;

    public MySqlLogApplier(MySqlLoader client) {
        this.client = client;
    }

    @Override
    public void refuseUnfit() {
        client.refuseUnfit(PROGRAM);
        client.refuseUnfit();
    }

    @Override
    public void apply(List<Supplier<InputStream>> files, GtidSet transactions) {
        String set = transactions.toString();
        if (set.length() > LONGEST) {
            throw Failure
                    .of("The transactions that are wanted have too many holes for `mysqlbinlog`: their GTID set is "
                            + set.length() + " characters long.")
                    .hint("Apply them in several parts, by `before:`.");
        }
        String program = ClientProgram.find(PROGRAM);
        try (ScratchFile errors = ScratchFile.create(".err")) {
            run(start(program, set, errors.path()), errors.path(), files);
        } catch (IOException e) {
            throw Failure.of("`mysqlbinlog` could not be run: " + e.getMessage() + ".").because(e);
        }
    }

    private static Process start(String program, String set, Path errors) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(program, "--no-defaults", "--verify-binlog-checksum",
                "--include-gtids=" + set, "-").redirectError(Redirect.to(errors.toFile()));
        builder.environment().put(ProcessTree.MARK, errors.toString());
        return builder.start();
    }

    private void run(Process process, Path errors, List<Supplier<InputStream>> files) {
        AtomicReference<Exception> broken = new AtomicReference<>();
        Thread feeder = Thread.ofVirtual().name("feeds mysqlbinlog").start(() -> feed(process, files, broken));
        try {
            client.load(new Decoded(process, errors, broken));
        } finally {
            ProcessTree.kill(process.toHandle(), errors.toString());
            feeder.interrupt();
        }
    }

    /** All files as one: only the first keeps what a file begins with. */
    private static void feed(Process process, List<Supplier<InputStream>> files, AtomicReference<Exception> broken) {
        try (OutputStream input = process.getOutputStream()) {
            boolean first = true;
            for (Supplier<InputStream> file : files) {
                try (InputStream log = file.get()) {
                    log.skipNBytes(first ? 0 : MAGIC);
                    first = false;
                    transfer(log, input);
                }
            }
        } catch (Gone gone) {
            return; // Its status and what it said tell why.
        } catch (IOException | RuntimeException e) {
            broken.set(e);
            process.destroyForcibly();
        }
    }

    private static void transfer(InputStream log, OutputStream input) throws IOException {
        byte[] buffer = new byte[BUFFER];
        for (int length = log.read(buffer); length >= 0; length = log.read(buffer)) {
            try {
                input.write(buffer, 0, length);
            } catch (IOException e) {
                throw new Gone(e);
            }
        }
    }

    /** The program does not read any more. */
    private static final class Gone extends IOException {
        private static final long serialVersionUID = 1L;

        Gone(IOException cause) {
            super(cause);
        }
    }

    /** What the program writes; it has an end only where all of it went well. */
    private static final class Decoded extends FilterInputStream {
        private final Process process;
        private final Path errors;
        private final AtomicReference<Exception> broken;

        Decoded(Process process, Path errors, AtomicReference<Exception> broken) {
            super(process.getInputStream());
            this.process = process;
            this.errors = errors;
            this.broken = broken;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int at, int length) throws IOException {
            int read = in.read(into, at, length);
            if (read < 0) {
                judge();
            }
            return read;
        }

        private void judge() throws IOException {
            int status = status();
            Exception source = broken.get();
            if (source instanceof Failure failure) {
                throw failure;
            }
            if (source != null) {
                throw new IOException("a log could not be read to its end: " + source.getMessage(), source);
            }
            String said = Files.readString(errors, StandardCharsets.UTF_8).strip();
            if (status != 0 || !said.isEmpty()) {
                throw new IOException("`mysqlbinlog` ended with status " + status + (said.isEmpty()
                        ? ""
                        : ", and said: " + said.lines().findFirst().orElseThrow()));
            }
        }

        private int status() throws IOException {
            try {
                return process.waitFor();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("it was interrupted", e);
            }
        }
    }
}
