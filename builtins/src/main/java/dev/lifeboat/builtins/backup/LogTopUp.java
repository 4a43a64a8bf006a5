package dev.lifeboat.builtins.backup;

import dev.lifeboat.builtins.backup.Restoration.Intake;
import dev.lifeboat.builtins.backup.Restoration.LogPlan;
import dev.lifeboat.builtins.inventory.Inventory;
import dev.lifeboat.builtins.mysql.GtidSet;
import dev.lifeboat.builtins.mysql.MySqlServer;
import dev.lifeboat.builtins.mysql.MySqlServer.ReadOnly;
import dev.lifeboat.builtins.mysql.survey.Observed;
import dev.lifeboat.builtins.mysql.survey.RunFacts;
import dev.lifeboat.interpreter.builtin.Call;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.value.Texts;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Brings a replica that has applied all that it received what an archive of binary logs has beyond that, before it is promoted: what its source had still archived, and could not send any more. What was
 * applied can't be taken out again.
 */
final class LogTopUp {
    private static final Duration TO_PUT_BACK = Duration.ofSeconds(10);
    private final Call call;
    private final MySqlServer server;
    private final String cluster;
    private final String store;

    LogTopUp(Call call, Inventory inventory, MySqlServer server, String store) {
        this.call = call;
        this.server = server;
        this.cluster = LogKeeping.clusterOf(inventory, server.name());
        this.store = store;
    }

    TopUp topUp() {
        Observed found = Observed.need(server);
        TopUpCheck check = new TopUpCheck(found, store);
        check.replica();
        ArchivedHistory history = check.history(
                LogChain.of(call.port(LogArchive.class, store).logs(cluster)));
        GtidSet wanted = history.goal().subtract(found.executed());
        check.wanted(history, wanted);
        if (!wanted.isEmpty()) {
            apply(found.state().readOnly(), wanted);
        }
        prove(history.goal());
        return told(history, wanted);
    }

    /** With `read_only` alone Lifeboat may write, and no application. */
    private void apply(ReadOnly found, GtidSet wanted) {
        Restoration restoration = call.port(Restoration.class, server.name());
        Intake intake = restoration.intake();
        call.inverse("let " + server.name() + " take in what it did before", "backup.restore_intake", server, intake);
        call.inverse("make " + server.name() + " read-only as before", "mysql.restore_read_only", server, found);
        try {
            restoration.setIntake(Intake.ALL);
            server.setReadOnly(new ReadOnly(true, false, found.persistedReadOnly(), found.persistedSuperReadOnly()));
            restoration.topUp(new LogPlan(store, cluster, wanted));
        } finally {
            call.putBack(TO_PUT_BACK, () -> {
                server.setReadOnly(found);
                restoration.setIntake(intake);
            });
        }
    }

    private void prove(GtidSet goal) {
        GtidSet lacking = goal.subtract(Observed.need(server).executed());
        if (!lacking.isEmpty()) {
            throw Failure.unknown("`" + server.name() + "` was to get all that store `" + store
                    + "` has, and lacks " + lacking + ".").hint("Top up again: what it has already is passed over.");
        }
    }

    private TopUp told(ArchivedHistory history, GtidSet added) {
        Optional<Instant> upTo = history.upTo();
        upTo.ifPresent(time -> new RunFacts(call).learn(RunFacts.TOPPED_UP + server.name(), time));
        if (!history.parted().isEmpty()) {
            call.did(store, "has logs that went another way, and were left out: " + history.parted());
        }
        call.did(server.name(), added.isEmpty()
                ? "has all that store " + store + " has"
                : "got " + Texts.count(added.count(), "transaction") + " that nobody had sent it out of store " + store
                        + ": " + added
                        + upTo.map(time -> "; it has all that was committed until " + Texts.timestamp(time))
                                .orElse(""));
        return new TopUp(added.count(), added, upTo, history.parted());
    }
}
