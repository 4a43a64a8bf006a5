package dev.lifeboat.simulator.world;

import dev.lifeboat.builtins.backup.BackupId;
import dev.lifeboat.builtins.backup.FullBackups;
import dev.lifeboat.builtins.backup.FullBackups.Order;
import dev.lifeboat.builtins.backup.LogArchive;
import dev.lifeboat.builtins.backup.Manifest;
import dev.lifeboat.builtins.backup.Restoration;
import dev.lifeboat.builtins.backup.RestorationContract;
import dev.lifeboat.builtins.mysql.GtidSet;
import dev.lifeboat.builtins.mysql.MySqlServer;
import dev.lifeboat.builtins.mysql.MySqlServer.ReadOnly;
import dev.lifeboat.simulator.model.RowChange;
import java.time.Instant;
import java.util.Optional;

/** The contract of restores, on the model: into the spare of the example. */
class SimRestorationTest extends RestorationContract {
    private static final Instant TWO = Instant.parse("2026-11-27T02:00:00Z");
    private final Simulation simulation = Stories.play("start_run: 5s");
    private final Manifest manifest = taken();
    private long orders = 1_000_000;

    private <P> P port(Class<P> kind, String name) {
        return simulation.ports().find(kind, name).orElseThrow();
    }

    private Manifest taken() {
        var db2 = simulation.model().server("db2").orElseThrow();
        String id = new BackupId("ecommerce", TWO, "db2").toString();
        FullBackups backups = port(FullBackups.class, "san");
        backups.take(new Order(id, "ecommerce", "db2", db2.uuid(), db2.identity().version(), "", TWO));
        return backups.manifest(id).orElseThrow();
    }

    @Override
    protected Restoration restoration() {
        return port(Restoration.class, "new1");
    }

    @Override
    protected Manifest manifest() {
        return manifest;
    }

    @Override
    protected GtidSet archived() {
        GtidSet written = Stories.written(simulation, "db1", RowChange.insert("shop.orders", ++orders, "an order"));
        port(LogArchive.class, "san").archive("ecommerce", "db1");
        return written;
    }

    @Override
    protected void open() {
        port(MySqlServer.class, "new1").setReadOnly(
                new ReadOnly(true, false, Optional.empty(), Optional.of(true)));
    }
}
