package dev.lifeboat.simulator.model;

import dev.lifeboat.builtins.mysql.MySqlServer.ThreadState;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/** The applier of a channel: works off the relay log in order, skips what the server has executed, and stands still at the first row that does not fit. */
public final class Applier {
    private final Server replica;
    private final RelayLog relay;
    private ApplierSettings settings;
    private boolean on;
    private ThreadError error = ThreadError.NONE;
    private Until until = Until.NEVER;
    private Instant free = Instant.EPOCH;
    private Optional<Instant> lastApplied = Optional.empty();

    Applier(Server replica, RelayLog relay, ApplierSettings settings) {
        this.replica = replica;
        this.relay = relay;
        this.settings = settings;
    }

    public ApplierSettings settings() {
        return settings;
    }

    void settings(ApplierSettings wanted) {
        settings = wanted;
    }

    public ThreadState state() {
        return on ? ThreadState.ON : ThreadState.OFF;
    }

    public ThreadError error() {
        return error;
    }

    /** When the newest transaction that it applied had been committed on its source. */
    public Optional<Instant> lastApplied() {
        return lastApplied;
    }

    void start(Instant now, Until stops) {
        if (!on) {
            on = true;
            error = ThreadError.NONE;
            free = now;
            until = stops;
            on = !until.isPast(replica.executed());
        }
    }

    void stop() {
        on = false;
    }

    void thawed(Instant now) {
        free = now.isAfter(free) ? now : free;
    }

    /** Applies what it gets done until {@code now}. */
    void advance(Instant now) {
        boolean more = on && replica.stores();
        while (more) {
            more = relay.first().filter(first -> !done(first).isAfter(now)).map(this::apply).orElse(false);
        }
    }

    private Instant done(RelayLog.Arrived next) {
        Instant begins = Stream
                .of(free, next.at().plus(settings.lag()), next.transaction().committed().plus(settings.delay()))
                .max(Instant::compareTo).orElseThrow();
        return begins.plus(settings.each());
    }

    /** @return whether it can go on */
    private boolean apply(RelayLog.Arrived next) {
        Transaction transaction = next.transaction();
        if (until.isBefore(transaction)) {
            on = false;
            return false;
        }
        int problem = 0;
        if (!replica.has(transaction)) {
            Instant done = done(next);
            problem = replica.apply(transaction, done);
            free = problem == 0 ? done : free;
        }
        if (problem == 0) {
            relay.removeFirst();
            lastApplied = Optional.of(transaction.committed());
            on = !until.isPast(replica.executed());
        } else {
            on = false;
            error = new ThreadError(problem, "Worker 1 failed executing transaction '" + transaction.gtid() + "'; "
                    + "Could not execute the row event on table " + transaction.changes().getFirst().table() + ": "
                    + (problem == Rows.DUPLICATE_KEY ? "duplicate entry" : "can't find record") + ", Error_code: "
                    + problem);
        }
        return on;
    }
}
