package dev.lifeboat.builtins.mysql;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** Which servers Lifeboat handles: MySQL from 8.0.26 on, which has one vocabulary for source and replica. */
public final class SupportedVersion {
    public static final VersionRange HANDLED = VersionRange.required(">= 8.0.26").orElseThrow();

    private SupportedVersion() {}

    /** Why the server at the other end can't be handled; it told its version with its greeting. */
    public static Optional<String> objection(Connection connection) throws SQLException {
        return objection(connection.getMetaData().getDatabaseProductVersion());
    }

    /** Without a full stop; empty for a version that is handled. */
    static Optional<String> objection(String version) {
        if (version.contains("MariaDB")) {
            return Optional.of("it is MariaDB (" + version + "), which Lifeboat does not handle");
        }
        return HANDLED.contains(version)
                ? Optional.empty()
                : Optional.of("it is MySQL " + version + ", and Lifeboat handles MySQL " + HANDLED.first()
                        + " and newer");
    }

    /** Whether this is what {@link #objection} says of a server. */
    public static boolean isObjection(String detail) {
        return detail.startsWith("it is M");
    }
}
