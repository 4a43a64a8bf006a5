package dev.lifeboat.builtins.backup;

import dev.lifeboat.builtins.host.ProcessTree;
import dev.lifeboat.builtins.mysql.jdbc.JdbcLogin;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.world.Clock;
import dev.lifeboat.interpreter.world.RealWorld;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Executes SQL by MySQL's own client, which reads it from its standard input and stops at the first error. A source that breaks off is not its end: the client is killed, so that half a dump is never taken for
 * a whole one. Where Lifeboat itself is killed the client ends with it.
 */
@RealWorld
public final class MySqlLoader implements Loader {
    /** Held by the client's session as long as it is there, so that whoever comes after a runner that died finds what it left behind. */
    static final String LOCK = "lifeboat_restore";
    private static final Pattern ERROR = Pattern
            .compile("ERROR (\\d+) \\(\\w+\\)(?: at line (\\d+))?: (.*)", Pattern.DOTALL);
    private static final String INSECURE = "[Warning] Using a password";
    private static final int BUFFER = 256 * 1024;
    private static final Duration TO_STOP = Duration.ofSeconds(5);
    private final JdbcLogin login;
    private final Clock clock;

    public MySqlLoader(JdbcLogin login, Clock clock) {
        this.login = login;
        this.clock = clock;
    }

    @Override
    public void refuseUnfit() {
        refuseUnfit("mysql");
    }

    /** @param program of MySQL, which has a part in this */
    void refuseUnfit(String program) {
        ClientVersion.of(program).refuseOlder(login, clock);
    }

    @Override
    public void load(InputStream sql) {
        String program = ClientProgram.find("mysql");
        try (ClientOptions options = ClientOptions.of(login)) {
            login.mark().lease().assertHeld();
            new Feeding(program, options, sql).run();
        } catch (IOException e) {
            throw Failure.of("MySQL's client could not be run: " + e.getMessage() + ".").because(e);
        }
    }

    /** One client, and the thread that feeds it: writing to a client that hangs ends with the client only. */
    private final class Feeding {
        private final Path errors;
        private final ClientGuard guard;
        private final Process process;
        private final InputStream sql;
        private final DumpPlaces places = new DumpPlaces();
        private final AtomicReference<Exception> broken = new AtomicReference<>();

        Feeding(String program, ClientOptions options, InputStream sql) throws IOException {
            this.errors = options.folder().resolve("errors");
            this.guard = new ClientGuard(options.folder());
            this.process = started(program, options);
            this.sql = sql;
        }

        private Process started(String program, ClientOptions options) throws IOException {
            ProcessBuilder builder = new ProcessBuilder(guard.command(List.of(program, options.argument(),
                    "--binary-mode", "--batch", "--skip-reconnect", "--max-allowed-packet=1G",
                    "--default-character-set=utf8mb4", "--init-command=DO GET_LOCK('" + LOCK + "', 0)")))
                    .redirectOutput(Redirect.DISCARD).redirectError(errors.toFile());
            builder.environment().put(ProcessTree.MARK, errors.toString());
            return builder.start();
        }

        void run() throws IOException {
            Thread feeder = Thread.ofVirtual().name("feeds mysql of " + login.name()).start(this::feed);
            boolean ended = ended();
            List<String> seen = ended ? List.of() : ProcessTree.kill(process.toHandle(), errors.toString());
            stop(feeder);
            judge(ended, seen);
        }

        private boolean ended() {
            try {
                return process.waitFor(clock.remaining().toMillis(), TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }

        private void feed() {
            byte[] buffer = new byte[BUFFER];
            try (OutputStream input = process.getOutputStream()) {
                for (int length = sql.read(buffer); length >= 0; length = sql.read(buffer)) {
                    places.passed(buffer, 0, length);
                    if (!write(input, buffer, length)) {
                        return;
                    }
                }
                guard.whole();
            } catch (IOException | RuntimeException e) {
                broken.set(e);
                process.destroyForcibly();
            }
        }

        /** @return false where the client is gone: it says itself why */
        private boolean write(OutputStream input, byte[] buffer, int length) {
            try {
                input.write(buffer, 0, length);
                input.flush();
                return true;
            } catch (IOException gone) {
                return false;
            }
        }

        private void stop(Thread feeder) {
            boolean interrupted = Thread.interrupted();
            feeder.interrupt();
            try {
                feeder.join(TO_STOP);
            } catch (InterruptedException again) {
                interrupted = true;
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }

        private void judge(boolean ended, List<String> seen) throws IOException {
            if (!ended) {
                throw Failure.unknown("The load into `" + login.name() + "` was ended before it was done, "
                        + where(places.latest()) + ".").evidence(seen);
            }
            Exception source = broken.get();
            if (source instanceof Failure failure) {
                throw Failure.unknown("What was being loaded into `" + login.name() + "` broke off, "
                        + where(places.latest()) + ": " + failure.getMessage()).hint(failure.hint()).because(failure);
            }
            if (source != null) {
                throw Failure.unknown("What was being loaded into `" + login.name() + "` broke off, "
                        + where(places.latest()) + ": " + source.getMessage() + ".").because(source);
            }
            String said = said();
            if (process.exitValue() != 0) {
                throw failed(said);
            }
        }

        private String said() throws IOException {
            return new String(Files.readAllBytes(errors), StandardCharsets.UTF_8).lines()
                    .filter(line -> !line.contains(INSECURE)).reduce((one, other) -> one + "\n" + other).orElse("")
                    .strip();
        }

        private Failure failed(String said) {
            Matcher error = ERROR.matcher(said);
            if (!error.find()) {
                return Failure.unknown("MySQL's client ended with status " + process.exitValue()
                        + " while it loaded into `" + login.name() + "`, " + where(places.latest()) + ".")
                        .evidence(said.lines().toList());
            }
            String line = error.group(2) == null ? "" : " in line " + error.group(2);
            String part = error.group(2) == null ? places.latest() : places.at(Long.parseLong(error.group(2)));
            return Failure.unknown("`" + login.name() + "` refused a statement" + line + " of what was loaded, "
                    + where(part) + ": error " + error.group(1) + ", " + stripped(error.group(3)) + ".")
                    .hint("All before that line was executed, and nothing after it.");
        }

        private static String where(String heading) {
            return heading.isEmpty() ? "at its beginning" : "at \"" + heading + "\"";
        }

        private static String stripped(String message) {
            String text = message.strip();
            return text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
        }
    }
}
