package dev.lifeboat.builtins.mysql.jdbc;

import dev.lifeboat.builtins.mysql.MySqlErrors;
import dev.lifeboat.builtins.mysql.MySqlHints;
import dev.lifeboat.interpreter.builtin.Failure;
import java.net.SocketTimeoutException;
import java.sql.SQLException;
import java.util.Optional;

/** How an error that the driver throws is told. */
public final class JdbcErrors {

    private JdbcErrors() {}

    /** A table, or its schema. */
    static boolean missing(SQLException e) {
        return e.getErrorCode() == MySqlErrors.NO_SUCH_TABLE || e.getErrorCode() == MySqlErrors.UNKNOWN_DATABASE;
    }

    /** Whether the connection broke, so that nobody knows what became of the statement. */
    static boolean connectionLost(SQLException e) {
        return e.getSQLState() != null && e.getSQLState().startsWith("08") || e.getErrorCode() == MySqlErrors.SHUTDOWN
                || e.getErrorCode() == MySqlErrors.INTERRUPTED;
    }

    /** Whether it was waited for in vain, for the connection or for an answer. */
    static boolean timedOut(SQLException e) {
        return NoConnection.root(e) instanceof SocketTimeoutException;
    }

    /** @param changing whether the statement would have changed something */
    public static Failure failure(JdbcLogin login, String doing, SQLException e, boolean changing) {
        String message = "Could not " + doing + " on `" + login.name() + "` (" + login.address() + "): "
                + told(e) + ".";
        boolean unknown = changing && connectionLost(e);
        return (unknown ? Failure.unknown(message) : Failure.of(message)).hint(MySqlHints.of(e.getErrorCode()))
                .because(e);
    }

    /** Where a part was done before the error came. */
    static Failure partly(JdbcLogin login, String doing, SQLException e) {
        return Failure.unknown("Could " + doing + " on `" + login.name() + "` (" + login.address()
                + ") only in part: " + told(e) + ".").hint(MySqlHints.of(e.getErrorCode())).because(e);
    }

    /** @param e why no connection came about */
    static Failure unreachable(JdbcLogin login, SQLException e) {
        String what = e.getErrorCode() == 0
                ? "can't be reached: " + NoConnection.of(login.address(), e).detail()
                : "does not let `" + login.user() + "` in: " + told(e);
        return Failure.of("`" + login.name() + "` (" + login.address() + ") " + what + ".")
                .hint(MySqlHints.of(e.getErrorCode())).because(e);
    }

    static Failure unfit(JdbcLogin login, String objection) {
        return Failure.of("`" + login.name() + "` (" + login.address() + ") can't be handled: " + objection + ".");
    }

    /** For people, without a full stop. */
    private static String told(SQLException e) {
        if (e.getErrorCode() != 0) {
            return "error " + e.getErrorCode() + ", " + firstLine(e);
        }
        return timedOut(e)
                ? "it did not answer"
                : connectionLost(e) ? "the connection broke before it answered" : firstLine(e);
    }

    private static String firstLine(Throwable e) {
        String text = Optional.ofNullable(e.getMessage()).flatMap(message -> message.lines().findFirst())
                .orElseGet(
                        () -> "the driver gave up without a reason (" + NoConnection.root(e).getClass().getSimpleName()
                                + ")")
                .strip();
        return text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
    }
}
