package dev.lifeboat.builtins.backup;

import dev.lifeboat.builtins.store.ObjectStore;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.world.Clock;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** Full backups as objects of a store, real or simulated. */
public final class StoredBackups implements FullBackups {
    private final Parts parts;
    private final Shelf shelf;

    /**
     * What they are made of.
     *
     * @param dumper   of a server, by its name
     * @param elsewhere the backups of another store, by its name
     * @param progress hears how far what takes long has come
     */
    public record Parts(ObjectStore store, Seal seal, Function<String, Dumper> dumper,
            Function<String, Optional<StoredBackups>> elsewhere, Clock clock, Consumer<String> progress) {}

    public StoredBackups(Parts parts) {
        this.parts = parts;
        this.shelf = new Shelf(parts.store());
    }

    @Override
    public String name() {
        return parts.store().name();
    }

    Parts parts() {
        return parts;
    }

    Shelf shelf() {
        return shelf;
    }

    @Override
    public List<Manifest> manifests(String cluster) {
        return shelf.manifests(cluster);
    }

    @Override
    public Optional<Manifest> manifest(String id) {
        return shelf.place(id).flatMap(shelf::manifest);
    }

    @Override
    public List<Stray> strays(String cluster) {
        return shelf.strays(cluster, parts.clock().now());
    }

    @Override
    public List<Verification> verifications(String cluster) {
        return shelf.verifications(cluster);
    }

    @Override
    public void take(Order order) {
        if (manifest(order.id()).isPresent()) {
            throw Failure.of("Store `" + name() + "` has a backup `" + order.id() + "` already, which stays as it is.")
                    .hint("Take one of another name: a second later it has one.");
        }
        sweep(order.cluster());
        new BackupTaking(parts, order).take();
    }

    @Override
    public Verification verify(String id) {
        BackupPlace place = shelf.need(id);
        Verification verification = new BackupCheck(parts, shelf, place).look();
        parts.store().replace(place.checked(), BackupText.of(verification));
        return verification;
    }

    /** The dump in plain. It may be believed once it has been read to its end, which throws where it was damaged. */
    public InputStream sql(Manifest manifest) throws IOException {
        String dump = BackupPlace.of(manifest).dump();
        return parts.seal().open(parts.store().read(dump, 0), manifest.key(), dump);
    }

    @Override
    public void remove(String id) {
        shelf.place(id).ifPresent(shelf::remove);
    }

    @Override
    public void sweep(String cluster) {
        shelf.sweep(cluster, parts.clock().now());
    }

    @Override
    public void copy(String id, String store) {
        new BackupCopying(parts, shelf, elsewhere(store)).copy(shelf.need(id));
    }

    @Override
    public boolean isIn(String id, String store) {
        Optional<Manifest> there = elsewhere(store).manifest(id);
        return there.isPresent() && there.equals(manifest(id).map(own -> own.in(store)));
    }

    private StoredBackups elsewhere(String store) {
        return parts.elsewhere().apply(store)
                .orElseThrow(() -> Failure.of("The inventory has no store `" + store + "`.")
                        .hint("Name one that stands under `stores:`."));
    }

    @Override
    public List<Drill> drills(String cluster) {
        return shelf.drills(cluster);
    }

    @Override
    public void record(Drill drill) {
        shelf.record(drill);
    }
}
