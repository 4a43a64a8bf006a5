package dev.lifeboat.simulator.model;

import dev.lifeboat.builtins.inventory.Inventory.Address;
import dev.lifeboat.builtins.mysql.GtidSet;
import dev.lifeboat.builtins.mysql.MySqlServer.ThreadState;
import dev.lifeboat.simulator.model.Timeline.Alarm;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The receiver thread of a channel: connects to the source, fetches what the replica has not got, and notices late when nothing comes any more. */
public final class Receiver {
    /** What the number 1236 of the manual is reported as. */
    static final int SOURCE_LACKS_TRANSACTIONS = 13114;
    private static final Duration RESET_SEEN_FIRST = Duration.ofMillis(100);
    private static final Duration RESET_SEEN_LAST = Duration.ofMillis(200);

    private final Server replica;
    private final Server source;
    private final String user;
    private final RelayLog relay;
    private final ReceiverSettings settings;
    private final Surroundings around;
    private final Signs signs = new Signs();
    private Phase phase = Phase.OFF;
    private ThreadError error = ThreadError.NONE;
    private int attempts;
    private boolean connectedOnce;
    private int position;
    /** Since when transactions come without a break: what was written before comes then. */
    private Instant flowing = Instant.EPOCH;
    private Line seen = Line.OPEN;
    private Alarm alarm = () -> {};
    private boolean overdue;

    private enum Phase {
        OFF, ATTEMPTING, PAUSING, CONNECTED
    }

    Receiver(Server replica, Server source, String user, RelayLog relay, ReceiverSettings settings,
            Surroundings around) {
        this.replica = replica;
        this.source = source;
        this.user = user;
        this.relay = relay;
        this.settings = settings;
        this.around = around;
    }

    Server source() {
        return source;
    }

    public Address address() {
        return source.address();
    }

    /** Empty before the first connection. */
    public String sourceUuid() {
        return connectedOnce ? source.uuid() : "";
    }

    public String user() {
        return user;
    }

    public ReceiverSettings settings() {
        return settings;
    }

    public Signs signs() {
        return signs;
    }

    public ThreadError error() {
        return error;
    }

    /** Whether it takes what {@code from} sends, now. */
    boolean hears(Server from) {
        return source == from && phase == Phase.CONNECTED && seen == Line.OPEN && replica.stores();
    }

    public ThreadState state() {
        return switch (phase) {
            case OFF -> ThreadState.OFF;
            case ATTEMPTING, PAUSING -> ThreadState.CONNECTING;
            case CONNECTED -> ThreadState.ON;
        };
    }

    void start() {
        if (phase == Phase.OFF) {
            error = ThreadError.NONE;
            attempts = 0;
            attempt();
        }
    }

    void stop() {
        phase = Phase.OFF;
        quiet();
    }

    /** Looks at the line again, after something in the world has changed. */
    void look() {
        Line line = line();
        boolean changed = line != seen;
        seen = line;
        if (overdue && replica.alive()) {
            attempt();
        } else if (changed && phase == Phase.CONNECTED) {
            lineChanged();
        } else if (changed && phase == Phase.ATTEMPTING) {
            attempt();
        }
    }

    private void lineChanged() {
        quiet();
        switch (seen) {
            case OPEN -> flowing = around.now();
            case REFUSED -> wake(around.chance().between("reset/" + replica.name(), RESET_SEEN_FIRST, RESET_SEEN_LAST));
            case HUNG, DROPPED -> wake(Duration.between(around.now(), signs.last().plus(settings.netTimeout())));
        }
    }

    private void wake(Duration after) {
        alarm = around.later(after, () -> {
            attempts = phase == Phase.CONNECTED ? 0 : attempts;
            if (replica.alive()) {
                attempt();
            } else {
                overdue = true;
            }
        });
    }

    private void quiet() {
        alarm.cancel();
        alarm = () -> {};
        overdue = false;
    }

    /** The source as this replica's machine reaches it; one in offline mode throws its replicas out. */
    private Line line() {
        Line line = around.line(replica.name(), source);
        return line == Line.OPEN && source.variables().offlineMode() ? Line.REFUSED : line;
    }

    private void attempt() {
        quiet();
        phase = Phase.ATTEMPTING;
        seen = line();
        switch (seen) {
            case OPEN -> connect();
            case REFUSED -> failed(source.line() == Line.OPEN && source.variables().offlineMode()
                    ? new ThreadError(3032, "The server is currently in offline mode")
                    : new ThreadError(2003, "Can't connect to MySQL server on '" + source.address() + "' (111)"));
            case HUNG -> failLater(new ThreadError(2013, "Lost connection to MySQL server at 'waiting for initial "
                    + "communication packet', system error: 110"));
            case DROPPED -> failLater(
                    new ThreadError(2003, "Can't connect to MySQL server on '" + source.address() + "' (110)"));
        }
    }

    private void failLater(ThreadError why) {
        alarm = around.later(settings.netTimeout(), () -> failed(why));
    }

    private void failed(ThreadError why) {
        attempts++;
        error = new ThreadError(why.number(), "Error " + (connectedOnce ? "reconnecting" : "connecting")
                + " to source '" + user + "@" + source.address() + "'. This was attempt " + attempts + "/"
                + settings.retryCount() + ", with a delay of " + settings.connectRetry().toSeconds()
                + " seconds between attempts. Message: " + why.text());
        if (attempts >= settings.retryCount()) {
            stop();
        } else {
            phase = Phase.PAUSING;
            wake(settings.connectRetry());
        }
    }

    private void connect() {
        Optional<String> objection = objection(replica.executed().union(relay.received()));
        connectedOnce = true;
        if (objection.isPresent()) {
            error = new ThreadError(SOURCE_LACKS_TRANSACTIONS,
                    "Got fatal error 1236 from source when reading data from binary log: '" + objection.get() + "'");
            stop();
            return;
        }
        phase = Phase.CONNECTED;
        error = ThreadError.NONE;
        attempts = 0;
        position = source.binlog().first();
        flowing = around.now();
        signs.connected(flowing);
    }

    /** Why the source refuses to send. It does so in these two cases only: any other transaction that the replica has and the source has not goes unnoticed. */
    private Optional<String> objection(GtidSet held) {
        if (!held.contains(source.purged())) {
            return Optional.of("Cannot replicate because the source purged required binary logs.");
        }
        if (!source.executed().contains(held.from(source.uuid()))) {
            return Optional.of("Replica has more GTIDs than the source has, using the source's SERVER_UUID.");
        }
        return Optional.empty();
    }

    void thawed(Instant now) {
        flowing = now.isAfter(flowing) ? now : flowing;
    }

    /** Receives what has come until {@code now}. */
    void advance(Instant now) {
        if (phase != Phase.CONNECTED || seen != Line.OPEN || !replica.stores()) {
            return;
        }
        Binlog log = source.binlog();
        while (position < log.end() && !arrival(log.at(position)).isAfter(now)) {
            take(log.at(position++));
        }
        signs.beatUntil(now, settings.heartbeatPeriod());
    }

    private Instant arrival(Binlog.Entry entry) {
        Instant usual = entry.written().plus(settings.lag());
        return usual.isAfter(flowing) ? usual : flowing;
    }

    private void take(Binlog.Entry entry) {
        Transaction transaction = entry.transaction();
        if (!replica.has(transaction) && !relay.received(transaction)) {
            Instant arrived = arrival(entry);
            signs.beatUntil(arrived, settings.heartbeatPeriod());
            signs.queued(transaction, arrived);
            relay.append(transaction, arrived);
        }
    }
}
