package dev.lifeboat.simulator.model;

import java.time.Duration;

/**
 * MySQL's clone plugin, as it behaves without a supervisor (tried on 9.7.4): the data are dropped first, then copied whether or not anybody waits for it, and in the end the server is down (error 3707). It keeps
 * its identity and what it had persisted, and has its donor's channel.
 */
public final class Clones {
    private static final Duration TO_BEGIN = Duration.ofSeconds(2);
    private static final long BYTES_A_ROW = 200;
    private static final long BYTES_AT_LEAST = 60L << 20;
    private static final long BYTES_A_MILLI = 50_000;
    private final Model model;

    public Clones(Model model) {
        this.model = model;
    }

    /** Is to be called inside {@link Model#change}. */
    public void begin(Server recipient, Server donor) {
        long bytes = BYTES_AT_LEAST + donor.rows().count() * BYTES_A_ROW;
        Duration takes = TO_BEGIN.plusMillis(bytes / BYTES_A_MILLI);
        recipient.forgetSource();
        recipient.stored().empty();
        CloneRecord begun = new CloneRecord(CloneRecord.State.UNDER_WAY, donor.address().toString(), model.now(), takes,
                bytes, recipient.executed());
        recipient.lastClone(begun);
        model.later(takes, () -> end(recipient, donor, begun));
    }

    /** Of one that was stopped, or whose server died meanwhile, nothing comes. */
    private void end(Server recipient, Server donor, CloneRecord begun) {
        if (!recipient.lastClone().equals(begun)) {
            return;
        }
        if (!recipient.alive() || !donor.alive()) {
            recipient.lastClone(begun.now(CloneRecord.State.FAILED, recipient.executed()));
            return;
        }
        recipient.stored().beginWith(donor.rows(), donor.executed());
        donor.channel().ifPresent(channel -> recipient.changeSource(channel.receiver().source(),
                channel.receiver().user(), model));
        recipient.lastClone(begun.now(CloneRecord.State.COMPLETED, donor.executed()));
        recipient.stop();
    }

    /** Is to be called inside {@link Model#change}. */
    public void stop(Server recipient) {
        if (recipient.lastClone().state() == CloneRecord.State.UNDER_WAY) {
            recipient.lastClone(recipient.lastClone().now(CloneRecord.State.FAILED, recipient.executed()));
        }
    }

    /** All but what MySQL itself needs. Is to be called inside {@link Model#change}. */
    public void wipe(Server server) {
        server.forgetSource();
        server.stored().empty();
    }
}
