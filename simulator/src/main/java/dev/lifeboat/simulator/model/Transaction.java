package dev.lifeboat.simulator.model;

import dev.lifeboat.builtins.mysql.GtidSet;
import java.time.Instant;
import java.util.List;

/**
 * A transaction, the same wherever it is applied.
 *
 * @param source    the {@code server_uuid} of its GTID
 * @param number    the number of its GTID
 * @param committed when it was committed there ({@code original_commit_timestamp})
 */
public record Transaction(String source, long number, Instant committed, List<RowChange> changes) {

    public Transaction {
        changes = List.copyOf(changes);
    }

    /** Whether it wrote to schema {@code lifeboat} alone. */
    boolean isLifeboats() {
        return changes.stream().allMatch(RowChange::isLifeboats);
    }

    public GtidSet gtid() {
        return GtidSet.of(source, number);
    }
}
