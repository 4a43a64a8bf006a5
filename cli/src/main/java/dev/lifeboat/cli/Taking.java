package dev.lifeboat.cli;

import dev.lifeboat.builtins.inventory.Inventory.LeasePlace;
import dev.lifeboat.cli.files.InventoryFile;
import dev.lifeboat.interpreter.lease.Claim;
import dev.lifeboat.interpreter.lease.FileLeaseStore;
import dev.lifeboat.interpreter.lease.Leases;
import dev.lifeboat.interpreter.lease.TakenLease;
import dev.lifeboat.interpreter.world.Clock;
import dev.lifeboat.interpreter.world.Lease;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

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
        Leases leases = new Leases(cluster,
                FileLeaseStore.open(folder(inventory), URLEncoder.encode(cluster, StandardCharsets.UTF_8)), clock);
        return switch (mode) {
            case SHARED -> leases.share(claim);
            case EXCLUSIVE -> from.<TakenLease>map(run -> leases.takeOver(claim, run, reason))
                    .orElseGet(() -> leases.acquire(claim));
        };
    }

    /** That of the inventory, which all operators share, or else that of this account. */
    private static Path folder(InventoryFile inventory) {
        return inventory.inventory().lease()
                .flatMap(place -> place instanceof LeasePlace.Folder named ? Optional.of(named) : Optional.empty())
                .map(named -> inventory.folder().resolve(named.directory())).orElseGet(RunsFolder::leases);
    }
}
