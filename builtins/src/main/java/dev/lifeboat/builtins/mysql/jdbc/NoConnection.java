package dev.lifeboat.builtins.mysql.jdbc;

import dev.lifeboat.builtins.inventory.Inventory.Address;
import dev.lifeboat.builtins.mysql.MySqlErrors;
import dev.lifeboat.builtins.mysql.MySqlServer.Answer;
import java.io.EOFException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.util.Locale;
import javax.net.ssl.SSLException;

/**
 * Why a connection did not come about, as the exceptions of Connector/J and of the JDK tell it. No bare connection is opened to find out: MySQL counts one
 * that does not log in as an error of its host, and blocks the host after {@code max_connect_errors} of them.
 *
 * @param error  MySQL's error number, 0 where the server told none
 * @param detail for people, without a full stop
 */
record NoConnection(Answer answer, int error, String detail) {

    static NoConnection of(Address address, SQLException e) {
        return e.getErrorCode() == 0 ? unheard(address, e) : answered(e.getErrorCode(), e.getMessage());
    }

    private static NoConnection answered(int error, String message) {
        Answer answer = error == MySqlErrors.TOO_MANY_CONNECTIONS
                ? Answer.TOO_MANY_CONNECTIONS
                : MySqlErrors.denied(error) ? Answer.DENIED : Answer.OTHER_ERROR;
        return new NoConnection(answer, error, "error " + error + ": " + message);
    }

    private static NoConnection unheard(Address address, SQLException e) {
        return switch (root(e)) {
            case UnknownHostException unknown ->
                new NoConnection(Answer.NO_ROUTE, 0, "the name `" + address.host() + "` does not resolve");
            case ConnectException refused when says(refused, "refused") ->
                new NoConnection(Answer.REFUSED, 0, "nothing listens at " + address);
            case ConnectException noWay -> noWay(address, noWay);
            case NoRouteToHostException noWay -> noWay(address, noWay);
            case SocketTimeoutException late -> late(address, late);
            case SocketException reset -> closed(address);
            case EOFException end -> closed(address);
            case GeneralSecurityException untrusted -> untrusted(untrusted);
            case SSLException untrusted -> untrusted(untrusted);
            case Throwable other -> new NoConnection(Answer.OTHER_ERROR, 0, "the login failed: " + other.getMessage());
        };
    }

    /** The JDK tells a connection that was not answered from an answer that did not come by its message alone. */
    private static NoConnection late(Address address, SocketTimeoutException cause) {
        return says(cause, "connect")
                ? new NoConnection(Answer.NO_ROUTE, 0, "no answer from " + address + " to a connection")
                : new NoConnection(Answer.SILENT, 0, "it accepted the connection and did not answer");
    }

    private static NoConnection noWay(Address address, Throwable cause) {
        return new NoConnection(Answer.NO_ROUTE, 0, "no way to " + address + ": " + cause.getMessage());
    }

    /** Somebody is there, and nothing was told to him: neither the account nor its password. */
    private static NoConnection untrusted(Exception why) {
        return new NoConnection(Answer.OTHER_ERROR, 0, "its certificate is not trusted: " + why.getMessage());
    }

    /** MySQL greets, or says an error, before it closes. */
    private static NoConnection closed(Address address) {
        return new NoConnection(Answer.NO_ROUTE, 0, "something at " + address
                + " accepted the connection and closed it without a word, as a proxy or forwarder does with no server behind it");
    }

    /** Whether somebody accepted the connection and closed it without a word. */
    static boolean wasClosed(SQLException e) {
        return switch (root(e)) {
            case ConnectException never -> false;
            case NoRouteToHostException never -> false;
            case SocketException reset -> true;
            case EOFException end -> true;
            case Throwable other -> false;
        };
    }

    private static boolean says(Throwable e, String word) {
        return String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT).contains(word);
    }

    /** What it all began with. */
    static Throwable root(Throwable e) {
        return e.getCause() == null ? e : root(e.getCause());
    }
}
