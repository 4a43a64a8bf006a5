package dev.lifeboat.builtins.backup;

import dev.lifeboat.builtins.backup.Restoration.LoadTimes;
import dev.lifeboat.builtins.inventory.Inventory;
import dev.lifeboat.builtins.mysql.MySqlServer;
import dev.lifeboat.builtins.mysql.instance.Trial;
import dev.lifeboat.interpreter.builtin.Call;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.value.Texts;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A real restore into a spare: the only proof that a backup is one, and the only measure of how long a restore takes. */
record Rehearsal(Call call, Inventory inventory, Manifest manifest, MySqlServer spare) {

    Drill run(Optional<String> typed) {
        MySqlServer primary = primary();
        Instant at = call.now();
        LoadTimes took = new Restoring(call, inventory, manifest, spare).restore(typed);
        Trial trial = new Trial(call, inventory, spare, primary);
        Instant loaded = call.now();
        long transactions = trial.catchUp();
        Duration applied = Duration.between(loaded, call.now());
        boolean same = trial.sameData();
        trial.detach();
        Drill drill = drill(at, took, transactions, applied, same, primary);
        call.port(FullBackups.class, manifest.store()).record(drill);
        if (!same) {
            throw Failure.of("Backup `" + manifest.id() + "` was restored into `" + spare.name()
                    + "`, caught up with `" + primary.name() + "`, and does not have the same rows.")
                    .hint("It stays there, fenced, to be looked at. Don't rely on this backup, and look whether `"
                            + manifest.server() + "`, of which it was taken, has the same rows as `" + primary.name()
                            + "`: `mysql.same_data`.");
        }
        trial.wipe();
        call.did(spare.name(), "proved backup " + manifest.id() + ": it had the same rows as " + primary.name()
                + " after " + Texts.count(transactions, "transaction") + ", and is empty again");
        return drill;
    }

    private MySqlServer primary() {
        Inventory.Cluster cluster = Optional.ofNullable(inventory.clusters().get(manifest.cluster()))
                .orElseThrow(() -> Failure.of("Backup `" + manifest.id() + "` is of cluster `" + manifest.cluster()
                        + "`, which the inventory does not have.").hint("Take the inventory of that cluster."));
        if (!cluster.spares().containsKey(spare.name())) {
            throw Failure.of("No backup of cluster `" + manifest.cluster() + "` is rehearsed on `" + spare.name()
                    + "`: it is none of its spares.").hint("Name one that stands under `spares:`.");
        }
        return call.port(MySqlServer.class, cluster.primary());
    }

    private Drill drill(Instant at, LoadTimes took, long transactions, Duration applied, boolean same,
            MySqlServer primary) {
        return new Drill(manifest.id(), manifest.cluster(), spare.name(), at, manifest.size(), manifest.stored(),
                took.verified(), took.loaded(), transactions, applied, same,
                same ? "the same rows as " + primary.name() : "other rows than " + primary.name());
    }
}
