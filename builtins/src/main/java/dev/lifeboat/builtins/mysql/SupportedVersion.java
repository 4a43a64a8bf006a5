package dev.lifeboat.builtins.mysql;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which servers Lifeboat handles: MySQL from 8.0.26 on, which has one vocabulary for source and replica. */
final class SupportedVersion {
    private static final int[] OLDEST = {8, 0, 26};
    private static final Pattern NUMBERS = Pattern.compile("(\\d+)\\.(\\d+)\\.(\\d+).*");

    private SupportedVersion() {}

    /** Why the server at the other end can't be handled; it told its version with its greeting. */
    static Optional<String> objection(Connection connection) throws SQLException {
        return objection(connection.getMetaData().getDatabaseProductVersion());
    }

    /** Without a full stop; empty for a version that is handled. */
    static Optional<String> objection(String version) {
        if (version.contains("MariaDB")) {
            return Optional.of("it is MariaDB (" + version + "), which Lifeboat does not handle");
        }
        Matcher numbers = NUMBERS.matcher(version);
        return numbers.matches() && old(numbers)
                ? Optional.of("it is MySQL " + version + ", and Lifeboat handles MySQL 8.0.26 and newer")
                : Optional.empty();
    }

    /** Whether this is what {@link #objection} says of a server. */
    static boolean isObjection(String detail) {
        return detail.startsWith("it is M");
    }

    private static boolean old(Matcher numbers) {
        for (int i = 0; i < OLDEST.length; i++) {
            int part = Integer.parseInt(numbers.group(i + 1));
            if (part != OLDEST[i]) {
                return part < OLDEST[i];
            }
        }
        return false;
    }
}
