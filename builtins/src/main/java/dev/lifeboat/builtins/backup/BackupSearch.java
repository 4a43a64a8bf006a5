package dev.lifeboat.builtins.backup;

import dev.lifeboat.builtins.inventory.Inventory;
import dev.lifeboat.builtins.mysql.GtidSet;
import dev.lifeboat.interpreter.builtin.Call;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.value.Texts;
import dev.lifeboat.interpreter.value.Value;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Looks for full backups in all stores of the inventory. */
record BackupSearch(Call call, Inventory inventory) {

    /** The oldest first; of copies that of the store that the inventory names first is the first. */
    List<Manifest> all(String cluster) {
        List<Manifest> found = new ArrayList<>();
        for (String store : inventory.stores().sequencedKeySet()) {
            try {
                FullBackups backups = call.port(FullBackups.class, store);
                found.addAll(backups.manifests(cluster));
                backups.strays(cluster).forEach(stray -> call.did(store, stray.folder() + ": " + stray.why()));
            } catch (Failure unreadable) {
                call.did(store, "left out: " + unreadable.getMessage());
            }
        }
        return found.stream().sorted(Comparator.comparing(Manifest::began)).toList();
    }

    /** @param before transactions, or a time */
    Manifest lastGood(Value before) {
        String cluster = cluster();
        List<Manifest> candidates = all(cluster).stream().filter(isBefore(before))
                .sorted(Comparator.comparing(Manifest::began).reversed()).toList();
        Map<String, Map<String, Verification>> known = new LinkedHashMap<>();
        return candidates.stream().filter(one -> isSound(one, known)).findFirst()
                .orElseThrow(() -> none(cluster, candidates));
    }

    private static Predicate<Manifest> isBefore(Value before) {
        return switch (before) {
            case Value.Timestamp(Instant time) -> one -> !one.ended().isAfter(time);
            case Value.Handle handle when handle.type().equals("gtids") -> {
                GtidSet unwanted = GtidSet.parse(handle.text());
                yield one -> unwanted.intersect(one.executed()).isEmpty();
            }
            default -> throw Failure.of("`backup.last_good` can't tell what is before `" + Texts.of(before) + "`.")
                    .hint("Name transactions, such as `gtids(\"…\")`, or a time.");
        };
    }

    private static Failure none(String cluster, List<Manifest> candidates) {
        return Failure.of("No store has a sound full backup of `" + cluster + "` of before that"
                + (candidates.isEmpty() ? "." : ": " + candidates.size() + " were found, and none of them is sound."))
                .hint("A delayed replica may still be before it: `mysql.panic`. Else look for tapes, and for copies elsewhere.");
    }

    private String cluster() {
        return call.named("cluster")
                .map(cluster -> ((Value.Fields) cluster).fields().get("name") instanceof Value.Text name
                        ? name.value()
                        : null)
                .orElseThrow(
                        () -> Failure.of("The run is about no cluster, so that nobody knows whose backups are meant.")
                                .hint("Start it with `--cluster`."));
    }

    /** What was noted counts: reading all again can take longer than there is. */
    private boolean isSound(Manifest manifest, Map<String, Map<String, Verification>> known) {
        Verification noted = known.computeIfAbsent(manifest.store(), store -> noted(store, manifest.cluster()))
                .get(manifest.id());
        Verification found = noted != null ? noted : verified(manifest);
        call.did(manifest.store(), manifest.id() + (found.sound() ? " is sound" : " is not sound: " + found.complaint())
                + ", read " + (noted != null ? "before" : "now"));
        return found.sound();
    }

    private Verification verified(Manifest manifest) {
        try {
            return call.port(FullBackups.class, manifest.store()).verify(manifest.id());
        } catch (Failure unreadable) {
            return Verification.damaged(manifest.id(), call.now(), unreadable.getMessage(), unreadable.hint());
        }
    }

    private Map<String, Verification> noted(String store, String cluster) {
        Map<String, Verification> noted = new LinkedHashMap<>();
        call.port(FullBackups.class, store).verifications(cluster).forEach(one -> noted.put(one.backup(), one));
        return noted;
    }
}
