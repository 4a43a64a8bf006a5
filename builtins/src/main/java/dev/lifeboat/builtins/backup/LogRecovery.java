package dev.lifeboat.builtins.backup;

import dev.lifeboat.builtins.backup.Restoration.LogPlan;
import dev.lifeboat.builtins.backup.Restoration.Phase;
import dev.lifeboat.builtins.backup.Restoration.RestoreState;
import dev.lifeboat.builtins.inventory.Inventory;
import dev.lifeboat.builtins.mysql.GtidSet;
import dev.lifeboat.builtins.mysql.MySqlServer;
import dev.lifeboat.interpreter.builtin.Call;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.value.Texts;
import java.util.Optional;

/** Decides which archived transactions a restored server is to execute, has it done, and proves that it has just those. */
final class LogRecovery {
    private final Call call;
    private final MySqlServer server;
    private final String cluster;
    private final RestoreState restored;
    private final String store;
    private final LogChain chain;

    /** @param store where nothing is said that of the backup which was restored */
    LogRecovery(Call call, Inventory inventory, MySqlServer server, Optional<String> store) {
        this.call = call;
        this.server = server;
        this.cluster = LogKeeping.clusterOf(inventory, server.name());
        this.restored = call.port(Restoration.class, server.name()).state();
        this.store = store.or(() -> restored.backup().map(Restoration.Backup::store))
                .orElseThrow(() -> refused("it was not restored from a backup", "Call `backup.restore` first."));
        this.chain = LogChain.of(archive().logs(cluster));
    }

    private LogArchive archive() {
        return call.port(LogArchive.class, store);
    }

    /** @return what the server has executed in the end */
    GtidSet apply(Optional<GtidSet> before, GtidSet without) {
        refuseUnfit();
        before.ifPresent(this::refuseSeveral);
        GtidSet goal = before.map(edge -> archive().before(cluster, edge)).orElseGet(() -> end(without));
        GtidSet executed = restored.executed();
        refuseGone(executed, before.orElse(GtidSet.EMPTY).union(without), goal);
        refuseOwn(goal);
        GtidSet wanted = goal.subtract(executed).subtract(without);
        refuseHole(wanted);
        if (!wanted.isEmpty() || restored.phase() == Phase.APPLYING) {
            call.port(Restoration.class, server.name()).apply(new LogPlan(store, cluster, wanted));
        }
        return proven(goal.subtract(without).union(executed), wanted);
    }

    private void refuseUnfit() {
        if (restored.phase() == Phase.NONE || restored.phase() == Phase.LOADING) {
            throw refused(restored.phase() == Phase.NONE
                    ? "it was not restored from a backup"
                    : "it is half restored", "Call `backup.restore` first.");
        }
        if (server.state().readOnly().writable()) {
            throw refused("it takes writes: from then on it has a history of its own",
                    "Apply binary logs before it is promoted, or restore again.");
        }
        if (!server.channels().isEmpty()) {
            throw refused("it follows another server", "Restore into a server that follows nobody.");
        }
    }

    private void refuseSeveral(GtidSet edge) {
        if (edge.count() != 1) {
            throw refused("`before` has to be one transaction, and names " + Texts.count(edge.count(), "transaction"),
                    "Name the first one that must not be there; leave others out by `without:`.");
        }
    }

    /** Of several servers' logs one has to have all that the others have: else somebody must say which history counts. */
    private GtidSet end(GtidSet without) {
        GtidSet all = chain.known();
        GtidSet longest = chain.servers().stream().map(chain::known)
                .max(java.util.Comparator.comparingLong(GtidSet::count))
                .orElseThrow(() -> refused("store `" + store + "` has no binary logs of `" + cluster + "`",
                        "`backup.binlogs` brings them."));
        GtidSet parted = all.subtract(longest).subtract(without);
        if (!parted.isEmpty()) {
            throw refused("the servers whose logs are in store `" + store + "` have gone different ways: " + parted
                    + " stands in the logs of one, and another that is further does not have it",
                    "Say how far with `before:`, or leave that out with `without:`.");
        }
        return longest;
    }

    /** What was executed is passed over silently, whatever was in it: so nothing of the kind may be there. */
    private void refuseGone(GtidSet executed, GtidSet unwanted, GtidSet goal) {
        GtidSet bad = executed.intersect(unwanted);
        if (!bad.isEmpty()) {
            throw refused("it has already executed what must not be there, " + bad,
                    "Restore a backup from before that: `backup.last_good(before: …)` finds one.");
        }
        GtidSet foreign = executed.subtract(goal);
        if (!foreign.isEmpty()) {
            throw refused("it has executed what does not belong to that history, " + foreign,
                    "Restore again, into a server that nobody else reaches.");
        }
    }

    private void refuseOwn(GtidSet goal) {
        String own = server.state().identity().uuid();
        GtidSet written = goal.from(own);
        if (!written.isEmpty()) {
            throw refused("it wrote a part of that history itself, " + written
                    + ": what it writes next would have GTIDs that others know as something else",
                    "Stop it, remove `auto.cnf` from its data folder, so that it gets another `server_uuid`, and restore again.");
        }
    }

    private void refuseHole(GtidSet wanted) {
        GtidSet missing = LogWay.of(chain, wanted).missing();
        if (!missing.isEmpty()) {
            throw refused("the archive in store `" + store + "` has a hole: " + missing
                    + (chain.holds().contains(missing) ? " stands behind it" : " is in none of its logs"),
                    "`backup.chain` says which server still has them; archive that one's logs. Or recover to before them only.");
        }
    }

    private GtidSet proven(GtidSet goal, GtidSet wanted) {
        GtidSet executed = call.port(Restoration.class, server.name()).state().executed();
        if (!executed.equals(goal)) {
            throw Failure
                    .unknown("`" + server.name() + "` was to have " + goal + " in the end, and has " + executed + ".")
                    .hint("Apply again; where that does not help, restore again.");
        }
        call.did(server.name(), wanted.isEmpty()
                ? "has all that was to be applied"
                : "has executed " + Texts.count(wanted.count(), "archived transaction") + ": " + wanted);
        return executed;
    }

    private Failure refused(String why, String hint) {
        return Failure.of("No binary logs are applied to `" + server.name() + "`: " + why + ".").hint(hint);
    }
}
