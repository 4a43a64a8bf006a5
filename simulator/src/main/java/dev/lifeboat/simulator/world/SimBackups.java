package dev.lifeboat.simulator.world;

import dev.lifeboat.builtins.backup.Dumper;
import dev.lifeboat.builtins.backup.Loader;
import dev.lifeboat.builtins.backup.LogApplier;
import dev.lifeboat.builtins.backup.LogFeed;
import dev.lifeboat.builtins.backup.Seal;
import dev.lifeboat.builtins.inventory.StorePlan;
import dev.lifeboat.builtins.store.ObjectStore;
import dev.lifeboat.interpreter.builtin.IdentityGuard;
import dev.lifeboat.simulator.model.Server;
import java.util.Optional;

/** The parts of backups, simulated. */
record SimBackups(SimWorld world, IdentityGuard guard) {

    Optional<ObjectStore> objects(String store) {
        return world.model().storage().depot(store).map(depot -> new SimObjectStore(depot, world.model()::now,
                world.spending(), rate(store), world.weight()));
    }

    private Rate rate(String store) {
        return switch (world.inventory().stores().get(store).plan()) {
            case StorePlan.Directory any -> Rate.DIRECTORY;
            case StorePlan.S3 any -> Rate.S3;
            case StorePlan.Tape any -> Rate.TAPE;
        };
    }

    Optional<Seal> seal(String store) {
        return world.model().storage().depot(store).map(depot -> new SimSeal(store, depot.keys()));
    }

    Optional<Dumper> dumper(String server) {
        return world.model().server(server).map(found -> new SimDumper(world, found, session(found)));
    }

    Optional<Loader> loader(String server) {
        return world.model().server(server).map(found -> new SimLoader(world, found, session(found)));
    }

    Optional<LogFeed> feed(String server) {
        return world.model().server(server).map(found -> new SimLogFeed(found, session(found)));
    }

    Optional<LogApplier> applier(String server) {
        return world.model().server(server).map(found -> new SimLogApplier(world, found, session(found)));
    }

    private SimSession session(Server server) {
        return new SimSession(world.model(), server, world.spending(), guard);
    }
}
