package dev.lifeboat.builtins.mysql;

import dev.lifeboat.builtins.mysql.MySqlServer.ThreadState;
import dev.lifeboat.interpreter.builtin.Call;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.value.Texts;

/** Lets a replica pass over a transaction. A wrong number would make a transaction up that nobody wrote: hence all the refusals. */
record SkippedTransaction(Call call, MySqlServer replica, GtidSet gtid) {

    void skip() {
        if (gtid.count() != 1) {
            throw Failure.of("`" + gtid + "` is " + Texts.count(gtid.count(), "transaction")
                    + ": exactly one has to be named.").hint("Call it once for each.");
        }
        Observed found = Observed.need(replica);
        Unsupported.refuse(found);
        refuse(found);
        replica.commitEmpty(gtid);
        if (!replica.state().executed().contains(gtid)) {
            throw Failure.of("`" + replica.name() + "` was told to count " + gtid + " as executed, and does not.");
        }
        call.did(replica.name(), "passes over " + gtid);
    }

    private void refuse(Observed found) {
        if (found.executed().contains(gtid)) {
            throw Failure.of("`" + replica.name() + "` has executed " + gtid + " already.")
                    .hint("What is executed can't be passed over: see `mysql.apply_until` on a replica that has not.");
        }
        if (found.channel().isEmpty() || !found.received().contains(gtid)) {
            throw Failure.of("`" + replica.name() + "` has not received " + gtid + ": it was not passed over.")
                    .hint("Compare the GTID with what `mysql.status` says is unapplied.");
        }
        if (found.channel().get().applier() != ThreadState.OFF) {
            throw Failure.of("The applier of `" + replica.name() + "` runs: it may be applying " + gtid + " now.")
                    .hint("Let it stop there first, with `mysql.apply_until`.");
        }
    }
}
