package dev.lifeboat.simulator.world;

import dev.lifeboat.builtins.backup.BackupSource;
import dev.lifeboat.builtins.backup.Dumper;
import dev.lifeboat.builtins.backup.FullBackups;
import dev.lifeboat.builtins.backup.Loader;
import dev.lifeboat.builtins.backup.LogApplication;
import dev.lifeboat.builtins.backup.LogApplier;
import dev.lifeboat.builtins.backup.LogArchive;
import dev.lifeboat.builtins.backup.LogFeed;
import dev.lifeboat.builtins.backup.Restoration;
import dev.lifeboat.builtins.backup.RestoreTarget;
import dev.lifeboat.builtins.backup.Seal;
import dev.lifeboat.builtins.backup.ServerRestoration;
import dev.lifeboat.builtins.backup.SoundBackups;
import dev.lifeboat.builtins.backup.StoredBackups;
import dev.lifeboat.builtins.backup.StoredLogs;
import dev.lifeboat.builtins.inventory.StorePlan;
import dev.lifeboat.builtins.store.ObjectStore;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.builtin.IdentityGuard;
import dev.lifeboat.interpreter.world.Clock;
import dev.lifeboat.simulator.model.Depot;
import dev.lifeboat.simulator.model.Server;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The ports of backups: the classes of the real world, on parts of the model.
 *
 * @param clock    the world's, or one that stands where something is done that costs the run no time
 * @param progress hears how far what takes long has come
 */
record SimBackups(SimWorld world, IdentityGuard guard, Clock clock, Consumer<String> progress) {
    /** Nobody else restores anything here. */
    private static final String RUN = "";

    // Ports

    Optional<FullBackups> full(String store) {
        return stored(store).map(backups -> backups);
    }

    Optional<StoredBackups> stored(String store) {
        return depot(store).map(depot -> new StoredBackups(new StoredBackups.Parts(objects(depot), seal(depot),
                this::dumper, this::stored, clock, progress)));
    }

    Optional<LogArchive> logs(String store) {
        return archive(store).map(archive -> archive);
    }

    private Optional<StoredLogs> archive(String store) {
        return depot(store).map(depot -> new StoredLogs(objects(depot), seal(depot), this::feed,
                other -> objects(need(other)), clock, progress));
    }

    Optional<Restoration> restoration(String server) {
        return world.model().server(server)
                .map(found -> restoration(new SimRestoreTarget(world, found, session(found))));
    }

    private Restoration restoration(RestoreTarget target) {
        LogApplication application = new LogApplication(target, applier(target.name()),
                store -> archive(store).orElseThrow(() -> unknown(store)), clock, progress);
        return new ServerRestoration(target, loader(target.name()), store -> source(store), application, clock, RUN,
                progress);
    }

    private BackupSource source(String store) {
        return new SoundBackups(stored(store).orElseThrow(() -> unknown(store)));
    }

    // Parts

    private Optional<Depot> depot(String store) {
        return world.model().storage().depot(store);
    }

    private Depot need(String store) {
        return depot(store).orElseThrow(() -> unknown(store));
    }

    private static Failure unknown(String store) {
        return Failure.of("The inventory has no store `" + store + "`.");
    }

    ObjectStore objects(String store) {
        return objects(need(store));
    }

    private ObjectStore objects(Depot depot) {
        return new SimObjectStore(depot, world.model()::now, world.spending(), rate(depot.name()), world.weight());
    }

    private Rate rate(String store) {
        return switch (world.inventory().stores().get(store).plan()) {
            case StorePlan.Directory any -> Rate.DIRECTORY;
            case StorePlan.S3 any -> Rate.S3;
            case StorePlan.Tape any -> Rate.TAPE;
        };
    }

    private static Seal seal(Depot depot) {
        return new SimSeal(depot.name(), depot.keys());
    }

    Dumper dumper(String server) {
        return new SimDumper(world, server(server), session(server(server)));
    }

    Loader loader(String server) {
        return new SimLoader(world, server(server), session(server(server)));
    }

    LogFeed feed(String server) {
        return new SimLogFeed(server(server), session(server(server)));
    }

    LogApplier applier(String server) {
        return new SimLogApplier(world, server(server), session(server(server)));
    }

    private Server server(String name) {
        return world.model().server(name)
                .orElseThrow(() -> Failure.of("The inventory has no server `" + name + "`."));
    }

    private SimSession session(Server server) {
        return new SimSession(world.model(), server, world.spending(), guard);
    }
}
