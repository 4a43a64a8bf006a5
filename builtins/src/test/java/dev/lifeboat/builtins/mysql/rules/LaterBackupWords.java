package dev.lifeboat.builtins.mysql.rules;

import static dev.lifeboat.interpreter.builtin.Effect.CHANGES;

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

    @Builtin(effect = CHANGES, inverse = false, doc = "Applies.", example = "backup.apply_binlogs(s, before: now())")
    public void applyBinlogs(Call call, @Doc("The server.") MySqlServer server, @Doc("Before when.") Instant before) {
        throw neverCalled();
    }
}
