package dev.lifeboat.builtins.mysql.rules;

import static dev.lifeboat.interpreter.builtin.Effect.CHANGES;
import static dev.lifeboat.interpreter.builtin.Effect.DESTROYS;
import static dev.lifeboat.interpreter.builtin.Effect.OBSERVES;

import dev.lifeboat.builtins.mysql.MySqlServer;
import dev.lifeboat.interpreter.builtin.Builtin;
import dev.lifeboat.interpreter.builtin.Call;
import dev.lifeboat.interpreter.builtin.Doc;
import dev.lifeboat.interpreter.builtin.Namespace;
import java.time.Instant;

/** Words about backups. A checker calls nothing. */
@Namespace(value = "backup", doc = "Backups.")
public final class LaterBackupWords {
    private static AssertionError neverCalled() {
        return new AssertionError("a checker calls nothing");
    }

    /** What a backup says of itself. */
    public record Manifest(String name) {}

    @Builtin(effect = OBSERVES, doc = "The last good one.", example = "backup.last_good(before: now())")
    public Manifest lastGood(Call call, @Doc("Before when.") Instant before) {
        throw neverCalled();
    }

    @Builtin(effect = OBSERVES, doc = "Whether it is good.", example = "backup.verify(m)")
    public boolean verify(Call call, @Doc("The backup.") Manifest manifest) {
        throw neverCalled();
    }

    @Builtin(effect = DESTROYS, inverse = false, doc = "Loads it.", example = "backup.restore(m, to: s)")
    public void restore(Call call, @Doc("The backup.") Manifest manifest, @Doc("Where to.") MySqlServer to) {
        throw neverCalled();
    }

    @Builtin(effect = CHANGES, inverse = false, doc = "Applies.", example = "backup.apply_binlogs(s, before: now())")
    public void applyBinlogs(Call call, @Doc("The server.") MySqlServer server, @Doc("Before when.") Instant before) {
        throw neverCalled();
    }
}
