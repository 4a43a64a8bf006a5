package dev.lifeboat.builtins.mysql.jdbc;

import dev.lifeboat.builtins.inventory.Inventory;
import dev.lifeboat.builtins.mysql.MySqlErrors;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;

/**
 * The ways into a server: its port, and its administrative one where the inventory names it, which lets Lifeboat in when all other connections are taken.
 */
public record JdbcWays(JdbcLogin login, Optional<JdbcLogin> admin) {

    /** @param admin the administrative port */
    public static JdbcWays of(JdbcLogin login, Optional<Inventory.Address> admin) {
        return new JdbcWays(login, admin.map(login::at));
    }

    private interface Opener {
        Connection open(JdbcLogin login, Duration limit) throws SQLException;
    }

    String name() {
        return login.name();
    }

    Connection open(Duration limit) throws SQLException {
        return open(limit, JdbcConnections::open);
    }

    Connection openWithin(Duration limit) throws SQLException {
        return open(limit, JdbcConnections::openWithin);
    }

    private Connection open(Duration limit, Opener opener) throws SQLException {
        try {
            return opener.open(login, limit);
        } catch (SQLException e) {
            if (e.getErrorCode() == MySqlErrors.TOO_MANY_CONNECTIONS && admin.isPresent()) {
                return opener.open(admin.get(), limit);
            }
            throw e;
        }
    }

    NoConnection why(SQLException e) {
        return NoConnection.of(login.address(), e);
    }
}
