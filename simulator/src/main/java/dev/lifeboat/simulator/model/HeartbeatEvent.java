package dev.lifeboat.simulator.model;

import dev.lifeboat.builtins.mysql.MySqlServer.Heartbeat;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/** The event of schema {@code lifeboat} that writes the time each second on whoever takes writes. A replica gets it by replication. */
public final class HeartbeatEvent implements Writer {
    private static final String TABLE = "lifeboat.heartbeat";
    private static final Duration EACH = Duration.ofSeconds(1);

    private final Server server;
    private Instant next;

    HeartbeatEvent(Server server, Instant now) {
        this.server = server;
        next = now.plus(EACH);
    }

    @Override
    public Instant next() {
        return next;
    }

    @Override
    public void write() {
        server.write(Account.APPLICATION, next,
                server.rows().upsert(TABLE, server.identity().serverId(), server.uuid() + " " + next));
        next = next.plus(EACH);
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
