package dev.lifeboat.builtins.mysql.catalog;

import static dev.lifeboat.interpreter.builtin.Effect.CHANGES;
import static dev.lifeboat.interpreter.builtin.Effect.OBSERVES;
import static dev.lifeboat.interpreter.builtin.Effect.PROBES;

import dev.lifeboat.builtins.inventory.Inventory;
import dev.lifeboat.builtins.mysql.Cluster;
import dev.lifeboat.builtins.mysql.MySqlServer;
import dev.lifeboat.builtins.mysql.ServerCatalog;
import dev.lifeboat.builtins.mysql.ServerCatalog.Entry;
import dev.lifeboat.builtins.mysql.ServerCatalog.EntryKind;
import dev.lifeboat.builtins.mysql.readiness.Finding;
import dev.lifeboat.builtins.mysql.survey.Landscape;
import dev.lifeboat.builtins.mysql.survey.LastRecord;
import dev.lifeboat.interpreter.builtin.Builtin;
import dev.lifeboat.interpreter.builtin.Call;
import dev.lifeboat.interpreter.builtin.Doc;
import dev.lifeboat.interpreter.builtin.Namespace;
import java.util.List;
import java.util.Optional;

/** What is defined on servers beside their data, and whether a cluster is ready for a disaster. */
@Namespace(value = "mysql", doc = "Servers of MySQL: how they are, and what is done to them.")
public final class MySqlCatalog {
    private final Inventory inventory;
    private final Landscape landscape;

    public MySqlCatalog(Inventory inventory) {
        this.inventory = inventory;
        this.landscape = new Landscape(inventory);
    }

    @Builtin(effect = OBSERVES,
            doc = """
                    What is defined on a server beside its data: accounts, routines, triggers, views, events, plugins, and the settings that matter for failing over. \
                    Tables come with the server's own estimates of their rows.""",
            example = "let defined = mysql.inventory(db2)",
            privileges = {"SELECT ON mysql.*", "EVENT", "TRIGGER", "SHOW VIEW", "SHOW_ROUTINE"})
    public ServerInventory inventory(Call call, @Doc("The server.") MySqlServer server) {
        return ServerInventory.of(call.port(ServerCatalog.class, server.name()));
    }

    @Builtin(effect = OBSERVES, doc = """
            What is defined on one of two servers and not on the other, or not in the same way. \
            Whether an event runs is no difference: on a replica none does.""",
            example = "require empty(mysql.inventory_diff(cluster.primary, db2))",
            privileges = {"SELECT ON mysql.*", "EVENT", "TRIGGER", "SHOW VIEW", "SHOW_ROUTINE"})
    public List<Difference> inventoryDiff(Call call, @Doc("One server, usually the primary.") MySqlServer a,
            @Doc("The other.") MySqlServer b) {
        return new InventoryDiff(call, a, b).differences();
    }

    @Builtin(effect = OBSERVES, doc = """
            Lets a server check its tables (`CHECK TABLE`), and tells what it complains of. \
            A broken page can end the server, so the primary is refused: check a clone or a replica.""",
            example = "require empty(mysql.check_tables(db2))", privileges = {"TRIGGER", "SELECT"})
    public List<TableComplaint> checkTables(Call call, @Doc("The server; not the primary.") MySqlServer server,
            @Doc("Tables with their schemas, such as `shop.orders`; all where none is given.") Optional<List<String>> tables) {
        return new TableCheck(call, landscape, server).complaints(tables);
    }

    @Builtin(effect = CHANGES,
            doc = """
                    Lets events run on a server that has become the primary: on a replica they do not. \
                    Without `enable` those that ran on the old primary: as the server `as_on` says where it answers, else as the last `mysql.readiness` has written down; one that did not run there is refused. \
                    On the old primary, once it follows, they run no more: MySQL sees to that. \
                    Turns the event scheduler on where it is off.""",
            example = "mysql.events(cluster.primary, enable: [\"shop.close_day\"])",
            privileges = {"SYSTEM_VARIABLES_ADMIN", "EVENT", "SET_ANY_DEFINER"})
    public void events(Call call, @Doc("The server, which takes writes.") MySqlServer server,
            @Doc("The events with their schemas.") Optional<List<String>> enable,
            @Doc("The old primary.") Optional<MySqlServer> asOn) {
        new EventSwitch(call, server).enable(enable, asOn);
    }

    @Builtin(effect = CHANGES, doc = """
            Locks accounts, so that nobody can log in by them, on the server and by replication on all others. \
            Sessions that are open stay open: `mysql.kill_sessions` ends them.""",
            example = "mysql.lock_accounts(cluster.primary, [\"orders\"])",
            privileges = {"SELECT ON mysql.*", "EVENT", "TRIGGER", "SHOW VIEW", "SHOW_ROUTINE", "CREATE USER"})
    public void lockAccounts(Call call, @Doc("The server, which takes writes.") MySqlServer server,
            @Doc("Users such as `app`, or accounts such as `app@%`.") List<String> accounts) {
        new AccountLock(call, landscape, inventory, server).lock(accounts);
    }

    @Builtin(effect = PROBES,
            doc = """
                    Looks whether a cluster is ready for a disaster, by the checks R1 to R13, and tells what is not as it should be. \
                    Also writes down, on the primary, who the servers are, which accounts there are and which events run: so that it is known when the primary is dead.""",
            example = "let findings = mysql.readiness(cluster)", privileges = {"REPLICATION CLIENT",
                    "REPLICATION SLAVE", "SELECT ON mysql.*", "EVENT", "TRIGGER", "SHOW VIEW", "SHOW_ROUTINE"})
    public List<Finding> readiness(Call call, @Doc("The cluster.") Cluster cluster) {
        return new Examination(call, landscape, inventory, cluster).findings();
    }

    @Builtin(effect = OBSERVES,
            doc = """
                    The `server_uuid` that a server had when `mysql.readiness` last wrote it down, as the server itself or another of its cluster has it. \
                    None where it was never written down.""",
            example = "let known = mysql.recorded_identity(cluster.primary)")
    public Optional<String> recordedIdentity(Call call, @Doc("The server.") MySqlServer server) {
        return LastRecord.of(call, landscape.clusterOf(call, server.name()).servers()).entries().stream()
                .filter(entry -> entry.kind() == EntryKind.IDENTITY && entry.name().equals(server.name()))
                .map(Entry::value).findFirst();
    }
}
