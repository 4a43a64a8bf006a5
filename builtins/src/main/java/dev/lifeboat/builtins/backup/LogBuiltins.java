package dev.lifeboat.builtins.backup;

import static dev.lifeboat.interpreter.builtin.Effect.CHANGES;
import static dev.lifeboat.interpreter.builtin.Effect.DESTROYS;
import static dev.lifeboat.interpreter.builtin.Effect.OBSERVES;

import dev.lifeboat.builtins.inventory.Inventory;
import dev.lifeboat.builtins.mysql.BinaryLogs.Wanted;
import dev.lifeboat.builtins.mysql.Cluster;
import dev.lifeboat.builtins.mysql.GtidSet;
import dev.lifeboat.builtins.mysql.MySqlServer;
import dev.lifeboat.builtins.mysql.RowKind;
import dev.lifeboat.builtins.mysql.data.FoundTransaction;
import dev.lifeboat.builtins.store.Store;
import dev.lifeboat.interpreter.builtin.Builtin;
import dev.lifeboat.interpreter.builtin.Call;
import dev.lifeboat.interpreter.builtin.Doc;
import dev.lifeboat.interpreter.builtin.Namespace;
import dev.lifeboat.interpreter.value.Texts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** How binary logs get into a store, what is looked for there, and how they are applied to a restored server. */
@Namespace(value = "backup", doc = "Full backups and archived binary logs: taken, proven, brought back.")
public final class LogBuiltins {
    private final Inventory inventory;

    public LogBuiltins(Inventory inventory) {
        this.inventory = inventory;
    }

    @Builtin(effect = CHANGES, inverse = false,
            doc = """
                    Brings all that a server has logged up to now to a store, sealed; the file that it writes to is closed for that. What is there already is not brought again. \
                    Each part has to join what is there, by its GTID set: a hole is a failure, and all that the server still has is there then.""",
            example = "backup.binlogs(cluster.primary, to: store(\"san\"))",
            privileges = {"RELOAD", "REPLICATION CLIENT", "REPLICATION SLAVE"})
    public void binlogs(Call call, @Doc("The server.") MySqlServer server, @Doc("The store.") Store to) {
        new LogKeeping(call, inventory, server.name(), to.name()).archive();
    }

    @Builtin(effect = CHANGES, inverse = false,
            doc = """
                    Brings what a server logs to a store as it comes, every few seconds, and goes on where the server or the store can't be reached for a while. \
                    Fails where the archive has become older than the RPO, and where something is missing in it: tell people then, and call it again; it goes on where the archive ends.""",
            example = "backup.stream(cluster.primary, to: store(\"san\"), length: 10s)",
            privileges = {"REPLICATION CLIENT", "REPLICATION SLAVE"})
    public void stream(Call call, @Doc("The server.") MySqlServer server, @Doc("The store.") Store to,
            @Doc("How long; a day where nothing is said.") Optional<Duration> length) {
        new LogKeeping(call, inventory, server.name(), to.name()).stream(length.orElse(Duration.ofDays(1)));
    }

    @Builtin(effect = OBSERVES,
            doc = """
                    Says what the binary logs of a cluster in a store hold, whether they join, how old they are, and from which of its full backups on they are whole. \
                    The age is that of the newest transaction there; none where a server has no more than what is there.""",
            example = "require backup.chain(cluster, in: store(\"san\")).within_rpo",
            privileges = {"REPLICATION CLIENT", "REPLICATION SLAVE"})
    public LogCoverage chain(Call call, @Doc("The cluster.") Cluster cluster, @Doc("The store.") Store in) {
        return new LogSurvey(call, cluster, in.name()).look();
    }

    @Builtin(effect = OBSERVES,
            doc = """
                    Reads archived binary logs to their ends and compares them with what their entries say; nothing is applied. \
                    What is wrong is the answer, each with what to do instead; empty where nothing is.""",
            example = "require empty(backup.verify_logs(cluster, in: store(\"san\")))")
    public List<LogDamage> verifyLogs(Call call, @Doc("The cluster.") Cluster cluster, @Doc("The store.") Store in,
            @Doc("Those logs only that hold some of these; all where nothing is said.") Optional<GtidSet> transactions) {
        List<LogDamage> found = call.port(LogArchive.class, in.name()).verify(cluster.name(),
                transactions.orElse(GtidSet.EMPTY));
        call.did(in.name(), found.isEmpty()
                ? "its binary logs are sound"
                : "NOT SOUND: " + found.getFirst().object() + ": " + found.getFirst().what());
        return found;
    }

    @Builtin(effect = CHANGES, inverse = false,
            doc = """
                    Copies archived binary logs to another store, sealed as they are; what has arrived there before is not copied again. \
                    A part is there when its entry is, which comes last.""",
            example = "backup.copy_logs(cluster, in: store(\"san\"), to: store(\"s3\"))")
    public void copyLogs(Call call, @Doc("The cluster.") Cluster cluster, @Doc("The store.") Store in,
            @Doc("The store that they are copied to.") Store to) {
        LogArchive archive = call.port(LogArchive.class, in.name());
        List<ArchivedLog> there = call.port(LogArchive.class, to.name()).logs(cluster.name());
        List<ArchivedLog> lacking = archive.logs(cluster.name()).stream()
                .filter(part -> !there.contains(part.in(to.name()))).toList();
        for (ArchivedLog part : lacking) {
            archive.copy(part, to.name());
            call.progress(to.name() + ": has " + part.folder());
            call.pause(Duration.ZERO);
        }
        call.did(to.name(), "has all binary logs of " + cluster.name() + " that " + in.name() + " has, "
                + Texts.count(lacking.size(), "part") + " more than before");
    }

