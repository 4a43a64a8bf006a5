package dev.lifeboat.builtins.mysql.data;

import static dev.lifeboat.interpreter.builtin.Effect.CHANGES;
import static dev.lifeboat.interpreter.builtin.Effect.DESTROYS;
import static dev.lifeboat.interpreter.builtin.Effect.OBSERVES;

import dev.lifeboat.builtins.inventory.Inventory;
import dev.lifeboat.builtins.mysql.BinaryLogs;
import dev.lifeboat.builtins.mysql.BinaryLogs.Wanted;
import dev.lifeboat.builtins.mysql.GtidSet;
import dev.lifeboat.builtins.mysql.MySqlServer;
import dev.lifeboat.builtins.mysql.RowKind;
import dev.lifeboat.builtins.mysql.survey.Landscape;
import dev.lifeboat.interpreter.builtin.Builtin;
import dev.lifeboat.interpreter.builtin.Call;
import dev.lifeboat.interpreter.builtin.Doc;
import dev.lifeboat.interpreter.builtin.Namespace;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What stands in the binary logs of servers of MySQL, and what is done with it. */
@Namespace(value = "mysql", doc = "Servers of MySQL: how they are, and what is done to them.")
public final class MySqlHistory {
    private final Landscape landscape;

    public MySqlHistory(Inventory inventory) {
        this.landscape = new Landscape(inventory);
    }

    @Builtin(effect = OBSERVES,
            doc = """
                    Looks for transactions in the binary logs of a server, and for later ones that changed the same rows. \
                    At most the newest 500, the newest first; where they changed more than 20000 rows, their dependants are not looked for.""",
            example = "let deletions = mysql.find_transactions(db2, kind: DELETE, min_rows: 100)",
            privileges = {"REPLICATION CLIENT", "REPLICATION SLAVE", "SELECT"})
    public List<FoundTransaction> findTransactions(Call call, @Doc("The server.") MySqlServer server,
            @Doc("Committed then or later.") Optional<Instant> from, @Doc("Committed before.") Optional<Instant> to,
            @Doc("Which change one of these: `shop.orders`, or `shop.*`.") Optional<List<String>> tables,
            @Doc("Which do this to a row.") Optional<RowKind> kind,
            @Doc("Which do it to so many rows.") Optional<Long> minRows) {
        return new TransactionSearch(call, call.port(BinaryLogs.class, server.name())).find(new Wanted(GtidSet.EMPTY,
                from, to, tables.orElse(List.of()), kind, minRows.orElse(0L), List.of(), false, Wanted.ALL.most()));
    }

    @Builtin(effect = CHANGES,
            doc = """
                    Writes down what only this server has and the primary has not, row by row, and keeps it fenced. \
                    The ledger is in the journal as this call's answer, whole or not at all: up to 50000 rows, 16 MiB. \
                    `lifeboat journal show RUN --json` shows it again. In the same run `mysql.rebuild` may then destroy it on the server.""",
            example = "let ledger = mysql.quarantine(cluster.primary)",
            privileges = {"CONNECTION_ADMIN", "SYSTEM_VARIABLES_ADMIN", "PERSIST_RO_VARIABLES_ADMIN",
                    "REPLICATION CLIENT", "REPLICATION SLAVE", "SELECT"})
    public LostLedger quarantine(Call call, @Doc("The server, such as an old primary.") MySqlServer server) {
        return new Quarantine(call, landscape, server).hold();
    }

    @Builtin(effect = DESTROYS, inverse = false, doc = """
            Brings what only the old primary has to the server that is to be promoted, before that is done. \
            Where the old primary runs, fenced, by replication; else out of its binary logs on its host. \
            What was applied can't be taken out again. Hold the election again afterwards.""",
            example = "mysql.salvage_tail(from: cluster.primary, to: collect.election.winner)",
            privileges = {"CONNECTION_ADMIN", "SYSTEM_VARIABLES_ADMIN", "PERSIST_RO_VARIABLES_ADMIN",
                    "REPLICATION_SLAVE_ADMIN", "RELOAD", "REPLICATION CLIENT", "REPLICATION SLAVE", "BINLOG_ADMIN",
                    "SELECT"},
            facts = {"candidate: NONE", "loss: NOT KNOWN"})
    public void salvageTail(Call call, @Doc("The old primary, dead or fenced.") MySqlServer from,
            @Doc("The server that is to be promoted.") MySqlServer to) {
        new TailSalvage(call, landscape, from, to).salvage();
    }
}
