package dev.lifeboat.builtins.backup;

import static dev.lifeboat.interpreter.builtin.Effect.DESTROYS;
import static dev.lifeboat.interpreter.builtin.Effect.OBSERVES;

import dev.lifeboat.builtins.inventory.Inventory;
import dev.lifeboat.builtins.mysql.GtidSet;
import dev.lifeboat.builtins.mysql.MySqlServer;
import dev.lifeboat.interpreter.builtin.Builtin;
import dev.lifeboat.interpreter.builtin.Call;
import dev.lifeboat.interpreter.builtin.Doc;
import dev.lifeboat.interpreter.builtin.Namespace;
import java.util.Optional;

/** How a full backup comes back. */
@Namespace(value = "backup", doc = "Full backups and archived binary logs: taken, proven, brought back.")
public final class RestoreBuiltins {
    private final Inventory inventory;

    public RestoreBuiltins(Inventory inventory) {
        this.inventory = inventory;
    }

    @Builtin(effect = DESTROYS, inverse = false,
            doc = """
                    Brings a full backup into an empty server, which is left fenced and following nobody. All of the backup is verified before any of it is loaded; \
                    afterwards the server has executed just what the manifest says, and has just its tables and rows. A load that fails is wiped; \
                    a server that is half restored says so itself, and is refused wherever a whole one is needed. \
                    Refuses a primary, and a server that is not empty. Either the step is approved, or somebody has typed which server is meant.""",
            example = "backup.restore(back_up.manifest, to: server(\"new1\"), identity: \"new1\")",
            privileges = {"PROCESS", "CONNECTION_ADMIN", "SYSTEM_VARIABLES_ADMIN", "PERSIST_RO_VARIABLES_ADMIN",
                    "REPLICATION_SLAVE_ADMIN", "RELOAD", "REPLICATION CLIENT", "EVENT", "TRIGGER", "SET_ANY_DEFINER",
                    "ALLOW_NONEXISTENT_DEFINER", "CREATE USER", "SHOW DATABASES", "SELECT", "INSERT", "UPDATE",
                    "DELETE", "CREATE", "DROP", "ALTER", "INDEX", "REFERENCES", "CREATE VIEW", "CREATE ROUTINE",
                    "ALTER ROUTINE", "LOCK TABLES", "SYSTEM_USER"})
    public void restore(Call call, @Doc("The backup.") Manifest manifest,
            @Doc("The server, empty or wiped.") MySqlServer to,
            @Doc("The server's name or `server_uuid`, as somebody typed it.") Optional<String> identity) {
        new Restoring(call, inventory, manifest, to).restore(identity);
    }

    @Builtin(effect = DESTROYS, inverse = false,
            doc = """
                    Proves a backup by a real restore into a spare: it must have the manifest's transactions and rows, follow the cluster's primary from there, catch up, and have the same rows. \
                    The spare is empty again afterwards. How long it took is kept in the backup's store, for `backup.predict`.""",
            example = "let drill = backup.rehearse(back_up.manifest, on: server(\"new1\"), identity: \"new1\")",
            privileges = {"PROCESS", "CONNECTION_ADMIN", "SYSTEM_VARIABLES_ADMIN", "PERSIST_RO_VARIABLES_ADMIN",
                    "REPLICATION_SLAVE_ADMIN", "RELOAD", "REPLICATION CLIENT", "REPLICATION SLAVE", "EVENT", "TRIGGER",
                    "SET_ANY_DEFINER", "ALLOW_NONEXISTENT_DEFINER", "CREATE USER", "SHOW DATABASES", "SELECT", "INSERT",
                    "UPDATE", "DELETE", "CREATE", "DROP", "ALTER", "INDEX", "REFERENCES", "CREATE VIEW",
                    "CREATE ROUTINE", "ALTER ROUTINE", "LOCK TABLES", "SYSTEM_USER"})
    public Drill rehearse(Call call, @Doc("The backup.") Manifest manifest,
            @Doc("A spare of its cluster, empty or wiped.") MySqlServer on,
            @Doc("The spare's name or `server_uuid`, as somebody typed it.") Optional<String> identity) {
        return new Rehearsal(call, inventory, manifest, on).run(identity);
    }

    @Builtin(effect = OBSERVES,
            doc = """
                    Says how long a recovery out of a backup will take, before it is begun: verifying, loading, applying, each by what the drills of that store took. \
                    What was never measured is assumed, and named. Compares it with what is left of the RTO, and offers a delayed replica that is sooner there.""",
            example = "let prediction = backup.predict(back_up.manifest, until: mysql.status(cluster.primary).executed)")
    public Prediction predict(Call call, @Doc("The backup.") Manifest manifest,
            @Doc("All that shall be executed at the end.") GtidSet until) {
        return new Forecast(call, inventory, manifest).predict(until);
    }
}
