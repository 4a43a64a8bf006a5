package dev.lifeboat.simulator.model;

import dev.lifeboat.builtins.mysql.GtidSet;
import dev.lifeboat.builtins.mysql.MySqlServer.ThreadState;
import java.time.Instant;

/** How a replica follows its source. What changes it is to be called inside {@link Model#change}. */
public final class Channel {
    private final RelayLog relay;
    private final Receiver receiver;
    private final Applier applier;
    private final Surroundings around;

    Channel(Server replica, Server source, String user, ReceiverSettings receiving, ApplierSettings applying,
            Surroundings around) {
        this.around = around;
        relay = new RelayLog();
        receiver = new Receiver(replica, source, user, relay, receiving, around);
        applier = new Applier(replica, relay, applying);
    }

    public Receiver receiver() {
        return receiver;
    }

    public Applier applier() {
        return applier;
    }

    public GtidSet received() {
        return relay.received();
    }

    /** Whether one of its threads runs, if only to connect: its source cannot be changed then. */
    public boolean running() {
        return receiver.state() != ThreadState.OFF || applier.state() != ThreadState.OFF;
    }

    void start() {
        startReceiver();
        startApplier();
    }

    public void startReceiver() {
        receiver.start();
    }

    public void stopReceiver() {
        receiver.stop();
    }

    public void startApplier() {
        applier.start(around.now(), Until.NEVER);
    }

    /** {@code START REPLICA SQL_THREAD UNTIL SQL_AFTER_GTIDS}. */
    public void startApplierUntil(GtidSet set) {
        applier.start(around.now(), Until.after(set));
    }

    /** {@code START REPLICA SQL_THREAD UNTIL SQL_BEFORE_GTIDS}. */
    public void startApplierBefore(GtidSet set) {
        applier.start(around.now(), Until.before(set));
    }

    public void stopApplier() {
        applier.stop();
    }

    /** Both threads; also as they end with their server. */
    void stop() {
        stopReceiver();
        stopApplier();
    }

    void thawed(Instant now) {
        receiver.thawed(now);
        applier.thawed(now);
    }

    void dropRelayLog() {
        relay.clear();
    }

    void advance(Instant now) {
        receiver.advance(now);
        applier.advance(now);
    }
}
