package dev.lifeboat.cli;

import dev.lifeboat.builtins.RealStores;
import dev.lifeboat.builtins.inventory.Inventory.LeasePlace;
import dev.lifeboat.builtins.inventory.Secrets;
import dev.lifeboat.builtins.store.ObjectLeaseStore;
import dev.lifeboat.cli.files.InventoryFile;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.lease.Claim;
import dev.lifeboat.interpreter.lease.FileLeaseStore;
import dev.lifeboat.interpreter.lease.LeaseStore;
import dev.lifeboat.interpreter.lease.Leases;
import dev.lifeboat.interpreter.lease.TakenLease;
import dev.lifeboat.interpreter.run.RunOutcome;
import dev.lifeboat.interpreter.world.Clock;
import dev.lifeboat.interpreter.world.Lease;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

/**
 * How a run comes to the lease of its cluster.
 *
 * @param from   the run that it is taken from; empty where it has to be free
 * @param reason why, empty where nobody said
 * @param mode   shared for a run that only looks
 */
record Taking(Optional<String> from, String reason, Lease.Mode mode) {

    /** For a run that is carried on: where its process broke off, the lease is still its own. */
    static Taking fromItself(RecordedRun run, String reason, Lease.Mode mode) {
        return new Taking(Optional.of(run.began().run()), reason, mode);
    }

    /** @throws Lease.Refused where another run holds it */
    TakenLease lease(InventoryFile inventory, String cluster, Clock clock, Claim claim) {
        Leases leases = new Leases(cluster, store(inventory, cluster, clock), clock);
        return switch (mode) {
            case SHARED -> leases.share(claim);
            case EXCLUSIVE -> from.<TakenLease>map(run -> leases.takeOver(claim, run, reason))
                    .orElseGet(() -> leases.acquire(claim));
        };
    }

    /** Lets a run happen under its lease, and gives that back. Where it can't be given back the run has ended as it has all the same. */
    static RunOutcome under(TakenLease lease, Output output, Function<TakenLease, RunOutcome> run) {
        try {
            return run.apply(lease);
        } finally {
            giveBack(lease, output);
        }
    }

    private static void giveBack(TakenLease lease, Output output) {
        try {
            lease.close();
        } catch (Failure kept) {
            output.err().println("warning: The lease of cluster `" + lease.cluster() + "` was not given back: "
                    + kept.getMessage() + " The next run is refused, and says how it takes the lease over.");
            output.err().flush();
        }
    }

    /** That of the inventory, which all operators share, or else that of this account. */
    private static LeaseStore store(InventoryFile inventory, String cluster, Clock clock) {
        LeasePlace place = inventory.inventory().lease()
                .orElseGet(() -> new LeasePlace.Folder(RunsFolder.leases().toString()));
        return switch (place) {
            case LeasePlace.Folder(String directory) -> folder(inventory.folder().resolve(directory), cluster);
            case LeasePlace.InStore(String name) -> new ObjectLeaseStore(
                    new RealStores(inventory.inventory(), inventory.folder(), secrets(inventory), clock).objects(name)
                            .orElseThrow(),
                    cluster, folder(RunsFolder.leases(), cluster));
        };
    }

    /** What a person types is not asked for: a lease is looked at too often. */
    private static Secrets secrets(InventoryFile inventory) {
        return new Secrets(inventory.folder(), System.getenv(), text -> Optional.empty(), warning -> {});
    }

    private static LeaseStore folder(Path folder, String cluster) {
        return FileLeaseStore.open(folder, URLEncoder.encode(cluster, StandardCharsets.UTF_8));
    }
}
