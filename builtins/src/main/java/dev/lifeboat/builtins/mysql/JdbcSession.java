package dev.lifeboat.builtins.mysql;

import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.builtin.IdentityGuard;
import dev.lifeboat.interpreter.world.Clock;
import dev.lifeboat.interpreter.world.RealWorld;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** Runs statements on one server, each on a connection of its own and under a deadline that really ends it. */
@RealWorld
public final class JdbcSession {
    private static final Duration MOST = Duration.ofSeconds(30);
    private final JdbcWays ways;
    private final Clock clock;
    private final IdentityGuard guard;

    /** For what is no server of the inventory by itself, such as an endpoint, behind which there may be any. */
    public JdbcSession(JdbcLogin login, Clock clock) {
        this(login, Optional.empty(), clock, IdentityGuard.NONE);
    }

    /**
     * @param admin the way in when the server has no connection left for others
     * @param guard is told, on each connection and before anything else is done there, which server it leads to
     */
    JdbcSession(JdbcLogin login, Optional<JdbcLogin> admin, Clock clock, IdentityGuard guard) {
        this.ways = new JdbcWays(login, admin);
        this.clock = clock;
        this.guard = guard;
    }

    @FunctionalInterface
    public interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    JdbcLogin login() {
        return ways.login();
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

    public <T> T change(String doing, Duration limit, Work<T> work) {
        return run(doing, limit, true, work);
    }

    /** As long as {@code limit}, and no longer than the step still has. */
    Duration capped(Duration limit) {
        Duration remaining = clock.remaining();
        return remaining.compareTo(limit) < 0 ? remaining : limit;
    }

    private <T> T run(String doing, Duration limit, boolean changing, Work<T> work) {
        long end = System.nanoTime() + capped(limit).toNanos();
        Connection connection = connect(doing, left(end));
        try {
            JdbcThread thread = thread(connection);
            guard.met(ways.name(), thread.uuid().toLowerCase(Locale.ROOT));
            return underDeadline(doing, end, changing, thread, connection, work);
        } finally {
            close(connection);
        }
    }

    private static Duration left(long end) {
        return Duration.ofNanos(Math.max(0, end - System.nanoTime()));
    }

    private Connection connect(String doing, Duration limit) {
        if (limit.isZero()) {
            throw Failure.of("The time was up before `" + ways.name() + "` was asked: could not " + doing + ".");
        }
        try {
            Connection connection = ways.open(limit);
            SupportedVersion.objection(connection).ifPresent(objection -> {
                close(connection);
                throw MySqlErrors.unfit(login(), objection);
            });
            return connection;
        } catch (SQLException e) {
            throw MySqlErrors.unreachable(login(), e);
        }
    }

    private <T> T underDeadline(String doing, long end, boolean changing, JdbcThread thread,
            Connection connection, Work<T> work) {
        JdbcDeadline deadline = new JdbcDeadline(thread, connection, left(end));
        try {
            return work.on(connection);
        } catch (SQLException e) {
            // Whatever broke the connection, the statement may go on: an interruption closes only the socket.
            if (MySqlErrors.connectionLost(e)) {
                deadline.end();
            }
            deadline.close();
            Failure failure = deadline.passed()
                    ? late(doing, changing)
                    : MySqlErrors.failure(login(), doing, e, changing);
            throw failure.evidence(deadline.evidence());
        } finally {
            deadline.close();
        }
    }

    private JdbcThread thread(Connection connection) {
        try {
            return JdbcThread.of(ways, connection);
        } catch (SQLException e) {
            throw MySqlErrors.unreachable(login(), e);
        }
    }

    private Failure late(String doing, boolean changing) {
        String message = "The time was up before `" + ways.name() + "` answered: could not " + doing + ".";
        return changing ? Failure.unknown(message) : Failure.of(message);
    }

    /** What was asked for has been answered, or its failure is told: how the connection ends changes nothing. */
    private static void close(Connection connection) {
        try {
            connection.close();
        } catch (SQLException alreadyGone) {
            // Its socket is closed all the same.
        }
    }
}
