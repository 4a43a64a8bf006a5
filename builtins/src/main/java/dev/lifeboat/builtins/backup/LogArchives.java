package dev.lifeboat.builtins.backup;

import dev.lifeboat.builtins.inventory.Inventory;
import dev.lifeboat.builtins.inventory.StorePlan;
import dev.lifeboat.builtins.mysql.Cluster;
import dev.lifeboat.builtins.store.Store;
import dev.lifeboat.interpreter.builtin.Call;
import dev.lifeboat.interpreter.builtin.Failure;
import java.util.List;
import java.util.Map;

/** Looks which stores have binary logs of a cluster. */
record LogArchives(Call call, Inventory inventory, Cluster cluster) {

    List<Store> find() {
        return inventory.stores().entrySet().stream().filter(store -> isAtHand(store.getValue().plan()))
                .map(Map.Entry::getKey).filter(this::has).map(store -> call.port(Store.class, store)).toList();
    }

    /** Somebody has to fetch a tape. */
    private static boolean isAtHand(StorePlan plan) {
        return switch (plan) {
            case StorePlan.Directory any -> true;
            case StorePlan.S3 any -> true;
            case StorePlan.Tape any -> false;
        };
    }

    private boolean has(String store) {
        try {
            return !call.port(LogArchive.class, store).logs(cluster.name()).isEmpty();
        } catch (Failure unreadable) {
            call.did(store, "left out: " + unreadable.getMessage());
            return false;
        }
    }
}
