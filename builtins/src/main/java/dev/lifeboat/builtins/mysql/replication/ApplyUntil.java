package dev.lifeboat.builtins.mysql.replication;

import dev.lifeboat.builtins.mysql.GtidSet;
import dev.lifeboat.builtins.mysql.MySqlServer;
import dev.lifeboat.builtins.mysql.MySqlServer.ReplicaChannel;
import dev.lifeboat.builtins.mysql.MySqlServer.ThreadState;
import dev.lifeboat.builtins.mysql.survey.Observed;
import dev.lifeboat.builtins.mysql.survey.Unsupported;
import dev.lifeboat.interpreter.builtin.Call;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.value.Texts;
import java.time.Duration;
import java.util.List;

/** Brings a replica exactly to the moment before a transaction. */
record ApplyUntil(Call call, MySqlServer replica, GtidSet before) {
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final Duration NO_PROGRESS = Duration.ofSeconds(30);

    void apply() {
        Observed found = Observed.need(replica);
        Unsupported.refuse(found);
        refuse(found);
        boolean delayed = !found.channel().orElseThrow().delay().isZero();
        if (delayed) {
            DelaySwitch.refuseLoss(found);
        }
        if (found.channel().orElseThrow().applier() != ThreadState.OFF) {
            replica.stopApplier();
            refuse(Observed.need(replica));
        }
        if (delayed) {
            replica.setDelay(Duration.ZERO);
            call.did(replica.name(), "is not delayed any more");
        }
        replica.startApplierBefore(before);
        long applied = await(found.executed());
        call.did(replica.name(), "applied " + Texts.count(applied, "transaction") + ", all before " + before);
    }

    private void refuse(Observed found) {
        if (before.isEmpty()) {
            throw Failure.of("No transaction is named before which `" + replica.name() + "` shall stop.");
        }
        if (found.channel().isEmpty()) {
            throw Failure.of("`" + replica.name() + "` is no replica: it applies nothing.");
        }
        GtidSet done = found.executed().intersect(before);
        if (!done.isEmpty()) {
            throw Failure.of("`" + replica.name() + "` has executed " + done + " already: it can't stop before.")
                    .hint("Look for a replica that has not, or restore a backup from before.");
        }
        if (!found.received().contains(before)) {
            throw Failure
                    .of("`" + replica.name() + "` has not received " + before.subtract(found.received())
                            + ": it would go on with whatever comes.")
                    .hint("Compare the GTID with `mysql.status`, or wait until its receiver has fetched it.");
        }
    }

    /** @return how many transactions it has applied */
    private long await(GtidSet first) {
        Duration still = Duration.ZERO;
        Observed now = Observed.need(replica);
        while (channel(now).applier() != ThreadState.OFF) {
            call.progress(replica.name() + ": applied " + Texts.count(count(now, first), "transaction"));
            call.pause(LOOK);
            Observed next = Observed.need(replica);
            still = next.executed().equals(now.executed()) ? still.plus(LOOK) : Duration.ZERO;
            now = next;
            requireProgress(now, still);
        }
        verify(now);
        return count(now, first);
    }

    private static long count(Observed now, GtidSet first) {
        return now.executed().subtract(first).count();
    }

    private static ReplicaChannel channel(Observed now) {
        return now.channel().orElseThrow(() -> Failure.of("`" + now.name() + "` is no replica any more."));
    }

    private void requireProgress(Observed now, Duration still) {
        if (still.compareTo(NO_PROGRESS) >= 0 && channel(now).applier() != ThreadState.OFF) {
            throw Failure.of("`" + replica.name() + "` applied nothing for " + Texts.duration(NO_PROGRESS)
                    + ", and has not come to " + before + ".").evidence(List.of("left to apply: " + now.unapplied()))
                    .hint("Its applier still runs and will stop there: look in its process list for what it waits for.");
        }
    }

    private void verify(Observed now) {
        int error = channel(now).applierError();
        if (error != 0) {
            throw Failure.of("The applier of `" + replica.name() + "` stopped before " + before + " with error " + error
                    + ": " + channel(now).errorText())
                    .hint("Pass it over with `mysql.skip_transaction`, or repair the row.");
        }
        if (!now.executed().intersect(before).isEmpty()) {
            throw Failure.of("`" + replica.name() + "` has executed " + now.executed().intersect(before)
                    + " although it was told to stop before.").hint("Another applier was started meanwhile.");
        }
    }
}
