package dev.lifeboat.builtins.backup;

import dev.lifeboat.builtins.backup.FullBackups.Stray;
import dev.lifeboat.builtins.store.ObjectStore;
import dev.lifeboat.builtins.store.StoredObject;
import dev.lifeboat.interpreter.builtin.Failure;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/** What lies in a store where full backups lie, read and not judged. */
record Shelf(ObjectStore store) {
    private static final String DRILLS = "/drills/";
    /** Of what is meant to be read at once; a manifest of ten thousand tables has less than one. */
    private static final int MOST_BYTES = 64 * 1024 * 1024;
    /** What has no manifest may be being taken just now; between its data and its manifest is no more than a moment. */
    private static final Duration MAY_BE_BEGUN = Duration.ofHours(1);

    /** All places of a cluster, with what lies in each. The archived logs beside them are not read through: a stream makes many. */
    SequencedMap<BackupPlace, List<StoredObject>> places(String cluster) {
        SequencedMap<BackupPlace, List<StoredObject>> places = new LinkedHashMap<>();
        for (String server : store.folders(cluster)) {
            for (StoredObject object : store.list(BackupPlace.folderOf(cluster, server))) {
                BackupPlace.ofObject(object.name())
                        .ifPresent(place -> places.computeIfAbsent(place, first -> new ArrayList<>()).add(object));
            }
        }
        return places;
    }

    /** Where a backup lies, or what is left of one. */
    Optional<BackupPlace> place(String id) {
        return places(BackupId.parse(id).cluster()).sequencedKeySet().stream()
                .filter(place -> place.id().equals(id)).findFirst();
    }

    /** @throws Failure where there is nothing of that id */
    BackupPlace need(String id) {
        return place(id).orElseThrow(() -> Failure.of("Store `" + store.name() + "` has no backup `" + id + "`.")
                .hint("It may have been pruned, or lie in another store: `backup.list(cluster)` says what there is."));
    }

    List<Manifest> manifests(String cluster) {
        return places(cluster).sequencedKeySet().stream().flatMap(place -> manifest(place).stream())
                .sorted(Comparator.comparing(Manifest::began).thenComparing(Manifest::id)).toList();
    }

    /** Empty also where what lies there is no manifest of this place. */
    Optional<Manifest> manifest(BackupPlace place) {
        return bytes(place.manifest()).flatMap(text -> BackupText.read(text, Manifest.class))
                .filter(manifest -> BackupPlace.of(manifest).equals(place))
                .map(manifest -> manifest.in(store.name()));
    }

    List<Stray> strays(String cluster, Instant now) {
        List<Stray> strays = new ArrayList<>();
        places(cluster).forEach((place, objects) -> stray(place, objects, now).ifPresent(strays::add));
        return List.copyOf(strays);
    }

    private Optional<Stray> stray(BackupPlace place, List<StoredObject> objects, Instant now) {
        if (objects.stream().noneMatch(object -> object.name().equals(place.manifest()))) {
            boolean settled = objects.stream()
                    .allMatch(object -> object.written().isBefore(now.minus(MAY_BE_BEGUN)));
            return settled
                    ? Optional.of(new Stray(place.folder(), "It has no manifest: taking it was not brought to its end, "
                            + "or removing it."))
                    : Optional.empty();
        }
        return manifest(place).isPresent()
                ? Optional.empty()
                : Optional.of(new Stray(place.folder(), "Its manifest can't be read as one of this place."));
    }

    /** What has no manifest; what has one that can't be read is for people to look at. */
    void sweep(String cluster, Instant now) {
        places(cluster).forEach((place, objects) -> {
            if (stray(place, objects, now).isPresent() && store.find(place.manifest()).isEmpty()) {
                remove(place);
            }
        });
    }

    void remove(BackupPlace place) {
        place.objects().forEach(store::delete);
    }

    List<Verification> verifications(String cluster) {
        return places(cluster).sequencedKeySet().stream()
                .flatMap(place -> bytes(place.checked()).flatMap(text -> BackupText.read(text, Verification.class))
                        .stream())
                .toList();
    }

    List<Drill> drills(String cluster) {
        return store.list(cluster + DRILLS).stream()
                .flatMap(object -> bytes(object.name()).flatMap(text -> BackupText.read(text, Drill.class)).stream())
                .sorted(Comparator.comparing(Drill::at)).toList();
    }

    void record(Drill drill) {
        store.replace(drill.cluster() + DRILLS + new BackupId(drill.cluster(), drill.at(), drill.server()) + ".json",
                BackupText.of(drill));
    }

    /** A small object. */
    Optional<byte[]> bytes(String object) {
        if (store.find(object).isEmpty()) {
            return Optional.empty();
        }
        try (InputStream in = store.read(object, 0)) {
            return Optional.of(in.readNBytes(MOST_BYTES));
        } catch (IOException e) {
            throw Failure.of("Object `" + object + "` of store `" + store.name() + "` can't be read: "
                    + e.getMessage() + ".").because(e);
        }
    }
}
