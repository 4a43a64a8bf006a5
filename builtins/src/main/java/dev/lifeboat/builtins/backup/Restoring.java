package dev.lifeboat.builtins.backup;

import dev.lifeboat.builtins.backup.Restoration.Backup;
import dev.lifeboat.builtins.backup.Restoration.LoadTimes;
import dev.lifeboat.builtins.backup.Restoration.RestoreState;
import dev.lifeboat.builtins.inventory.Inventory;
import dev.lifeboat.builtins.mysql.MySqlServer;
import dev.lifeboat.builtins.mysql.instance.Refilling;
import dev.lifeboat.interpreter.builtin.Call;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.value.Texts;
import java.time.Duration;
import java.util.Optional;

/** Brings a full backup into a server that has nothing else, and leaves that fenced and following nobody. */
record Restoring(Call call, Inventory inventory, Manifest manifest, MySqlServer server) {

    /** @param typed its name or `server_uuid`, as somebody typed it */
    LoadTimes restore(Optional<String> typed) {
        Backup backup = new Backup(manifest.store(), manifest.id());
        Restoration restoration = call.port(Restoration.class, server.name());
        RestoreState found = restoration.state();
        if (found.phase() == Restoration.Phase.WHOLE && found.backup().equals(Optional.of(backup))
                && found.executed().equals(manifest.executed())) {
            call.did(server.name(), "has backup " + manifest.id() + " already, whole");
            return times(found);
        }
        Refilling refilling = new Refilling(call, inventory, server);
        refilling.prepare(typed, manifest.size().bytes());
        restoration.load(backup);
        refilling.settle();
        LoadTimes took = times(restoration.state());
        call.did(server.name(), told(took));
        return took;
    }

    private LoadTimes times(RestoreState state) {
        return state.took().orElseThrow(() -> Failure
                .unknown("`" + server.name() + "` was restored and does not say how long that took.")
                .hint("Don't use it: somebody else changed `" + Restoration.SCHEMA + "` there."));
    }

    private String told(LoadTimes took) {
        long rows = manifest.tables().stream().mapToLong(Manifest.TableRows::rows).sum();
        return "has backup " + manifest.id() + " and nothing else, fenced, following nobody: "
                + Texts.count(rows, "row") + " in " + Texts.count(manifest.tables().size(), "table") + ", verified in "
                + Texts.duration(took.verified()) + ", loaded in " + Texts.duration(took.loaded()) + " ("
                + Texts.size(speed(took.size(), took.loaded())) + " a second), counted in "
                + Texts.duration(took.proven());
    }

    private static long speed(long bytes, Duration took) {
        return bytes * 1000 / Math.max(1, took.toMillis());
    }
}
