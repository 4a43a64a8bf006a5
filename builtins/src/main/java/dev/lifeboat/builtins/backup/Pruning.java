package dev.lifeboat.builtins.backup;

import dev.lifeboat.builtins.inventory.Inventory;
import dev.lifeboat.builtins.inventory.Inventory.Keep;
import dev.lifeboat.builtins.mysql.MySqlServer;
import dev.lifeboat.interpreter.builtin.Call;
import dev.lifeboat.interpreter.builtin.Failure;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Lets go what a store keeps no longer, by the inventory. */
record Pruning(Call call, Inventory inventory, String store) {
    private static final Duration TO_ANSWER = Duration.ofSeconds(3);

    void prune() {
        Keep keep = inventory.stores().get(store).keep();
        if (keep.equals(Keep.EVERYTHING)) {
            call.did(store, "keeps everything: the inventory says nothing else");
            return;
        }
        inventory.clusters().forEach((name, cluster) -> refuseFrozen(name, cluster));
        inventory.clusters().keySet().forEach(cluster -> prune(cluster, keep));
    }

    /** Whoever keeps servers from purging their logs, in this run or another, wants the evidence that is in backups, too. */
    private void refuseFrozen(String name, Inventory.Cluster cluster) {
        for (String server : cluster.servers().sequencedKeySet()) {
            MySqlServer port = call.port(MySqlServer.class, server);
            if (port.reach(TO_ANSWER).answered() && !port.state().autoPurge()) {
                throw Failure.of("Nothing is pruned in store `" + store + "`: `" + server + "` of cluster `" + name
                        + "` is kept from purging its binary logs, so that an incident may be going on.")
                        .hint("When it is over, `mysql.release_purges(cluster)` in its run, or SET GLOBAL binlog_expire_logs_auto_purge = ON on `"
                                + server + "`.");
            }
        }
    }

    private void prune(String cluster, Keep keep) {
        FullBackups backups = call.port(FullBackups.class, store);
        LogArchive archive = call.port(LogArchive.class, store);
        Retention retention = new Retention(keep, call.now(), backups.manifests(cluster), sound(backups, cluster),
                archive.logs(cluster));
        List<ArchivedLog> logs = retention.expiredLogs();
        List<Manifest> expired = retention.expiredBackups();
        logs.forEach(archive::remove);
        expired.forEach(one -> backups.remove(one.id()));
        backups.sweep(cluster);
        expired.forEach(one -> call.did(store, "backup " + one.id() + " removed"));
        call.did(store, cluster + ": " + expired.size() + " backups and " + logs.size() + " parts of logs removed, "
                + (retention.backups().size() - expired.size()) + " and " + (retention.logs().size() - logs.size())
                + " kept");
    }

    private static Set<String> sound(FullBackups backups, String cluster) {
        Set<String> sound = new HashSet<>();
        backups.verifications(cluster).stream().filter(Verification::sound).forEach(one -> sound.add(one.backup()));
        return sound;
    }
}
