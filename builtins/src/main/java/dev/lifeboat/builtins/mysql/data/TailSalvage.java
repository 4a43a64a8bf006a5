package dev.lifeboat.builtins.mysql.data;

import dev.lifeboat.builtins.mysql.BinaryLogs;
import dev.lifeboat.builtins.mysql.BinaryLogs.Wanted;
import dev.lifeboat.builtins.mysql.GtidSet;
import dev.lifeboat.builtins.mysql.LogFiles;
import dev.lifeboat.builtins.mysql.LoggedTransaction;
import dev.lifeboat.builtins.mysql.MySqlServer;
import dev.lifeboat.builtins.mysql.MySqlServer.ReadOnly;
import dev.lifeboat.builtins.mysql.MySqlServer.ServerState;
import dev.lifeboat.builtins.mysql.replication.Levelling;
import dev.lifeboat.builtins.mysql.survey.Landscape;
import dev.lifeboat.builtins.mysql.survey.Observed;
import dev.lifeboat.builtins.mysql.survey.RunFacts;
import dev.lifeboat.builtins.mysql.survey.Unsupported;
import dev.lifeboat.interpreter.builtin.Call;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.value.Texts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Brings what a dead primary had committed, and no replica had received, to the server that is going to be promoted. Where the old primary runs, fenced, the candidate replicates
 * from it once more; else its binary logs are read on its host. What was applied can't be taken out again.
 */
record TailSalvage(Call call, Landscape landscape, MySqlServer from, MySqlServer to) {

    void salvage() {
        Observed candidate = Observed.need(to);
        refuse(candidate);
        Observed old = Observed.of(from);
        if (old.answers()) {
            refuseOpen(old);
        }
        GtidSet logged = call.port(BinaryLogs.class, from.name()).executed();
        GtidSet tail = logged.subtract(candidate.executed());
        refuseMisfit(candidate.executed().subtract(logged));
        if (tail.isEmpty()) {
            call.did(to.name(), "has all that " + from.name() + " has");
        } else if (old.answers()) {
            replicate(old.state());
        } else {
            apply(candidate.state().readOnly(), tail);
        }
        prove(tail);
    }

    private void refuse(Observed candidate) {
        Unsupported.refuse(candidate);
        if (from.name().equals(to.name())) {
            throw refused("it is the server that has it", "Name another server.");
        }
        if (candidate.writable()) {
            throw refused("it takes writes: from then on there is another history", "Salvage before `mysql.promote`.");
        }
        if (!candidate.unapplied().isEmpty()) {
            throw refused("it has received what it has not applied yet", "Call `mysql.drain_relay_logs` first.");
        }
    }

    private void refuseOpen(Observed old) {
        if (old.writable()) {
            throw refused("`" + from.name() + "` takes writes, so that its end is not known",
                    "Call `mysql.fence` first.");
        }
    }

    private void refuseMisfit(GtidSet foreign) {
        if (!foreign.isEmpty()) {
            throw refused("it has transactions that `" + from.name() + "` has not: " + foreign,
                    "Their histories have parted: what only `" + from.name() + "` has is for `mysql.quarantine`.");
        }
    }

    /** One in offline mode lets no replica in. */
    private void replicate(ServerState old) {
        if (old.offlineMode()) {
            call.inverse("put " + from.name() + " offline again", "mysql.restore_offline_mode", from, true);
            from.setOfflineMode(false, false);
        }
        try {
            new Levelling(call, landscape, to).levelFrom(from);
        } finally {
            if (old.offlineMode()) {
                call.putBack(Duration.ofSeconds(10), () -> from.setOfflineMode(true, false));
            }
        }
    }

    /** With `read_only` alone Lifeboat may write, and no application. */
    private void apply(ReadOnly found, GtidSet tail) {
        refuseStatements(tail);
        call.inverse("make " + to.name() + " read-only as before", "mysql.restore_read_only", to, found);
        to.setReadOnly(new ReadOnly(true, false, found.persistedReadOnly(), found.persistedSuperReadOnly()));
        try {
            call.port(BinaryLogs.class, to.name()).take(from.name(), tail);
        } finally {
            call.putBack(Duration.ofSeconds(10), () -> to.setReadOnly(found));
        }
    }

    private void refuseStatements(GtidSet tail) {
        BinaryLogs logs = call.port(BinaryLogs.class, from.name());
        List<LoggedTransaction> statements = new ArrayList<>();
        new LogReading(call, logs).each(LogFiles.holding(tail, logs.files()), Wanted.those(tail), one -> {
            if (!one.statements().isEmpty()) {
                statements.add(one);
            }
        });
        if (!statements.isEmpty()) {
            throw refused("among it is a statement, which can't be applied from a file: "
                    + statements.getFirst().gtid() + ", " + statements.getFirst().statements().getFirst(),
                    "Start `" + from.name() + "` with `mysql.start_fenced`: then replication brings it.");
        }
    }

    private void prove(GtidSet tail) {
        if (!Observed.need(to).executed().contains(tail)) {
            throw Failure.unknown("`" + to.name() + "` was to get what only `" + from.name()
                    + "` has, and does not have all of it: " + tail.subtract(Observed.need(to).executed()) + ".")
                    .hint("Salvage again: what it has already is passed over.");
        }
        RunFacts facts = new RunFacts(call);
        if (facts.span(RunFacts.LOSS).isPresent() && facts.is(RunFacts.CANDIDATE, to.name())) {
            facts.learn(RunFacts.LOSS, Duration.ZERO);
        }
        call.did(to.name(), tail.isEmpty()
                ? "nothing was to be salvaged"
                : "has what only " + from.name() + " had: " + Texts.count(tail.count(), "transaction") + ", " + tail);
    }

    private Failure refused(String why, String hint) {
        return Failure.of("`" + to.name() + "` does not get what only `" + from.name() + "` has: " + why + ".")
                .hint(hint);
    }
}
