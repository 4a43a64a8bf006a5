package dev.lifeboat.builtins.lab;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;

/** A server of a lab seen as a replica. */
public record LabReplica(LabServer server) {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Makes it follow the source from where it is, and starts. */
    public void follow(LabServer source) throws SQLException {
        follow(source.port());
    }

    /** As {@link #follow(LabServer)}, by a port of 127.0.0.1 such as a {@link CutPort}'s. */
    public void follow(int port) throws SQLException {
        server.execute("STOP REPLICA", """
                CHANGE REPLICATION SOURCE TO SOURCE_HOST='127.0.0.1', SOURCE_PORT=%d, SOURCE_USER='%s',
                  SOURCE_PASSWORD='%s', SOURCE_AUTO_POSITION=1, GET_SOURCE_PUBLIC_KEY=1,
                  SOURCE_CONNECT_RETRY=1, SOURCE_RETRY_COUNT=86400
                """.formatted(port, LabAccounts.REPLICATION, LabAccounts.REPLICATION_PASSWORD), "START REPLICA");
    }

    public void stopReceiver() throws SQLException {
        server.execute("STOP REPLICA IO_THREAD");
    }

    public void startReceiver() throws SQLException {
        server.execute("START REPLICA IO_THREAD");
    }

    public void stopApplier() throws SQLException {
        server.execute("STOP REPLICA SQL_THREAD");
    }

    public void startApplier() throws SQLException {
        server.execute("START REPLICA SQL_THREAD");
    }

    /** What {@code SHOW REPLICA STATUS} says, by column; empty if it never followed anybody. */
    public Map<String, String> status() throws SQLException {
        var rows = server.query("SHOW REPLICA STATUS");
        return rows.isEmpty() ? Map.of() : rows.getFirst();
    }

    /** {@code Yes}, {@code No} or {@code Connecting}. */
    public String receiver() throws SQLException {
        return status().getOrDefault("Replica_IO_Running", "No");
    }

    /** {@code Yes} or {@code No}. */
    public String applier() throws SQLException {
        return status().getOrDefault("Replica_SQL_Running", "No");
    }

    /** The GTID set of what it has received from its source, applied or not. */
    public String received() throws SQLException {
        return status().getOrDefault("Retrieved_Gtid_Set", "").replace("\n", "");
    }

    /** The GTID set of what it has applied or written itself. */
    public String executed() throws SQLException {
        return server.value("SELECT @@GLOBAL.gtid_executed").replace("\n", "");
    }

    /** The GTID set of what it has received and not applied. */
    public String backlog() throws SQLException {
        return server.value("SELECT GTID_SUBTRACT('" + received() + "', @@GLOBAL.gtid_executed)").replace("\n", "");
    }

    /** Waits until it has applied all that the other server has in its log now. */
    public void awaitAppliedFrom(LabServer other) throws SQLException {
        var wanted = other.replica().executed();
        Await.until(server + " applies what " + other + " has: " + wanted, PATIENCE,
                () -> contains(executed(), wanted));
    }

    /** Waits until it has received all that the other server has in its log now. */
    public void awaitReceivedFrom(LabServer other) throws SQLException {
        var wanted = other.replica().executed();
        Await.until(server + " receives what " + other + " has: " + wanted, PATIENCE,
                () -> contains(received() + "," + executed(), wanted));
    }

    private boolean contains(String set, String part) throws SQLException {
        return server.value("SELECT GTID_SUBTRACT('" + part + "', '" + set + "')").isEmpty();
    }
}
