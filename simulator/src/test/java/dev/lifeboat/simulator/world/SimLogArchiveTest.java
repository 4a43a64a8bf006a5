package dev.lifeboat.simulator.world;

import dev.lifeboat.builtins.backup.LogArchive;
import dev.lifeboat.builtins.backup.LogArchiveContract;
import dev.lifeboat.builtins.mysql.GtidSet;
import dev.lifeboat.simulator.model.RowChange;
import java.time.Duration;

/** The contract of archived binary logs, on the model. */
class SimLogArchiveTest extends LogArchiveContract {
    private static final Duration TO_APPLY = Duration.ofSeconds(5);
    private final Simulation simulation = Stories.play("start_run: 5s");
    private long orders = 1_000_000;

    private LogArchive archive(String store) {
        return simulation.ports().find(LogArchive.class, store).orElseThrow();
    }

    @Override
    protected LogArchive archive() {
        return archive("san");
    }

    @Override
    protected LogArchive elsewhere() {
        return archive("s3");
    }

    @Override
    protected GtidSet write() {
        return Stories.written(simulation, "db1", RowChange.insert("shop.orders", ++orders, "an order"));
    }

    @Override
    protected void awaitApplied() {
        simulation.clock().sleep(TO_APPLY);
    }

    @Override
    protected void purge(String server) {
        simulation.model().change(() -> simulation.model().server(server).orElseThrow().purgeBinlog());
    }
}
