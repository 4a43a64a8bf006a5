package dev.lifeboat.builtins.mysql.replication;

import dev.lifeboat.builtins.mysql.MySqlServer;
import dev.lifeboat.builtins.mysql.MySqlServer.ReplicaChannel;
import dev.lifeboat.builtins.mysql.MySqlServer.ThreadState;
import dev.lifeboat.builtins.mysql.survey.Observed;
import dev.lifeboat.builtins.mysql.survey.Unsupported;
import dev.lifeboat.interpreter.builtin.Call;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.value.Texts;
import java.time.Duration;

/** Keeps a replica behind its source on purpose. Its applier stands still for a moment meanwhile. */
record DelaySwitch(Call call, MySqlServer replica) {
    /** What {@code SOURCE_DELAY} can hold. */
    private static final Duration LONGEST = Duration.ofSeconds(Integer.MAX_VALUE);

    void set(Duration delay) {
        refuse(delay);
        Observed found = Observed.need(replica);
        Unsupported.refuse(found);
        ReplicaChannel channel = found.channel().orElseThrow(
                () -> Failure.of("`" + replica.name() + "` follows nobody: there is nothing to delay."));
        if (channel.delay().equals(delay)) {
            call.did(replica.name(), told(delay) + " already");
            return;
        }
        refuseLoss(found);
        boolean runs = channel.applier() != ThreadState.OFF;
        call.inverse("put the delay of " + replica.name() + " back to " + Texts.duration(channel.delay()),
                "mysql.restore_delay", replica, channel.delay(), runs);
        change(replica, delay, runs);
        call.did(replica.name(), told(delay));
    }

    static void change(MySqlServer replica, Duration delay, boolean applies) {
        replica.stopApplier();
        replica.setDelay(delay);
        if (applies) {
            replica.startApplier();
        }
    }

    /** A delay that is changed while both threads stand still costs what was received and not applied. */
    static void refuseLoss(Observed replica) {
        boolean stands = replica.channel().filter(channel -> channel.receiver() == ThreadState.OFF).isPresent();
        if (stands && !replica.unapplied().isEmpty()) {
            throw Failure
                    .of("The delay of `" + replica.name()
                            + "` was not changed: its receiver stands still, and MySQL would throw "
                            + "away what it has received and not applied: "
                            + Texts.count(replica.unapplied().count(), "transaction") + ".")
                    .hint("Let its receiver run, if only to connect: `START REPLICA IO_THREAD`.");
        }
    }

    private static void refuse(Duration delay) {
        if (delay.isNegative() || delay.getNano() != 0 || delay.compareTo(LONGEST) > 0) {
            throw Failure.of("A replica can't be " + Texts.duration(delay)
                    + " behind on purpose: MySQL counts in whole seconds, up to 68 years.");
        }
    }

    static String told(Duration delay) {
        return delay.isZero() ? "is not delayed" : "stays " + Texts.duration(delay) + " behind on purpose";
    }
}
