package dev.lifeboat.builtins.mysql;

import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.world.Clock;
import dev.lifeboat.interpreter.world.RealWorld;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/** Runs statements on one server, each on a connection of its own and under a deadline that really ends it. */
@RealWorld
public final class JdbcSession {
    private static final Duration MOST = Duration.ofSeconds(30);
    private final JdbcLogin login;
    private final Clock clock;

    public JdbcSession(JdbcLogin login, Clock clock) {
        this.login = login;
        this.clock = clock;
    }

    @FunctionalInterface
    public interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    JdbcLogin login() {
        return login;
    }

    /** @param doing for messages, after "Could not": {@code read its state} */
    public <T> T observe(String doing, Work<T> work) {
        return run(doing, MOST, false, work);
    }

    public <T> T observe(String doing, Duration limit, Work<T> work) {
        return run(doing, limit, false, work);
    }

    /** A lost connection or a deadline leaves the outcome unknown. */
    public <T> T change(String doing, Work<T> work) {
        return run(doing, MOST, true, work);
    }

    /** As long as {@code limit}, and no longer than the step still has. */
    Duration capped(Duration limit) {
        Duration remaining = clock.remaining();
        return remaining.compareTo(limit) < 0 ? remaining : limit;
    }

    private <T> T run(String doing, Duration limit, boolean changing, Work<T> work) {
        Duration capped = capped(limit);
        try (Connection connection = connect(capped)) {
            return underDeadline(doing, capped, changing, connection, work);
        } catch (SQLException e) {
            throw MySqlErrors.unreachable(login, e);
        }
    }

    private Connection connect(Duration limit) {
        try {
            return JdbcConnections.open(login, limit);
        } catch (SQLException e) {
            throw MySqlErrors.unreachable(login, e);
        }
    }

    private <T> T underDeadline(String doing, Duration limit, boolean changing, Connection connection, Work<T> work)
            throws SQLException {
        JdbcDeadline deadline = JdbcDeadline.of(login, connection, limit);
        try (deadline) {
            return work.on(connection);
        } catch (SQLException e) {
            boolean cancelled = Thread.interrupted();
            if (cancelled) {
                deadline.end();
            }
            deadline.close();
            Failure failure = deadline.evidence().isEmpty()
                    ? MySqlErrors.failure(login, doing, e, changing, deadline.evidence())
                    : ended(doing, changing, deadline);
            if (cancelled) {
                Thread.currentThread().interrupt();
            }
            throw failure;
        }
    }

    private Failure ended(String doing, boolean changing, JdbcDeadline deadline) {
        String message = "The time was up before `" + login.name() + "` answered: could not " + doing + ".";
        return (changing ? Failure.unknown(message) : Failure.of(message)).evidence(deadline.evidence());
    }
}
