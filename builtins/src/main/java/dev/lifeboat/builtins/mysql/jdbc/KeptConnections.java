package dev.lifeboat.builtins.mysql.jdbc;

import dev.lifeboat.builtins.inventory.Inventory.Address;
import dev.lifeboat.interpreter.world.RealWorld;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * Connections that stay open between the calls of one run, at most one for each server: to open one takes longer than what most calls ask. Whoever gives one back
 * has left its session as it was; one on which anything failed never comes back. They carry the run's mark as all of its sessions do, so that a takeover ends them.
 */
@RealWorld
public final class KeptConnections implements AutoCloseable {
    /** For a single call, after which its connection ends. */
    static final KeptConnections NONE = new KeptConnections();
    /** A run that waits for people takes no connection from others meanwhile. */
    private static final Duration UNUSED = Duration.ofSeconds(10);

    static {
        NONE.close();
    }

    private record Way(String name, Address address, String user) {
        static Way of(JdbcLogin login) {
            return new Way(login.name(), login.address(), login.user());
        }
    }

    /** Each time that a connection is kept is told from the others. */
    private static final class Kept {
        private final OpenConnection open;

        Kept(OpenConnection open) {
            this.open = open;
        }
    }

    private final Map<Way, Kept> kept = new ConcurrentHashMap<>();
    private volatile boolean closed;

    /** One that answers, for this login's call alone until it is given back. */
    Optional<OpenConnection> take(JdbcLogin login, Duration limit) {
        return Optional.ofNullable(kept.remove(Way.of(login))).map(one -> one.open)
                .filter(open -> open.serves(login.mark(), limit));
    }

    void keep(JdbcLogin login, OpenConnection open) {
        if (closed) {
            open.close();
            return;
        }
        Way way = Way.of(login);
        Kept one = new Kept(open);
        Optional.ofNullable(kept.put(way, one)).ifPresent(other -> other.open.close());
        CompletableFuture.delayedExecutor(UNUSED.toMillis(), TimeUnit.MILLISECONDS).execute(() -> end(way, one));
    }

    private void end(Way way, Kept one) {
        if (kept.remove(way, one)) {
            one.open.close();
        }
    }

    /** Ends those that nobody uses; those in use end with their calls. */
    @Override
    public void close() {
        closed = true;
        kept.forEach(this::end);
    }
}
