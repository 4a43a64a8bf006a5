package dev.lifeboat.builtins;

import dev.lifeboat.builtins.backup.FullBackups;
import dev.lifeboat.builtins.backup.JdbcRestoreTarget;
import dev.lifeboat.builtins.backup.LogApplication;
import dev.lifeboat.builtins.backup.LogArchive;
import dev.lifeboat.builtins.backup.MySqlDumper;
import dev.lifeboat.builtins.backup.MySqlLoader;
import dev.lifeboat.builtins.backup.MySqlLogApplier;
import dev.lifeboat.builtins.backup.Restoration;
import dev.lifeboat.builtins.backup.Seal;
import dev.lifeboat.builtins.backup.SealKeys;
import dev.lifeboat.builtins.backup.ServerRestoration;
import dev.lifeboat.builtins.backup.SoundBackups;
import dev.lifeboat.builtins.backup.StoredBackups;
import dev.lifeboat.builtins.backup.StoredLogs;
import dev.lifeboat.builtins.backup.TinkSeal;
import dev.lifeboat.builtins.inventory.Inventory;
import dev.lifeboat.builtins.inventory.Secrets;
import dev.lifeboat.builtins.store.ObjectStore;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.world.Clock;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The ports of backups on real stores and real servers.
 *
 * @param objects  what moves the bytes of a store
 * @param progress hears how far what takes long has come
 */
record RealBackups(Inventory inventory, Function<String, Optional<ObjectStore>> objects, Secrets secrets,
        RealServers servers, Clock clock, String run, Consumer<String> progress) {

    Optional<FullBackups> full(String store) {
        return stored(store).map(backups -> backups);
    }

    private Optional<StoredBackups> stored(String store) {
        return objects.apply(store).map(found -> new StoredBackups(new StoredBackups.Parts(found, seal(store),
                server -> new MySqlDumper(servers.login(server), clock), this::stored, clock, progress)));
    }

    Optional<LogArchive> logs(String store) {
        return storedLogs(store).map(logs -> logs);
    }

    private Optional<StoredLogs> storedLogs(String store) {
        return objects.apply(store).map(found -> new StoredLogs(found, seal(store), servers::logFeed,
                other -> objects.apply(other).orElseThrow(() -> unknown(other)), clock, progress));
    }

    Optional<Restoration> restoration(String server) {
        return servers.instance(server).map(instance -> {
            JdbcRestoreTarget target = new JdbcRestoreTarget(servers.session(server), instance);
            MySqlLoader loader = new MySqlLoader(servers.login(server), clock);
            return new ServerRestoration(target, loader,
                    store -> new SoundBackups(stored(store).orElseThrow(() -> unknown(store))),
                    new LogApplication(target,
                            new MySqlLogApplier(loader), from -> storedLogs(from).orElseThrow(() -> unknown(from)),
                            clock, progress),
                    clock, run, progress);
        });
    }

    private Seal seal(String store) {
        return new TinkSeal(() -> keys(store));
    }

    private SealKeys keys(String store) {
        String name = Optional.ofNullable(inventory.stores().get(store)).flatMap(Inventory.Store::key)
                .orElseThrow(() -> Failure
                        .of("Store `" + store + "` has no key: nothing is kept there that is not sealed.")
                        .hint("Make one by `lifeboat backup-key new`, and name its secret as `key:` of the store."));
        return SealKeys.parse(secrets.fetch(inventory.secrets().get(name), "store `" + store + "`"),
                "secret `" + name + "`");
    }

    private static Failure unknown(String store) {
        return Failure.of("The inventory has no store `" + store + "`.").hint("Name one that stands under `stores:`.");
    }
}
