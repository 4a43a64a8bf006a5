package dev.lifeboat.simulator.world;

import dev.lifeboat.builtins.backup.BackupId;
import dev.lifeboat.builtins.backup.Drill;
import dev.lifeboat.builtins.backup.FullBackups;
import dev.lifeboat.builtins.backup.Manifest;
import dev.lifeboat.builtins.inventory.Inventory.Cluster;
import dev.lifeboat.interpreter.builtin.IdentityGuard;
import dev.lifeboat.simulator.model.Server;
import dev.lifeboat.simulator.model.Timeline;
import dev.lifeboat.simulator.scenario.StoragePlan;
import dev.lifeboat.simulator.scenario.StoragePlan.BackupPlan;
import dev.lifeboat.simulator.scenario.StoragePlan.LogsPlan;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** What others do beside the run, by the same code: they take backups, verify and rehearse them, and archive binary logs. It costs the run no time. */
final class Others {
    private static final long APPLIED = 2_000;
    private final SimWorld world;
    private final Instant start;

    /** @param start when the story begins */
    Others(SimWorld world, Instant start) {
        this.world = world.meanwhile();
        this.start = start;
    }

    /** What was done before the story begins is done at once. */
    void act(StoragePlan plan, Timeline timeline) {
        plan.backups().forEach(backup -> at(backup.moment(), timeline, () -> take(backup)));
        plan.logs().forEach(logs -> at(logs.moment(), timeline, () -> archive(logs)));
    }

    private void at(Duration moment, Timeline timeline, Runnable deed) {
        if (moment.isNegative()) {
            deed.run();
        } else {
            timeline.at(start.plus(moment), deed);
        }
    }

    private SimBackups ports(Instant now) {
        return new SimBackups(world, IdentityGuard.NONE, new StandingClock(now), quiet -> {});
    }

    private void take(BackupPlan plan) {
        Instant now = start.plus(plan.moment());
        Server server = world.model().server(plan.server()).orElseThrow();
        String cluster = cluster(plan.server());
        FullBackups backups = ports(now).full(plan.store()).orElseThrow();
        String id = new BackupId(cluster, now, plan.server()).toString();
        backups.take(new FullBackups.Order(id, cluster, plan.server(), server.uuid(), server.identity().version(), "",
                now));
        if (plan.verified()) {
            backups.verify(id);
        }
        if (plan.rehearsed()) {
            backups.record(drill(backups.manifest(id).orElseThrow(), now));
        }
    }

    /** As long as it takes in this model. */
    private Drill drill(Manifest manifest, Instant at) {
        return new Drill(manifest.id(), manifest.cluster(), manifest.server(), at, manifest.size(), manifest.stored(),
                Rate.DIRECTORY.takes(manifest.stored().bytes() * world.weight()),
                Rate.LOAD.takes(manifest.size().bytes() * world.weight()), APPLIED, Rate.APPLY.takes(APPLIED), true,
                "");
    }

    private void archive(LogsPlan plan) {
        ports(start.plus(plan.moment())).logs(plan.store()).orElseThrow().archive(cluster(plan.server()),
                plan.server());
    }

    private String cluster(String server) {
        return world.inventory().clusters().entrySet().stream().filter(entry -> has(entry.getValue(), server))
                .map(Map.Entry::getKey).findFirst().orElseThrow();
    }

    private static boolean has(Cluster cluster, String server) {
        return cluster.servers().containsKey(server) || cluster.spares().containsKey(server);
    }
}