    @Builtin(effect = OBSERVES,
            doc = """
                    Looks for transactions in archived binary logs, and for later ones that changed the same rows, as `mysql.find_transactions` does in a server's own. \
                    Of those that stand in the logs of several servers each is listed once.""",
            example = "let deletions = backup.find_transactions(cluster, in: store(\"san\"), kind: DELETE, min_rows: 100)",
            privileges = {"REPLICATION CLIENT", "REPLICATION SLAVE", "SELECT"})
    public List<FoundTransaction> findTransactions(Call call, @Doc("The cluster.") Cluster cluster,
            @Doc("The store.") Store in, @Doc("Committed then or later.") Optional<Instant> from,
            @Doc("Committed before.") Optional<Instant> to,
            @Doc("Which change one of these: `shop.orders`, or `shop.*`.") Optional<List<String>> tables,
            @Doc("Which do this to a row.") Optional<RowKind> kind,
            @Doc("Which do it to so many rows.") Optional<Long> minRows) {
        return new LogSearch(call, cluster.name(), in.name()).find(new Wanted(GtidSet.EMPTY, from, to,
                tables.orElse(List.of()), kind, minRows.orElse(0L), List.of(), false, Wanted.ALL.most()));
    }

    @Builtin(effect = OBSERVES,
            doc = """
                    What stands in the archived binary logs at some time: the first transaction that was committed then or later, for `before:` of `backup.apply_binlogs`. \
                    Show it to somebody who knows what happened, before you recover to it: several may have been committed in the same second.""",
            example = "let edge = backup.first_since(2026-01-01T00:00:00Z, cluster, in: store(\"san\"))")
    public FoundTransaction firstSince(Call call, @Doc("The time, with its zone.") Instant time,
            @Doc("The cluster.") Cluster cluster, @Doc("The store.") Store in) {
        return new LogSearch(call, cluster.name(), in.name()).firstSince(time);
    }

    @Builtin(effect = CHANGES, inverse = false,
            doc = """
                    Executes archived binary logs on a restored server, up to just before one transaction, or without some. \
                    All logs that it takes are verified before any is applied; afterwards the server must have just what was meant. \
                    Refuses a server that was not restored whole, that others write to, that wrote a part of that history itself, or that has gone on otherwise; and a hole in the archive. \
                    Broken off, it goes on where it was. A time is no place to stop: `backup.first_since` says which transaction it means.""",
            example = "backup.apply_binlogs(server(\"new1\"), before: pick.bad)",
            privileges = {"CONNECTION_ADMIN", "SYSTEM_VARIABLES_ADMIN", "RELOAD", "REPLICATION CLIENT", "BINLOG_ADMIN",
                    "EVENT", "TRIGGER", "SET_ANY_DEFINER", "ALLOW_NONEXISTENT_DEFINER", "CREATE USER", "SELECT",
                    "INSERT", "UPDATE", "DELETE", "CREATE", "DROP", "ALTER", "INDEX", "REFERENCES", "CREATE VIEW",
                    "CREATE ROUTINE", "ALTER ROUTINE", "LOCK TABLES", "SYSTEM_USER"})
    public GtidSet applyBinlogs(Call call, @Doc("The restored server.") MySqlServer server,
            @Doc("The transaction before which it ends; all that is there where nothing is said.") Optional<GtidSet> before,
            @Doc("Transactions that are left out.") Optional<GtidSet> without,
            @Doc("The store; that of the backup where nothing is said.") Optional<Store> from) {
        return new LogRecovery(call, inventory, server, from.map(Store::name)).apply(before,
                without.orElse(GtidSet.EMPTY));
    }

    @Builtin(effect = OBSERVES,
            doc = """
                    The stores of the inventory that have binary logs of a cluster. \
                    One that can't be read now is left out, and that is told; tapes are not looked at.""",
            example = "let archives = backup.archives(cluster)")
    public List<Store> archives(Call call, @Doc("The cluster.") Cluster cluster) {
        return new LogArchives(call, inventory, cluster).find();
    }

    @Builtin(effect = DESTROYS, inverse = false,
            doc = """
                    Brings a replica what archived binary logs have and it lacks, before it is promoted: what its source could archive, and not send any more. \
                    Each transaction keeps its GTID; all logs that it takes are verified before any is applied, and afterwards the server must lack nothing of what is there. \
                    Refuses a server that takes writes, still receives, has not applied all that it received, or whose applier is broken; logs of another history; and a hole in front of what is lacking. \
                    Broken off, it goes on where it was. What was applied can't be taken out again. Hold the election again afterwards: less is lost then.""",
            example = "let added = backup.top_up(collect.election.winner, from: store(\"san\"))",
            privileges = {"CONNECTION_ADMIN", "SYSTEM_VARIABLES_ADMIN", "PERSIST_RO_VARIABLES_ADMIN", "RELOAD",
                    "REPLICATION CLIENT", "BINLOG_ADMIN", "EVENT", "TRIGGER", "SET_ANY_DEFINER",
                    "ALLOW_NONEXISTENT_DEFINER", "CREATE USER", "SELECT", "INSERT", "UPDATE", "DELETE", "CREATE",
                    "DROP", "ALTER", "INDEX", "REFERENCES", "CREATE VIEW", "CREATE ROUTINE", "ALTER ROUTINE",
                    "LOCK TABLES", "SYSTEM_USER"},
            facts = {"candidate: NONE", "loss: NOT KNOWN"})
    public TopUp topUp(Call call, @Doc("The replica.") MySqlServer server, @Doc("The store.") Store from) {
        return new LogTopUp(call, inventory, server, from.name()).topUp();
    }
}
