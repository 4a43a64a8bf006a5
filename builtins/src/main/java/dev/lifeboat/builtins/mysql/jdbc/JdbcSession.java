package dev.lifeboat.builtins.mysql.jdbc;

import dev.lifeboat.builtins.mysql.MySqlServer;
import dev.lifeboat.builtins.mysql.SupportedVersion;
import dev.lifeboat.interpreter.builtin.Effect;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.builtin.IdentityGuard;
import dev.lifeboat.interpreter.world.Clock;
import dev.lifeboat.interpreter.world.RealWorld;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * Runs statements on one server, under a deadline that really ends them: those of each call on a connection of its own, or on one that is kept for the next call
 * where that leaves the session as it was.
 */
@RealWorld
public final class JdbcSession {
    private static final Duration MOST = Duration.ofSeconds(30);
    private final JdbcWays ways;
    private final Clock clock;
    private final IdentityGuard guard;
    private final KeptConnections kept;

    /** For what is no server of the inventory by itself, such as an endpoint, behind which there may be any. */
    public JdbcSession(JdbcLogin login, Clock clock) {
        this(login, Optional.empty(), clock, IdentityGuard.NONE);
    }

    /**
     * @param admin the way in when the server has no connection left for others
     * @param guard is told, on each connection and before anything else is done there, which server it leads to
     */
    public JdbcSession(JdbcLogin login, Optional<JdbcLogin> admin, Clock clock, IdentityGuard guard) {
        this(new JdbcWays(login, admin), clock, guard, KeptConnections.NONE);
    }

    private JdbcSession(JdbcWays ways, Clock clock, IdentityGuard guard, KeptConnections kept) {
        this.ways = ways;
        this.clock = clock;
        this.guard = guard;
        this.kept = kept;
    }

    /** For work that leaves nothing behind in its session, such as a variable, a lock or a transaction. */
    JdbcSession on(KeptConnections connections) {
        return new JdbcSession(ways, clock, guard, connections);
    }

    @FunctionalInterface
    public interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    public JdbcLogin login() {
        return ways.login();
    }

    /** @param doing for messages, after "Could not": {@code read its state} */
    public <T> T observe(String doing, Work<T> work) {
        return run(doing, MOST, Effect.OBSERVES, work);
    }

    public <T> T observe(String doing, Duration limit, Work<T> work) {
        return run(doing, limit, Effect.OBSERVES, work);
    }

    /** For what writes into Lifeboat's own schema only: how that went need not be known. */
    public <T> T probe(String doing, Duration limit, Work<T> work) {
        return run(doing, limit, Effect.PROBES, work);
    }

    /** A lost connection or a deadline leaves the outcome unknown. */
    public <T> T change(String doing, Work<T> work) {
        return run(doing, MOST, Effect.CHANGES, work);
    }

    public <T> T change(String doing, Duration limit, Work<T> work) {
        return run(doing, limit, Effect.CHANGES, work);
    }

    /** As long as {@code limit}, and no longer than the step still has. */
    public Duration capped(Duration limit) {
        Duration remaining = clock.remaining();
        return remaining.compareTo(limit) < 0 ? remaining : limit;
    }

    /** How the server answers on a new connection, which is kept where it does. */
    MySqlServer.Reach reach(Duration limit) {
        return JdbcReach.look(login(), capped(limit), connection -> kept.keep(login(), opened(connection)));
    }

    /** The same on the kept connection, where the server answers there. */
    MySqlServer.Reach answer(Duration limit) {
        long end = System.nanoTime() + capped(limit).toNanos();
        return kept.take(login(), left(end)).flatMap(open -> answer(open, left(end)))
                .orElseGet(() -> reach(left(end)));
    }

    private Optional<MySqlServer.Reach> answer(OpenConnection open, Duration limit) {
        MySqlServer.Reach reach = JdbcReach.ask(login(), limit, open.connection());
        leave(open, reach.answered());
        return Optional.of(reach).filter(MySqlServer.Reach::answered);
    }

    private <T> T run(String doing, Duration limit, Effect effect, Work<T> work) {
        long end = System.nanoTime() + capped(limit).toNanos();
        OpenConnection open = connect(doing, left(end));
        boolean unharmed = false;
        try {
            guard.met(ways.name(), open.thread().uuid().toLowerCase(Locale.ROOT));
            leased(effect);
            T answer = underDeadline(doing, end, effect.alters(), open, work);
            unharmed = true;
            return answer;
        } finally {
            leave(open, unharmed);
        }
    }

    private void leave(OpenConnection open, boolean unharmed) {
        if (unharmed) {
            kept.keep(login(), open);
        } else {
            open.close();
        }
    }

    /**
     * Whoever takes the lease over first says so and then ends our connections. So one that was open before we looked is ended, however long this process
     * stands still from here on, and where we come too late we see it.
     */
    private void leased(Effect effect) {
        if (effect != Effect.OBSERVES) {
            login().mark().lease().assertHeld();
        }
    }

    private static Duration left(long end) {
        return Duration.ofNanos(Math.max(0, end - System.nanoTime()));
    }

    private OpenConnection connect(String doing, Duration limit) {
        if (limit.isZero()) {
            throw Failure.of("The time was up before `" + ways.name() + "` was asked: could not " + doing + ".");
        }
        try {
            return JdbcPatience.within(limit, () -> opened(limit), OpenConnection::close);
        } catch (SQLException e) {
            throw JdbcErrors.unreachable(login(), e);
        }
    }

    private OpenConnection opened(Duration limit) throws SQLException {
        Optional<OpenConnection> open = kept.take(login(), limit);
        return open.isPresent() ? open.get() : opened(ways.open(limit));
    }

    private OpenConnection opened(Connection connection) throws SQLException {
        try {
            SupportedVersion.objection(connection).ifPresent(objection -> {
                throw JdbcErrors.unfit(login(), objection);
            });
            return OpenConnection.of(ways, connection);
        } catch (SQLException | Failure e) {
            connection.close();
            throw e;
        }
    }

    private <T> T underDeadline(String doing, long end, boolean changing, OpenConnection open, Work<T> work) {
        JdbcDeadline deadline = new JdbcDeadline(open.thread(), open.connection(), left(end));
        try {
            return work.on(open.connection());
        } catch (SQLException e) {
            // Whatever broke the connection, the statement may go on: an interruption closes only the socket.
            if (JdbcErrors.connectionLost(e)) {
                deadline.end();
            }
            deadline.close();
            Failure failure = deadline.passed()
                    ? late(doing, changing)
                    : JdbcErrors.failure(login(), doing, e, changing);
            throw failure.evidence(deadline.evidence());
        } finally {
            deadline.close();
        }
    }

    private Failure late(String doing, boolean changing) {
        String message = "The time was up before `" + ways.name() + "` answered: could not " + doing + ".";
        return changing ? Failure.unknown(message) : Failure.of(message);
    }
}
