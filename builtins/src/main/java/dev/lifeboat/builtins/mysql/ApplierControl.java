package dev.lifeboat.builtins.mysql;

import static dev.lifeboat.interpreter.builtin.Effect.CHANGES;
import static dev.lifeboat.interpreter.builtin.Effect.DESTROYS;

import dev.lifeboat.builtins.mysql.MySqlServer.ReplicaChannel;
import dev.lifeboat.builtins.mysql.MySqlServer.ServerState;
import dev.lifeboat.builtins.mysql.MySqlServer.ThreadState;
import dev.lifeboat.interpreter.builtin.PortEffect;
import dev.lifeboat.interpreter.builtin.Probe;
import dev.lifeboat.interpreter.builtin.Seen;
import java.time.Duration;
import java.util.List;

/** Which transactions of its source a replica applies, and when. */
public interface ApplierControl {

    ServerState state();

    List<ReplicaChannel> channels();

    /**
     * Its applier has to stand still. What was received and not applied stays where the receiver runs, if only to connect; where that stands still too, MySQL
     * throws it away (tried on 9.7.4).
     */
    @PortEffect(value = CHANGES, privileges = "REPLICATION_SLAVE_ADMIN")
    @Probe("delayIs")
    void setDelay(Duration delay);

    /** Starts the applier, which stops by itself before the first transaction of {@code set} ({@code UNTIL SQL_BEFORE_GTIDS}), also with many workers. */
    @PortEffect(value = CHANGES, privileges = "REPLICATION_SLAVE_ADMIN")
    @Probe("applierStartedBefore")
    void startApplierBefore(GtidSet set);

    /**
     * Commits an empty transaction under this GTID, which the server then counts as executed and never applies; also where it is read-only. Does nothing where
     * it is executed.
     *
     * @param gtid one transaction
     */
    @PortEffect(value = DESTROYS, privileges = "SYSTEM_VARIABLES_ADMIN")
    @Probe("hasExecuted")
    void commitEmpty(GtidSet gtid);

    /**
     * Tells the applier to stop, and waits for it for a moment. One that has the beginning of a transaction of which the rest never came, since the source died,
     * is given a minute by MySQL: it commits nothing more as long as no receiver brings that rest, and then rolls back.
     */
    @PortEffect(value = CHANGES, privileges = "REPLICATION_SLAVE_ADMIN")
    @Probe("applierTold")
    void tellApplierToStop();

    default Seen delayIs(Duration delay) {
        return Seen.done(channels().stream().allMatch(channel -> channel.delay().equals(delay)));
    }

    /** To tell it twice does no harm. */
    default Seen applierTold() {
        boolean stopped = channels().stream().allMatch(channel -> channel.applier() == ThreadState.OFF);
        return stopped ? Seen.DONE : Seen.REPEATABLE;
    }

    /** One that is there already has stopped by itself. */
    default Seen applierStartedBefore(GtidSet set) {
        boolean runs = channels().stream().allMatch(channel -> channel.applier() != ThreadState.OFF);
        return runs ? Seen.DONE : Seen.REPEATABLE;
    }

    default Seen hasExecuted(GtidSet gtid) {
        return Seen.done(state().executed().contains(gtid));
    }
}
