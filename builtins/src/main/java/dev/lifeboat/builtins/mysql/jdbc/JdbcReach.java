package dev.lifeboat.builtins.mysql.jdbc;

import dev.lifeboat.builtins.mysql.MySqlServer.Answer;
import dev.lifeboat.builtins.mysql.MySqlServer.Identity;
import dev.lifeboat.builtins.mysql.MySqlServer.Reach;
import dev.lifeboat.builtins.mysql.SupportedVersion;
import dev.lifeboat.interpreter.world.RealWorld;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;

/** Finds out how a server answers to a login and a query. A server that was stopped still accepts connections, which its kernel does for it, and never greets. */
@RealWorld
public final class JdbcReach {
    /** The driver has the same limit for each wait, and knows more about what it waited for: it has the first word. */
    private static final Duration GRACE = Duration.ofMillis(500);
    private final JdbcLogin login;
    private final Duration limit;
    private final Taker taker;
    private final long began = System.nanoTime();

    private JdbcReach(JdbcLogin login, Duration limit, Taker taker) {
        this.login = login;
        this.limit = limit;
        this.taker = taker;
    }

    /** Takes over a connection on which the server has answered. */
    @FunctionalInterface
    interface Taker {
        void take(Connection connection) throws SQLException;
    }

    public static Reach look(JdbcLogin login, Duration limit) {
        return look(login, limit, Connection::close);
    }

    static Reach look(JdbcLogin login, Duration limit, Taker taker) {
        return new JdbcReach(login, limit, taker).look();
    }

    /** On a connection that is open. */
    static Reach ask(JdbcLogin login, Duration limit, Connection connection) {
        JdbcReach reach = new JdbcReach(login, limit, kept -> {});
        return reach.patiently(() -> reach.query(connection));
    }

    private Reach look() {
        return patiently(this::answer);
    }

    private Reach patiently(JdbcPatience.Talk<Reach> asking) {
        try {
            return JdbcPatience.within(limit.plus(GRACE), asking);
        } catch (SQLException e) {
            NoConnection why = NoConnection.of(login.address(), e);
            return reach(why.answer(), why.error(), why.detail());
        }
    }

    private Reach answer() throws SQLException {
        Connection connection = JdbcConnections.openWithin(login, limit);
        try {
            Reach reach = SupportedVersion.objection(connection)
                    .map(objection -> reach(Answer.OTHER_ERROR, 0, objection))
                    .orElseGet(() -> query(connection));
            if (reach.answered()) {
                taker.take(connection);
            } else {
                connection.close();
            }
            return reach;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    private Reach query(Connection connection) {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT @@server_uuid, @@server_id, VERSION()")) {
            row.next();
            Identity identity = new Identity(row.getString(1).toLowerCase(Locale.ROOT), row.getLong(2),
                    row.getString(3));
            return new Reach(Answer.ANSWERED, 0, "answered a query", took(), Optional.of(identity));
        } catch (SQLException e) {
            return e.getErrorCode() == 0
                    ? reach(Answer.SILENT, 0, "it accepted the login and did not answer a query")
                    : reach(Answer.OTHER_ERROR, e.getErrorCode(),
                            "error " + e.getErrorCode() + ": " + e.getMessage());
        }
    }

    private Reach reach(Answer answer, int error, String detail) {
        return new Reach(answer, error, detail, took(), Optional.empty());
    }

    private Duration took() {
        return Duration.ofNanos(System.nanoTime() - began).truncatedTo(ChronoUnit.MILLIS);
    }
}
