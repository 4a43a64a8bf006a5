package dev.lifeboat.builtins.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A real MySQL server of a lab, on 127.0.0.1. What is asked of it in SQL is asked as {@code root}, with a new session each
 * time.
 */
public final class LabServer {
    private static final Pattern UUID = Pattern.compile("server-uuid=(\\S+)");

    private final String name;
    private final MySqlVersion version;
    private final ServerFolder folder;
    private final int port;
    private final int adminPort;

    LabServer(String name, MySqlVersion version, ServerFolder folder, int port, int adminPort) {
        this.name = name;
        this.version = version;
        this.folder = folder;
        this.port = port;
        this.adminPort = adminPort;
    }

    public String name() {
        return name;
    }

    public MySqlVersion version() {
        return version;
    }

    public int port() {
        return port;
    }

    /** Where accounts with {@code SERVICE_CONNECTION_ADMIN} get in when all other connections are taken. */
    public int adminPort() {
        return adminPort;
    }

    /** Host and port, as an inventory has it. */
    public String address() {
        return "127.0.0.1:" + port;
    }

    /** Read from its data folder, so that it is known of a dead server too. */
    public String uuid() {
        try {
            var matcher = UUID.matcher(Files.readString(dataFolder().resolve("auto.cnf")));
            if (matcher.find()) {
                return matcher.group(1);
            }
            throw new IllegalStateException(name + " has an auto.cnf without a server-uuid.");
        } catch (IOException notStartedYet) {
            throw new UncheckedIOException(name + " has no server_uuid yet.", notStartedYet);
        }
    }

    public Path dataFolder() {
        return folder.data();
    }

    public Path optionFile() {
        return folder.optionFile();
    }

    /** Where it listens even with {@code --skip-networking}. */
    public Path socket() {
        return folder.socket();
    }

    public Path errorLog() {
        return folder.errorLog();
    }

    /** A session of {@code root}. */
    public Connection connect() throws SQLException {
        return LabSession.open(port, "root", "", "");
    }

    public void execute(String... statements) throws SQLException {
        try (var connection = connect()) {
            LabSession.execute(connection, statements);
        }
    }

    /** The rows, each with the names of the columns as they were selected; {@code null} for NULL. */
    public List<Map<String, String>> query(String sql) throws SQLException {
        try (var connection = connect()) {
            return LabSession.query(connection, sql);
        }
    }

    /** The first column of the first row. */
    public String value(String sql) throws SQLException {
        return query(sql).getFirst().values().iterator().next();
    }

    /** Its replication: following, stopping, and how far it is. */
    public LabReplica replica() {
        return new LabReplica(this);
    }

    /** Commands for an inventory; each does its work and ends, and its exit status says how it went. */
    public String startCommand() {
        return folder.service("start");
    }

    /** With options of {@code mysqld} besides the option file's, such as {@code --skip-networking}. */
    public String startCommand(String options) {
        return folder.service("start") + " " + options;
    }

    public String stopCommand() {
        return folder.service("stop");
    }

    /** Ends with 0 if the process is there, with 3 if it is not. */
    public String statusCommand() {
        return folder.service("status");
    }

    public String killCommand() {
        return folder.service("kill");
    }

    /** {@code enable}, {@code disable} or {@code is-enabled} (0 or 1): whether {@link #boot} starts it. */
    public String autostartCommand(String verb) {
        return folder.service(verb);
    }

    /** Starts it and returns when it is ready. */
    public void start(String... options) {
        shell(startCommand(String.join(" ", options)));
    }

    public void stop() {
        shell(stopCommand());
    }

    /** SIGKILL; returns when it is gone. */
    public void kill() {
        shell(killCommand());
    }

    /** SIGSTOP: the process is there, its connections stay open, and nobody answers. */
    public void freeze() {
        shell(folder.service("freeze"));
    }

    /** SIGCONT. */
    public void thaw() {
        shell(folder.service("thaw"));
    }

    /** From now on it starts with its machine. */
    public void enable() {
        shell(autostartCommand("enable"));
    }

    /** What happens to it when its machine comes up: it starts, if it was enabled. */
    public void boot() {
        shell(folder.service("boot"));
    }

    /** Whether the process is there, frozen or not. */
    public boolean isRunning() {
        return Command.of("sh", "-c", statusCommand()).answer().status() == 0;
    }

    private static void shell(String command) {
        Command.of("sh", "-c", command).output();
    }

    @Override
    public String toString() {
        return name;
    }
}
