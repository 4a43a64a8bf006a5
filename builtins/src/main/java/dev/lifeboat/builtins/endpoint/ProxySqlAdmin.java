package dev.lifeboat.builtins.endpoint;

import dev.lifeboat.builtins.mysql.jdbc.JdbcLogin;
import dev.lifeboat.builtins.mysql.jdbc.JdbcSession.Work;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.world.Clock;
import dev.lifeboat.interpreter.world.RealWorld;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;

/**
 * ProxySQL's admin interface: it speaks MySQL's protocol and is no MySQL. It knows no {@code server_uuid}, no threads that could be killed, and no command
 * behind a comment; every error of a statement has the number of a refused login (1045). Each wait for an answer is bounded.
 */
@RealWorld
public final class ProxySqlAdmin {
    private static final Duration LIMIT = Duration.ofSeconds(5);
    private final String endpoint;
    private final JdbcLogin login;
    private final Clock clock;

    public ProxySqlAdmin(String endpoint, JdbcLogin login, Clock clock) {
        this.endpoint = endpoint;
        this.login = login;
        this.clock = clock;
    }

    <T> T ask(Work<T> work) {
        return run(work, false);
    }

    /** What changes something: a lost answer leaves the outcome unknown. */
    void tell(Work<Void> work) {
        run(work, true);
    }

    private <T> T run(Work<T> work, boolean changing) {
        try (Connection connection = connect()) {
            return worked(connection, work, changing);
        } catch (SQLException e) {
            throw e.getErrorCode() == 0
                    ? failure("can't be reached: " + reason(e), false)
                            .hint("Look whether ProxySQL runs, and whether its admin port can be reached from here.")
                            .because(e)
                    : failure("does not let `" + login.user() + "` in: error " + e.getErrorCode() + ", "
                            + firstLine(e), false)
                            .hint("Compare `admin_login` of the endpoint with `admin-admin_credentials` of ProxySQL; `admin` itself may come from its own machine only.")
                            .because(e);
        }
    }

    private <T> T worked(Connection connection, Work<T> work, boolean changing) {
        try {
            return work.on(connection);
        } catch (SQLException e) {
            boolean lost = e.getErrorCode() == 0 || e.getSQLState() != null && e.getSQLState().startsWith("08");
            throw (lost
                    ? failure("did not say what became of it: " + reason(e), changing)
                    : failure("refused: " + firstLine(e), false))
                    .hint("Look at `runtime_mysql_servers` on its admin interface before you go on.").because(e);
        }
    }

    private Connection connect() throws SQLException {
        Duration remaining = clock.remaining();
        String limit = Long.toString(
                Math.max(1, (remaining.compareTo(LIMIT) < 0 ? remaining : LIMIT).toMillis()));
        Properties properties = new Properties();
        properties.setProperty("user", login.user());
        properties.setProperty("password", login.password().get());
        properties.setProperty("connectTimeout", limit);
        properties.setProperty("socketTimeout", limit);
        properties.setProperty("sslMode", login.sslMode());
        properties.setProperty("allowPublicKeyRetrieval", "true");
        properties.setProperty("enableQueryTimeouts", "false");
        // It would ask for a variable before each change, which ProxySQL has not got.
        properties.setProperty("readOnlyPropagatesToServer", "false");
        properties.setProperty("useLocalSessionState", "true");
        Driver driver = new com.mysql.cj.jdbc.Driver();
        return driver.connect("jdbc:mysql://" + login.address() + "/", properties);
    }

    private static String reason(SQLException e) {
        Throwable root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return switch (root) {
            case ConnectException refused -> "nothing listens there";
            case SocketTimeoutException late -> "it does not answer";
            default -> "it closed the connection";
        };
    }

    private static String firstLine(SQLException e) {
        String text = String.valueOf(e.getMessage()).lines().findFirst().orElse("no message").strip();
        return text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
    }

    private Failure failure(String what, boolean unknown) {
        String message = "Endpoint `" + endpoint + "`: ProxySQL's admin interface at `" + login.address() + "` " + what
                + ".";
        return unknown ? Failure.unknown(message) : Failure.of(message);
    }
}
