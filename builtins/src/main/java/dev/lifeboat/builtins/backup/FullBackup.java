package dev.lifeboat.builtins.backup;

import dev.lifeboat.builtins.backup.FullBackups.Order;
import dev.lifeboat.builtins.inventory.Inventory;
import dev.lifeboat.builtins.mysql.MySqlServer;
import dev.lifeboat.builtins.mysql.instance.DumpOrigin;
import dev.lifeboat.interpreter.builtin.Call;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.value.Texts;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Takes a full backup of a server into a store, and looks before and after whether it is one of the cluster's data. */
record FullBackup(Call call, Inventory inventory, MySqlServer server, String store) {

    Manifest take() {
        DumpOrigin origin = new DumpOrigin(call, inventory, server);
        DumpOrigin.Examined examined = origin.examine();
        Instant began = call.now().truncatedTo(ChronoUnit.SECONDS);
        String id = new BackupId(examined.cluster(), began, server.name()).toString();
        call.inverse("remove backup " + id + " from " + store, "backup.discard", store, id);
        FullBackups backups = call.port(FullBackups.class, store);
        backups.take(new Order(id, examined.cluster(), server.name(), examined.uuid(), examined.version(),
                examined.epoch(), began));
        Manifest manifest = backups.manifest(id).orElseThrow(() -> Failure
                .unknown("Backup `" + id + "` was taken, and store `" + store + "` does not have it.")
                .hint("Look whether something else removes objects there, then take it again."));
        refuseErrant(origin, backups, manifest);
        long rows = manifest.tables().stream().mapToLong(Manifest.TableRows::rows).sum();
        call.did(server.name(),
                "full backup " + id + " in " + store + ": " + rows + " rows, " + Texts.of(manifest.size())
                        + " of SQL in " + Texts.of(manifest.stored()));
        return manifest;
    }

    /** A transaction that came from nowhere may have come while it was taken. */
    private void refuseErrant(DumpOrigin origin, FullBackups backups, Manifest manifest) {
        try {
            origin.refuseErrant(manifest.executed(), "had");
        } catch (Failure errant) {
            backups.remove(manifest.id());
            throw errant;
        }
    }
}
