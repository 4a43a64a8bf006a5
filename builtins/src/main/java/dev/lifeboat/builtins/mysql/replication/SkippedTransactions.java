package dev.lifeboat.builtins.mysql.replication;

import dev.lifeboat.builtins.mysql.GtidSet;
import dev.lifeboat.builtins.mysql.MySqlServer;
import dev.lifeboat.builtins.mysql.MySqlServer.ThreadState;
import dev.lifeboat.builtins.mysql.survey.Observed;
import dev.lifeboat.builtins.mysql.survey.Unsupported;
import dev.lifeboat.interpreter.builtin.Call;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.value.Texts;

/**
 * Lets a replica pass over transactions. A wrong number would make a transaction up that nobody wrote: hence all the refusals.
 *
 * @param gtids those of the transactions
 */
record SkippedTransactions(Call call, MySqlServer replica, GtidSet gtids) {
    /** More is no mistake any more, but a part of history. */
    private static final int MOST = 100;

    void skip() {
        if (gtids.isEmpty() || gtids.count() > MOST) {
            throw Failure.of("`" + gtids + "` is " + Texts.count(gtids.count(), "transaction") + ": 1 to " + MOST
                    + " can be passed over.").hint("Where so many were wrong, restore a backup from before.");
        }
        Observed found = Observed.need(replica);
        Unsupported.refuse(found);
        refuse(found);
        gtids.each().forEach(replica::commitEmpty);
        if (!replica.state().executed().contains(gtids)) {
            throw Failure.of("`" + replica.name() + "` was told to count " + gtids + " as executed, and does not.");
        }
        call.did(replica.name(), "passes over " + gtids);
    }

    private void refuse(Observed found) {
        GtidSet executed = found.executed().intersect(gtids);
        if (!executed.isEmpty()) {
            throw Failure.of("`" + replica.name() + "` has executed " + executed + " already.")
                    .hint("What is executed can't be passed over: see `mysql.apply_until` on a replica that has not.");
        }
        GtidSet unseen = gtids.subtract(found.received());
        if (found.channel().isEmpty() || !unseen.isEmpty()) {
            throw Failure.of("`" + replica.name() + "` has not received " + unseen + ": nothing was passed over.")
                    .hint("Compare the GTID with what `mysql.status` says is unapplied.");
        }
        if (found.channel().get().applier() != ThreadState.OFF) {
            throw Failure.of("The applier of `" + replica.name() + "` runs: it may be applying " + gtids + " now.")
                    .hint("Let it stop there first, with `mysql.apply_until`.");
        }
    }
}
