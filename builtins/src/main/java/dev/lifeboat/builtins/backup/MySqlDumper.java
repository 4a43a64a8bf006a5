package dev.lifeboat.builtins.backup;

import dev.lifeboat.builtins.mysql.JdbcLogin;
import dev.lifeboat.builtins.mysql.JdbcSession;
import dev.lifeboat.builtins.mysql.MySqlVersion;
import dev.lifeboat.builtins.mysql.Series;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.world.Clock;
import dev.lifeboat.interpreter.world.RealWorld;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes all data of a server as SQL by MySQL's own {@code mysqldump}: what belongs to InnoDB as of one moment, for which the server waits until no statement holds a table. Its own logs are not flushed for that: the GTID
 * set says more than a position, and what is flushed on a replica can leave a transaction of its own there.
 */
@RealWorld
public final class MySqlDumper implements Dumper {
    private static final String PROGRAM = "mysqldump";
    private static final Pattern VERSION = Pattern.compile("(?:Ver|from) ([0-9]+\\.[0-9]+\\.[0-9]+)");
    /** From here on it can be told to wait no longer for a lock than others can stand. */
    private static final MySqlVersion TAKES_COMMANDS = MySqlVersion.of(8, 4);
    private static final String SECONDS_FOR_A_LOCK = "60";

    private final JdbcLogin login;
    private final Clock clock;

    public MySqlDumper(JdbcLogin login, Clock clock) {
        this.login = login;
        this.clock = clock;
    }

    /** As it says itself. */
    @Override
    public String tool() {
        try {
            Process process = new ProcessBuilder(ClientProgram.find(PROGRAM), "--version").redirectErrorStream(true)
                    .start();
            try (var said = process.getInputStream()) {
                String text = new String(said.readAllBytes(), StandardCharsets.UTF_8).strip();
                return text.substring(text.lastIndexOf('/') + 1).replaceAll("\\s+", " ");
            }
        } catch (IOException e) {
            throw Failure.of("`" + PROGRAM + "` could not be run: " + e.getMessage() + ".").because(e);
        }
    }

    @Override
    public void dump(OutputStream onto) {
        MySqlVersion client = client();
        JdbcSession session = new JdbcSession(login, clock);
        refuseOlder(client, session.observe("read its version",
                connection -> connection.getMetaData().getDatabaseProductVersion()));
        NotDumped omitted = session.observe("look for what can't be dumped", NotDumped::of);
        try (ClientOptions options = ClientOptions.of(login); ScratchFile errors = ScratchFile.create(".err")) {
            login.mark().lease().assertHeld();
            onto.write(omitted.comments().getBytes(StandardCharsets.UTF_8));
            new DumpProcess(login.name(), command(options, client, omitted), errors.path(), clock).run(onto);
        } catch (IOException e) {
            throw Failure.of("`" + PROGRAM + "` could not be run: " + e.getMessage() + ".").because(e);
        }
    }

    private MySqlVersion client() {
        String tool = tool();
        Matcher version = VERSION.matcher(tool);
        return Optional.of(version).filter(Matcher::find).flatMap(found -> MySqlVersion.ofServer(found.group(1)))
                .filter(found -> !tool.contains("MariaDB"))
                .orElseThrow(
                        () -> Failure.of("`" + PROGRAM + "` of this machine is not MySQL's: it says `" + tool + "`.")
                                .hint("Install MySQL's client programs, or name their folder in `"
                                        + ClientProgram.FOLDER + "`."));
    }

    private void refuseOlder(MySqlVersion client, String server) {
        Series own = new Series(MySqlVersion.of(client.major(), client.minor()));
        if (Series.of(server).isNewerThan(own)) {
            throw Failure.of("`" + PROGRAM + "` of this machine is of MySQL " + client + ", which is older than `"
                    + login.name() + "`, MySQL " + server + ": what it does not know it would leave out.")
                    .hint("Install MySQL's client programs of that series, or name their folder in `"
                            + ClientProgram.FOLDER
                            + "`.");
        }
    }

    private static List<String> command(ClientOptions options, MySqlVersion client, NotDumped omitted) {
        List<String> command = new ArrayList<>(List.of(ClientProgram.find(PROGRAM), options.argument(),
                "--single-transaction", "--source-data=2", "--set-gtid-purged=ON", "--routines", "--events",
                "--triggers", "--hex-blob", "--flush-privileges", "--max-allowed-packet=1G",
                "--default-character-set=utf8mb4", "--all-databases"));
        if (client.compareTo(TAKES_COMMANDS) >= 0) {
            command.add("--init-command=SET SESSION lock_wait_timeout=" + SECONDS_FOR_A_LOCK);
        }
        command.addAll(omitted.options());
        return command;
    }
}
