package dev.lifeboat.builtins.backup;

import static dev.lifeboat.interpreter.builtin.Effect.CHANGES;
import static dev.lifeboat.interpreter.builtin.Effect.DESTROYS;
import static dev.lifeboat.interpreter.builtin.Effect.PROBES;

import dev.lifeboat.interpreter.builtin.PortEffect;
import dev.lifeboat.interpreter.builtin.Probe;
import dev.lifeboat.interpreter.builtin.Seen;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The full backups of one store. A backup is there when its manifest is: that is written last, and removed first. */
public interface FullBackups {

    /** The store, as the inventory calls it. */
    String name();

    /** Those of a cluster, the oldest first. What has no manifest that can be read is in {@link #strays}. */
    List<Manifest> manifests(String cluster);

    /** One of them by its {@link BackupId}. */
    Optional<Manifest> manifest(String id);

    /** What lies where backups of the cluster lie and is none. */
    List<Stray> strays(String cluster);

    /** The last look of {@link #verify} at each backup of a cluster. */
    List<Verification> verifications(String cluster);

    /**
     * Takes one, in one stream from the server into the store. A backup of that id is not replaced.
     *
     * @throws dev.lifeboat.interpreter.builtin.Failure where it could not be taken whole; nothing is left of it then
     */
    @PortEffect(value = CHANGES,
            privileges = {"SELECT", "RELOAD", "PROCESS", "REPLICATION CLIENT", "SHOW VIEW", "TRIGGER", "EVENT"})
    @Probe("taken")
    void take(Order order);

    /** Reads all of it, and keeps a note of what came out. Damage is an answer, a store that can't be read a failure. */
    @PortEffect(PROBES)
    @Probe("verifiable")
    Verification verify(String id);

    /** Does nothing where there is none. */
    @PortEffect(DESTROYS)
    @Probe("removed")
    void remove(String id);

    /** Removes those of {@link #strays} that have no manifest. */
    @PortEffect(DESTROYS)
    @Probe("swept")
    void sweep(String cluster);

    /** Copies one as it is, sealed, to another store, whose key has to open it, and looks that it has arrived. */
    @PortEffect(CHANGES)
    @Probe("copied")
    void copy(String id, String store);

    /** Whether another store has it, whole as far as its manifest tells. */
    boolean isIn(String id, String store);

    /** How restores of backups of a cluster went, the oldest first. */
    List<Drill> drills(String cluster);

    /** Keeps how a restore went. */
    @PortEffect(PROBES)
    @Probe("recorded")
    void record(Drill drill);

    default Seen taken(Order order) {
        return Seen.done(manifest(order.id()).isPresent());
    }

    default Seen verifiable(String id) {
        return Seen.REPEATABLE;
    }

    default Seen removed(String id) {
        return Seen.done(manifest(id).isEmpty());
    }

    default Seen swept(String cluster) {
        return Seen.REPEATABLE;
    }

    default Seen copied(String id, String store) {
        return Seen.done(isIn(id, store));
    }

    default Seen recorded(Drill drill) {
        return Seen.done(drills(drill.cluster()).contains(drill));
    }

    /**
     * A backup that is wanted, and what is known beforehand of the server that it is taken from.
     *
     * @param id    see {@link BackupId}
     * @param epoch that the server is in; empty where it has none
     */
    record Order(String id, String cluster, String server, String serverUuid, String serverVersion, String epoch,
            Instant began) {}

    /**
     * An object, or what is left of a backup, that is no backup.
     *
     * @param folder where it lies in the store
     * @param why    a sentence
     */
    record Stray(String folder, String why) {}
}
