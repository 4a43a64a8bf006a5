package dev.lifeboat.builtins.mysql.data;

import static dev.lifeboat.interpreter.builtin.Effect.CHANGES;
import static dev.lifeboat.interpreter.builtin.Effect.OBSERVES;

import dev.lifeboat.builtins.mysql.GtidSet;
import dev.lifeboat.builtins.mysql.MySqlServer;
import dev.lifeboat.builtins.mysql.RowRepair;
import dev.lifeboat.builtins.mysql.RowRepair.Correction;
import dev.lifeboat.interpreter.builtin.Builtin;
import dev.lifeboat.interpreter.builtin.Call;
import dev.lifeboat.interpreter.builtin.Doc;
import dev.lifeboat.interpreter.builtin.Namespace;
import java.util.List;

/** How single rows are put right after a mistake. */
@Namespace(value = "mysql", doc = "Servers of MySQL: how they are, and what is done to them.")
public final class MySqlRepairs {

    @Builtin(effect = OBSERVES,
            doc = """
                    Says what `mysql.repair` would do: how many rows it would put back, set back and take out. Refuses what that refuses.""",
            example = "let plan = mysql.repair_plan(cluster.primary, from: dr1, transactions: pick.bad)",
            privileges = {"REPLICATION CLIENT", "REPLICATION SLAVE", "TRIGGER", "SELECT"})
    public RepairPlan repairPlan(Call call, @Doc("The server that has the mistake.") MySqlServer server,
            @Doc("One that stands just before it: a delayed replica, or a restored server.") MySqlServer from,
            @Doc("The bad transactions.") GtidSet transactions) {
        return new Repair(call, server, from, transactions).plan();
    }

    @Builtin(effect = CHANGES,
            doc = """
                    Makes the rows that bad transactions have changed what they are on a server that stands just before the mistake, and touches no others, all in one transaction. \
                    Refuses transactions that did more than change rows; tables without a primary key, with triggers, or whose rows take others along by foreign keys; \
                    and rows that a good transaction changed which the other server does not have, naming those.""",
            example = "let done = mysql.repair(cluster.primary, from: dr1, transactions: pick.bad)",
            privileges = {"REPLICATION CLIENT", "REPLICATION SLAVE", "TRIGGER", "SELECT", "INSERT", "UPDATE", "DELETE"})
    public RepairPlan repair(Call call, @Doc("The server that has the mistake.") MySqlServer server,
            @Doc("One that stands just before it: a delayed replica, or a restored server.") MySqlServer from,
            @Doc("The bad transactions.") GtidSet transactions) {
        return new Repair(call, server, from, transactions).repair();
    }

    @Builtin(effect = CHANGES, internal = true, inverse = false, doc = "Makes rows what they were.", example = "")
    public void restoreRows(Call call, @Doc("The server.") MySqlServer server,
            @Doc("The rows.") List<Correction> corrections) {
        call.port(RowRepair.class, server.name()).correct(corrections);
        call.did(server.name(), "has " + corrections.size() + " rows as they were");
    }
}
