package dev.lifeboat.builtins.mysql;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * What MySQL calls differently from one series to another; {@link SupportedVersion} is where they begin to have most words in common. It goes by the version,
 * never by what a server's messages say: those changed their words too.
 *
 * @param binaryLogStatus   the statement that tells the position in its own binary log
 * @param resetBinaryLogs   the statement that forgets all binary logs and GTIDs
 * @param disabledOnReplica how an event is told not to run on a replica
 * @param setAnyDefiner     the privilege to create objects that belong to others
 */
public record Dialect(String binaryLogStatus, String resetBinaryLogs, String disabledOnReplica, String setAnyDefiner) {
    private static final VersionRange OLD_WORDS = VersionRange.required("< 8.2").orElseThrow();
    private static final Dialect OLD = new Dialect("SHOW MASTER STATUS", "RESET MASTER", "DISABLE ON SLAVE",
            "SET_USER_ID");
    private static final Dialect NEW = new Dialect("SHOW BINARY LOG STATUS", "RESET BINARY LOGS AND GTIDS",
            "DISABLE ON REPLICA", "SET_ANY_DEFINER");

    /** @param version as the server tells it: {@code 8.0.36-log} */
    public static Dialect of(String version) {
        return OLD_WORDS.contains(version) ? OLD : NEW;
    }

    /** Of the server at the other end, which told its version with its greeting. */
    public static Dialect of(Connection connection) throws SQLException {
        return of(connection.getMetaData().getDatabaseProductVersion());
    }
}
