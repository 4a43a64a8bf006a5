package dev.lifeboat.builtins.mysql.data;

import dev.lifeboat.builtins.mysql.GtidSet;
import dev.lifeboat.builtins.mysql.LoggedTransaction;
import dev.lifeboat.builtins.mysql.MySqlServer;
import dev.lifeboat.interpreter.builtin.Doc;
import java.util.List;

/** What a server has and the primary has not, for the business to decide upon: {@code mysql.quarantine}. */
public record LostLedger(
        @Doc("The server, which stays fenced.") MySqlServer server,
        @Doc("The primary, which has none of it.") MySqlServer primary,
        @Doc("All transactions that only the server has, Lifeboat's own among them.") GtidSet gtids,
        @Doc("Those that wrote anything outside of schema `lifeboat`, oldest first, with their rows.") List<LoggedTransaction> transactions,
        @Doc("How many rows they changed.") long rows,
        @Doc("It in one sentence.") String summary) {

    public LostLedger {
        transactions = List.copyOf(transactions);
    }
}
