package dev.lifeboat.builtins.backup;

import dev.lifeboat.builtins.mysql.GtidSet;
import dev.lifeboat.interpreter.builtin.Doc;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What the archived binary logs of a cluster are good for. */
public record LogCoverage(
        @Doc("All transactions that are there.") GtidSet holds,
        @Doc("Transactions that lie between such as are there, and are in none of the logs.") GtidSet missing,
        @Doc("Which servers still have some of those in their own binary logs.") List<String> elsewhere,
        @Doc("When the newest transaction that is there was committed.") Optional<Instant> newest,
        @Doc("How much later than that the primary has committed something; nothing where it has no more.") Optional<Duration> age,
        @Doc("Whether that is known, and within the RPO.") boolean withinRpo,
        @Doc("The full backups of the store from which on nothing is missing, the oldest first.") List<String> backups) {

    public LogCoverage {
        elsewhere = List.copyOf(elsewhere);
        backups = List.copyOf(backups);
    }
}
