package dev.lifeboat.builtins.mysql;

import dev.lifeboat.builtins.inventory.Inventory.Address;
import dev.lifeboat.builtins.mysql.MySqlServer.Answer;
import dev.lifeboat.builtins.mysql.MySqlServer.Identity;
import dev.lifeboat.builtins.mysql.MySqlServer.Reach;
import dev.lifeboat.interpreter.world.RealWorld;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;

/**
 * Finds out how a server answers. Two looks, since they tell different things: a bare TCP connection (refused, no route, or accepted), then a login with a
 * query. A server that was stopped still accepts connections, which its kernel does for it, and never greets.
 */
@RealWorld
final class JdbcReach {
    private final JdbcLogin login;
    private final Duration limit;
    private final long began = System.nanoTime();

    private JdbcReach(JdbcLogin login, Duration limit) {
        this.login = login;
        this.limit = limit;
    }

    static Reach look(JdbcLogin login, Duration limit) {
        JdbcReach look = new JdbcReach(login, limit);
        return look.connect().orElseGet(look::query);
    }

    private Optional<Reach> connect() {
        Address address = login.address();
        InetSocketAddress socketAddress = new InetSocketAddress(address.host(), address.port());
        if (socketAddress.isUnresolved()) {
            return Optional.of(reach(Answer.NO_ROUTE, 0, "the name `" + address.host() + "` does not resolve"));
        }
        try (Socket socket = new Socket()) {
            socket.connect(socketAddress, (int) Math.max(1, limit.toMillis()));
            return Optional.empty();
        } catch (ConnectException e) {
            return Optional.of(reach(Answer.REFUSED, 0, "nothing listens at " + address));
        } catch (SocketTimeoutException e) {
            return Optional.of(reach(Answer.NO_ROUTE, 0, "no answer from " + address + " to a connection"));
        } catch (IOException e) {
            return Optional.of(reach(Answer.NO_ROUTE, 0, "no way to " + address + ": " + e.getMessage()));
        }
    }

    private Reach query() {
        try (Connection connection = JdbcConnections.openWithin(login, limit);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT @@server_uuid, @@server_id, VERSION()")) {
            row.next();
            Identity identity = new Identity(row.getString(1), row.getLong(2), row.getString(3));
            return new Reach(Answer.ANSWERED, 0, "answered a query", took(), Optional.of(identity));
        } catch (SQLException e) {
            return refusal(e);
        }
    }

    private Reach refusal(SQLException e) {
        int error = e.getErrorCode();
        if (error == 0) {
            return caused(e, ConnectException.class)
                    ? reach(Answer.REFUSED, 0, "nothing listens at " + login.address())
                    : reach(Answer.SILENT, 0, "it accepted the connection and did not answer");
        }
        Answer answer = error == MySqlErrors.TOO_MANY_CONNECTIONS
                ? Answer.TOO_MANY_CONNECTIONS
                : MySqlErrors.denied(error) ? Answer.DENIED : Answer.OTHER_ERROR;
        return reach(answer, error, "error " + error + ": " + e.getMessage());
    }

    private static boolean caused(Throwable e, Class<? extends Throwable> kind) {
        return e != null && (kind.isInstance(e) || caused(e.getCause(), kind));
    }

    private Reach reach(Answer answer, int error, String detail) {
        return new Reach(answer, error, detail, took(), Optional.empty());
    }

    private Duration took() {
        return Duration.ofNanos(System.nanoTime() - began).truncatedTo(java.time.temporal.ChronoUnit.MILLIS);
    }
}
