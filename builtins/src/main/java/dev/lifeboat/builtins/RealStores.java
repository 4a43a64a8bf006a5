package dev.lifeboat.builtins;

import dev.lifeboat.builtins.host.ShellCommand;
import dev.lifeboat.builtins.inventory.Inventory;
import dev.lifeboat.builtins.inventory.Secrets;
import dev.lifeboat.builtins.inventory.StorePlan;
import dev.lifeboat.builtins.store.DirectoryStore;
import dev.lifeboat.builtins.store.ObjectStore;
import dev.lifeboat.builtins.store.ObjectsOfStore;
import dev.lifeboat.builtins.store.S3Store;
import dev.lifeboat.builtins.store.Store;
import dev.lifeboat.builtins.store.TapeDrive;
import dev.lifeboat.builtins.store.TapeStore;
import dev.lifeboat.interpreter.world.Clock;
import java.nio.file.Path;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;

/**
 * The stores of an inventory, each by the adapter of its kind.
 *
 * @param folder where the inventory lies
 */
public record RealStores(Inventory inventory, Path folder, Secrets secrets, Clock clock) {

    Optional<Store> find(String name) {
        return objects(name).map(ObjectsOfStore::new);
    }

    /** What moves the bytes of a store; empty where the inventory has none of that name. */
    public Optional<ObjectStore> objects(String name) {
        return Optional.ofNullable(inventory.stores().get(name)).map(store -> objects(name, store.plan()));
    }

    private ObjectStore objects(String name, StorePlan plan) {
        return switch (plan) {
            case StorePlan.Directory(String path) -> new DirectoryStore(name, folder.resolve(path));
            case StorePlan.S3 s3 -> new S3Store(name, s3, access -> keys(name, access), clock);
            case StorePlan.Tape tape -> tape(name, tape, folder.resolve(tape.folder()));
        };
    }

    private ObjectStore tape(String name, StorePlan.Tape plan, Path mount) {
        return new TapeStore(new TapeDrive(name, plan, mount, new ShellCommand("this machine", clock)));
    }

    private AwsBasicCredentials keys(String name, StorePlan.Access access) {
        String purpose = "store `" + name + "`";
        return AwsBasicCredentials.create(secrets.fetch(access.id(), purpose),
                secrets.fetch(access.secret(), purpose));
    }
}
