package dev.lifeboat.builtins.mysql.jdbc;

import dev.lifeboat.interpreter.world.RealWorld;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/** A connection, and its thread on the server. */
@RealWorld
record OpenConnection(Connection connection, JdbcThread thread) {
    /** An answer that costs the server nothing takes no longer than this, or somebody looks anew how it is. */
    private static final int SECONDS_TO_ANSWER = 1;

    static OpenConnection of(JdbcWays ways, Connection connection) throws SQLException {
        return new OpenConnection(connection, JdbcThread.of(ways, connection));
    }

    /** Whether it can serve another call: the server answers on it, and from now on it is marked and bounded as a new one would be. */
    boolean serves(SessionMark mark, Duration limit) {
        try {
            if (connection.isValid(SECONDS_TO_ANSWER)) {
                JdbcConnections.serve(connection, mark, limit);
                return true;
            }
        } catch (SQLException gone) {
            // As one that does not answer.
        }
        close();
        return false;
    }

    /** What was asked for has been answered, or its failure is told: how the connection ends changes nothing. */
    void close() {
        try {
            connection.close();
        } catch (SQLException alreadyGone) {
            // Its socket is closed all the same.
        }
    }
}
