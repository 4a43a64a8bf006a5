package dev.lifeboat.builtins.backup;

import static dev.lifeboat.interpreter.builtin.Effect.CHANGES;
import static dev.lifeboat.interpreter.builtin.Effect.DESTROYS;
import static dev.lifeboat.interpreter.builtin.Effect.OBSERVES;
import static dev.lifeboat.interpreter.builtin.Effect.PROBES;

import dev.lifeboat.builtins.inventory.Inventory;
import dev.lifeboat.builtins.mysql.Cluster;
import dev.lifeboat.builtins.mysql.MySqlServer;
import dev.lifeboat.builtins.store.Store;
import dev.lifeboat.interpreter.builtin.Builtin;
import dev.lifeboat.interpreter.builtin.Call;
import dev.lifeboat.interpreter.builtin.Doc;
import dev.lifeboat.interpreter.builtin.Namespace;
import dev.lifeboat.interpreter.value.Value;
import java.util.List;

/** How full backups are taken, looked at, copied and let go. */
@Namespace(value = "backup", doc = "Full backups and archived binary logs: taken, proven, brought back.")
public final class BackupBuiltins {
    private final Inventory inventory;

    public BackupBuiltins(Inventory inventory) {
        this.inventory = inventory;
    }

    @Builtin(effect = CHANGES,
            doc = """
                    Takes a full backup of a server in one stream, compressed on all cores and sealed with the store's key; no plain data touch a disk. \
                    Best of a replica. Refuses a server that does not replicate as it should, or has transactions that its primary has not.""",
            example = "let manifest = backup.full(db2, to: store(\"san\"))",
            privileges = {"SELECT", "RELOAD", "PROCESS", "REPLICATION CLIENT", "SHOW VIEW", "TRIGGER", "EVENT"})
    public Manifest full(Call call, @Doc("The server.") MySqlServer server, @Doc("The store.") Store to) {
        return new FullBackup(call, inventory, server, to.name()).take();
    }

    @Builtin(effect = OBSERVES,
            doc = "The full backups of a cluster in all stores of the inventory, the oldest first. A store that can't be read is told and left out.",
            example = "let all = backup.list(cluster)")
    public List<Manifest> list(Call call, @Doc("The cluster.") Cluster cluster) {
        return new BackupSearch(call, inventory).all(cluster.name());
    }

    @Builtin(effect = PROBES,
            doc = """
                    Reads all of a full backup and says whether it could be restored: its manifest is compared with its sealed copy, its data with their sum, and what is in them with what the manifest says. \
                    Damage is an answer, with what is wrong and what to do instead; what came out is noted in the store, for `backup.last_good`.""",
            example = "require backup.verify(back_up.manifest).sound")
    public Verification verify(Call call, @Doc("The backup.") Manifest manifest) {
        Verification found = call.port(FullBackups.class, manifest.store()).verify(manifest.id());
        call.did(manifest.store(),
                manifest.id() + (found.sound() ? " is sound" : " is NOT sound: " + found.complaint()));
        return found;
    }

    @Builtin(effect = PROBES,
            doc = """
                    The newest sound full backup of the run's cluster, in any store, that does not contain any of some transactions, or was complete before some time. \
                    One that was verified before counts as that said; one that never was is read now.""",
            example = "let good = backup.last_good(before: pick.bad)")
    public Manifest lastGood(Call call,
            @Doc("The transactions that it must not contain, such as the first bad one; or the time before which it was complete.") Value before) {
        return new BackupSearch(call, inventory).lastGood(before);
    }

    @Builtin(effect = CHANGES,
            doc = """
                    Copies a full backup to another store, sealed as it is, and verifies it there. What has arrived before is not copied again. \
                    Refuses where the other store's key could not open it.""",
            example = "backup.copy(back_up.manifest, to: store(\"s3\"))")
    public void copy(Call call, @Doc("The backup.") Manifest manifest,
            @Doc("The store that it is copied to.") Store to) {
        FullBackups backups = call.port(FullBackups.class, manifest.store());
        if (!backups.isIn(manifest.id(), to.name())) {
            call.inverse("remove the copy of " + manifest.id() + " from " + to.name(), "backup.discard", to.name(),
                    manifest.id());
        }
        backups.copy(manifest.id(), to.name());
        call.did(to.name(), "has a copy of " + manifest.id() + " of " + manifest.store());
    }

    @Builtin(effect = DESTROYS, inverse = false,
            doc = """
                    Removes full backups and archived binary logs from a store that are older than the inventory's `keep`, and what was not brought to its end there. \
                    Keeps the newest backup, the newest that is known to be sound, the one that the oldest logs build on, and all logs since the newest that is known to be sound. \
                    Refuses while any server of a cluster is kept from purging its binary logs, as in an incident.""",
            example = "backup.prune(store(\"san\"))")
    public void prune(Call call, @Doc("The store.") Store store) {
        new Pruning(call, inventory, store.name()).prune();
    }

    @Builtin(effect = DESTROYS, internal = true, inverse = false, doc = "Removes a backup that this run has made.",
            example = "")
    public void discard(Call call, @Doc("The store.") String store, @Doc("The backup's name.") String id) {
        call.port(FullBackups.class, store).remove(id);
        call.did(store, "has no backup " + id + " any more");
    }
}
