package dev.lifeboat.simulator.model;

import dev.lifeboat.builtins.mysql.MySqlServer.Heartbeat;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/**
 * The event of schema {@code lifeboat} that writes the time each second. On which server it is enabled is a row as well: it comes to replicas, where the event
 * is disabled, by replication.
 */
public final class HeartbeatEvent implements Writer {
    private static final String TABLE = "lifeboat.heartbeat";
    private static final String EVENTS = "lifeboat.events";
    private static final Duration EACH = Duration.ofSeconds(1);

    private final Server server;
    private Instant next;

    /** @param first at no whole second, as on real servers: an event's seconds begin when it is created */
    HeartbeatEvent(Server server, Instant first) {
        this.server = server;
        next = first;
    }

    @Override
    public Instant next() {
        return next;
    }

    @Override
    public void write() {
        if (server.variables().eventScheduler()
                && server.rows().get(EVENTS, 1).filter(server.uuid()::equals).isPresent()) {
            server.write(Account.APPLICATION, next,
                    server.rows().upsert(TABLE, server.identity().serverId(), server.uuid() + " " + next));
        }
        next = next.plus(EACH);
    }

    /** Enables it on {@code server} and thereby disables it everywhere else, as far as that replicates. */
    public static Written enable(Server server, Instant now) {
        Written written = server.write(Account.ADMIN, now, server.rows().upsert(EVENTS, 1, server.uuid()));
        if (written instanceof Written.Committed) {
            server.variables().eventScheduler(true);
        }
        return written;
    }

    /** Disables it everywhere. */
    static Written disable(Server server, Instant now) {
        return server.write(Account.ADMIN, now, server.rows().upsert(EVENTS, 1, "nowhere"));
    }

    /** It has always been enabled on {@code server}. */
    static void enabledFromTheStart(Rows rows, Server server) {
        rows.put(EVENTS, 1, server.uuid());
    }

    /** Where it is enabled, by its {@code server_uuid}, as {@code server} knows. */
    static Optional<String> home(Server server) {
        return server.rows().get(EVENTS, 1);
    }

    /** The newest row that {@code server} has. */
    public static Optional<Heartbeat> newest(Server server) {
        return server.rows().table(TABLE).values().stream().map(HeartbeatEvent::read)
                .max(Comparator.comparing(Heartbeat::written));
    }

    private static Heartbeat read(String row) {
        int space = row.indexOf(' ');
        return new Heartbeat(Instant.parse(row.substring(space + 1)), row.substring(0, space));
    }
}
