package dev.lifeboat.builtins.backup;

import dev.lifeboat.builtins.mysql.MySqlVersion;
import dev.lifeboat.builtins.mysql.jdbc.JdbcLogin;
import dev.lifeboat.builtins.mysql.jdbc.JdbcSession;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.world.Clock;
import dev.lifeboat.interpreter.world.RealWorld;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes all data of a server as SQL by MySQL's own {@code mysqldump}: what belongs to InnoDB as of one moment, for which the server waits until no statement holds a table. Its own logs are not flushed for that: the GTID
 * set says more than a position, and what is flushed on a replica can leave a transaction of its own there.
 */
@RealWorld
public final class MySqlDumper implements Dumper {
    private static final String PROGRAM = "mysqldump";
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
        return ClientVersion.of(PROGRAM).says();
    }

    @Override
    public void dump(OutputStream onto) {
        ClientVersion client = ClientVersion.of(PROGRAM);
        client.refuseOther(login, clock);
        NotDumped omitted = new JdbcSession(login, clock).observe("look for what can't be dumped", NotDumped::of);
        try (ClientOptions options = ClientOptions.of(login); ScratchFile errors = ScratchFile.create(".err")) {
            login.mark().lease().assertHeld();
            onto.write(omitted.comments().getBytes(StandardCharsets.UTF_8));
            new DumpProcess(login.name(), command(options, client.number(), omitted), errors.path(), clock).run(onto);
        } catch (IOException e) {
            throw Failure.of("`" + PROGRAM + "` could not be run: " + e.getMessage() + ".").because(e);
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
