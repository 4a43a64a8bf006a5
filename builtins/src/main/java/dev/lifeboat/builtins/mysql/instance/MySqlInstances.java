package dev.lifeboat.builtins.mysql.instance;

import static dev.lifeboat.interpreter.builtin.Effect.CHANGES;
import static dev.lifeboat.interpreter.builtin.Effect.DESTROYS;

import dev.lifeboat.builtins.inventory.Inventory;
import dev.lifeboat.builtins.mysql.MySqlServer;
import dev.lifeboat.builtins.mysql.survey.Landscape;
import dev.lifeboat.interpreter.builtin.Builtin;
import dev.lifeboat.interpreter.builtin.Call;
import dev.lifeboat.interpreter.builtin.Doc;
import dev.lifeboat.interpreter.builtin.Namespace;
import java.util.Optional;

/** How servers of MySQL get their data, and lose it. */
@Namespace(value = "mysql", doc = "Servers of MySQL: how they are, and what is done to them.")
public final class MySqlInstances {
    private final Landscape landscape;

    public MySqlInstances(Inventory inventory) {
        this.landscape = new Landscape(inventory);
    }

    @Builtin(effect = DESTROYS, inverse = false, changesIdentity = true,
            doc = """
                    Replaces all data of a server by those of another, and leaves it fenced, following nobody. \
                    Refuses a primary, a donor that is not well, and the only copy of transactions that no ledger of this run holds. \
                    Either the step is approved, or somebody has typed which server is meant. `mysql.rejoin` or `mysql.repoint` lets it replicate.""",
            example = "mysql.rebuild(db2, from: dr1, identity: \"db2\")",
            privileges = {"CONNECTION_ADMIN", "SYSTEM_VARIABLES_ADMIN", "PERSIST_RO_VARIABLES_ADMIN",
                    "REPLICATION_SLAVE_ADMIN", "RELOAD", "REPLICATION CLIENT", "REPLICATION SLAVE", "SHOW DATABASES",
                    "CLONE_ADMIN", "BACKUP_ADMIN", "INSERT ON mysql.plugin"})
    public void rebuild(Call call, @Doc("The server that loses its data.") MySqlServer server,
            @Doc("The donor, best a replica.") MySqlServer from,
            @Doc("How; CLONE where nothing is said.") Optional<CloneMethod> method,
            @Doc("The server's name or `server_uuid`, as somebody typed it.") Optional<String> identity) {
        new Rebuild(call, landscape, server, from).rebuild(identity);
    }

    @Builtin(effect = CHANGES, doc = """
            Makes a spare server ready to be filled: it runs, fenced for good, and is empty. \
            Refuses a primary, and a server that has data.""",
            example = "mysql.provision(server(\"new1\"), identity: \"new1\")",
            privileges = {"CONNECTION_ADMIN", "SYSTEM_VARIABLES_ADMIN", "PERSIST_RO_VARIABLES_ADMIN", "SHOW DATABASES"})
    public void provision(Call call, @Doc("The server.") MySqlServer spare,
            @Doc("Its name, as somebody typed it.") String identity) {
        new Wiping(call, landscape, spare).provision(identity);
    }

    @Builtin(effect = DESTROYS, inverse = false,
            doc = """
                    Destroys all data of a server: its schemas, its source, its binary logs and GTIDs; accounts stay. It stays fenced. \
                    Refuses a primary, and the only copy of transactions that no ledger of this run holds.""",
            example = "mysql.wipe(server(\"new1\"), identity: \"new1\")",
            privileges = {"SYSTEM_VARIABLES_ADMIN", "PERSIST_RO_VARIABLES_ADMIN", "REPLICATION_SLAVE_ADMIN", "RELOAD",
                    "REPLICATION CLIENT", "REPLICATION SLAVE", "DROP"})
    public void wipe(Call call, @Doc("The server.") MySqlServer server,
            @Doc("Its name or `server_uuid`, as somebody typed it.") String identity) {
        new Wiping(call, landscape, server).wipe(identity);
    }
}
