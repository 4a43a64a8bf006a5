package dev.lifeboat.builtins.mysql.jdbc;

import com.mysql.cj.jdbc.JdbcConnection;
import dev.lifeboat.interpreter.world.RealWorld;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;

/**
 * Opens connections with MySQL Connector/J. Connecting and each wait for an answer are always bounded: the driver's own default is to wait for ever. The
 * driver's statement timeouts are off, since they hang with a server that is cut off; see {@link JdbcDeadline}.
 */
@RealWorld
public final class JdbcConnections {
    private static final Duration MOST_TO_CONNECT = Duration.ofSeconds(3);
    /** For each answer until the login is through: a frozen server accepts connections and never greets. */
    private static final Duration MOST_TO_GREET = Duration.ofSeconds(5);
    /** A read may outlast the deadline by this, so that the deadline's kill is seen before the socket gives up. */
    private static final Duration SLACK = Duration.ofSeconds(2);
    private static final Driver DRIVER = driver();

    private JdbcConnections() {}

    private static Driver driver() {
        try {
            return new com.mysql.cj.jdbc.Driver();
        } catch (SQLException e) {
            throw new IllegalStateException("MySQL Connector/J does not load.", e);
        }
    }

    /** A connection that was opened within {@code limit}, and on which no wait lasts longer than {@code limit} and a little. */
    public static Connection open(JdbcLogin login, Duration limit) throws SQLException {
        Connection connection = openWithin(login, least(limit, MOST_TO_GREET));
        serve(connection, login.mark(), limit);
        return connection;
    }

    /** From now on its statements carry that mark, and no wait lasts longer than {@code limit} and a little. */
    static void serve(Connection connection, SessionMark mark, Duration limit) throws SQLException {
        connection.unwrap(JdbcConnection.class).setStatementComment(mark.comment());
        connection.setNetworkTimeout(Runnable::run, (int) limit.plus(SLACK).toMillis());
    }

    /** A connection that opens and answers within {@code limit}, or fails: for looking whether a server is alive. */
    static Connection openWithin(JdbcLogin login, Duration limit) throws SQLException {
        Connection connection = DRIVER.connect("jdbc:mysql://" + login.address() + "/", properties(login, limit));
        connection.unwrap(JdbcConnection.class).setStatementComment(login.mark().comment());
        return connection;
    }

    private static Properties properties(JdbcLogin login, Duration limit) {
        Properties properties = new Properties();
        properties.setProperty("user", login.user());
        properties.setProperty("password", login.password().get());
        properties.setProperty("connectTimeout", millis(least(limit, MOST_TO_CONNECT)));
        properties.setProperty("socketTimeout", millis(limit));
        properties.setProperty("sslMode", login.sslMode());
        login.ca().map(JdbcTrust::of).ifPresent(trust -> trust.forEach(properties::setProperty));
        properties.setProperty("allowPublicKeyRetrieval", "true");
        properties.setProperty("enableQueryTimeouts", "false");
        properties.setProperty("connectionTimeZone", "UTC");
        properties.setProperty("forceConnectionTimeZoneToSession", "true");
        properties.setProperty("trackSessionState", "true");
        properties.setProperty("connectionAttributes", login.mark().attributes());
        return properties;
    }

    private static Duration least(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static String millis(Duration duration) {
        return Long.toString(Math.max(1, duration.toMillis()));
    }
}
