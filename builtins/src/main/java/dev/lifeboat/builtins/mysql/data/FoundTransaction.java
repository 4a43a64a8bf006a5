package dev.lifeboat.builtins.mysql.data;

import dev.lifeboat.builtins.mysql.GtidSet;
import dev.lifeboat.builtins.mysql.LoggedTransaction;
import dev.lifeboat.interpreter.builtin.Doc;
import java.time.Instant;
import java.util.List;

/** A transaction that was looked for: {@code mysql.find_transactions}. */
public record FoundTransaction(
        @Doc("Its GTID.") GtidSet gtid,
        @Doc("When it was committed on the server that it comes from, to the microsecond.") Instant committed,
        @Doc("The tables whose rows it changed.") List<String> tables,
        @Doc("How many rows it inserted.") long inserts,
        @Doc("How many rows it updated.") long updates,
        @Doc("How many rows it deleted.") long deletes,
        @Doc("What it did by a statement, such as CREATE TABLE.") List<String> statements,
        @Doc("Later transactions that changed a row that it had changed.") GtidSet dependants,
        @Doc("Whether all of these are known; not where it has a statement such as ALTER TABLE, where it changed too many rows, or rows whose primary key nobody can tell.") boolean dependantsKnown) {

    public static FoundTransaction of(LoggedTransaction found, GtidSet dependants, boolean known) {
        return new FoundTransaction(found.gtid(), found.committed(), found.tables(), found.inserts(), found.updates(),
                found.deletes(), found.statements(), dependants, known);
    }
}
