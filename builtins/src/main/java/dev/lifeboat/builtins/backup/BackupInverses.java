package dev.lifeboat.builtins.backup;

import static dev.lifeboat.interpreter.builtin.Effect.CHANGES;

import dev.lifeboat.builtins.backup.Restoration.Intake;
import dev.lifeboat.builtins.mysql.MySqlServer;
import dev.lifeboat.interpreter.builtin.Builtin;
import dev.lifeboat.interpreter.builtin.Call;
import dev.lifeboat.interpreter.builtin.Doc;
import dev.lifeboat.interpreter.builtin.Namespace;

/** How what the words of backups change is taken back. */
@Namespace(value = "backup", doc = "Full backups and archived binary logs: taken, proven, brought back.")
public final class BackupInverses {

    @Builtin(effect = CHANGES, internal = true, inverse = false,
            doc = "Lets a server take from Lifeboat's account what it did before.", example = "")
    public void restoreIntake(Call call, @Doc("The server.") MySqlServer server,
            @Doc("How it was found.") Intake found) {
        call.port(Restoration.class, server.name()).setIntake(found);
        call.did(server.name(), "takes in what it did before");
    }
}
