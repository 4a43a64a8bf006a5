package dev.lifeboat.builtins.backup;

import static dev.lifeboat.interpreter.builtin.Effect.CHANGES;
import static dev.lifeboat.interpreter.builtin.Effect.DESTROYS;
import static dev.lifeboat.interpreter.builtin.Effect.OBSERVES;

import dev.lifeboat.builtins.backup.Manifest.TableRows;
import dev.lifeboat.builtins.mysql.GtidSet;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.builtin.HasIdentity;
import dev.lifeboat.interpreter.builtin.PortEffect;
import dev.lifeboat.interpreter.builtin.Probe;
import dev.lifeboat.interpreter.builtin.Seen;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What is brought back into a server out of a store. The server itself says, in its schema {@code lifeboat_restore}, whether that was brought to its end: a dump claims all its transactions before the first row
 * is there, so that nothing else would tell a half-loaded server from a whole one.
 */
@HasIdentity
public interface Restoration {
    /** The schema in which a server says how far its restore has come. It is in no dump and in no binary log. */
    String SCHEMA = "lifeboat_restore";

    /** As the inventory calls the server. */
    String name();

    RestoreState state();

    /**
     * Loads a full backup: all of it is verified before any of it is loaded, and proven after. The server must be empty, or hold what is left of a load that was not finished, which is wiped first. A load that
     * fails is wiped as well; one that can't be wiped leaves a server that says {@link Phase#LOADING}.
     *
     * @throws Failure where it could not be done to its end: what is known, and whether the server is empty again
     */
    @PortEffect(value = DESTROYS,
            privileges = {"SELECT", "INSERT", "UPDATE", "DELETE", "CREATE", "DROP", "ALTER", "INDEX", "REFERENCES",
                    "CREATE VIEW", "CREATE ROUTINE", "ALTER ROUTINE", "TRIGGER", "EVENT", "LOCK TABLES", "RELOAD",
                    "CREATE USER", "SYSTEM_VARIABLES_ADMIN", "CONNECTION_ADMIN", "SYSTEM_USER", "SET_ANY_DEFINER",
                    "ALLOW_NONEXISTENT_DEFINER"})
    @Probe("isLoaded")
    void load(Backup backup);

    /**
     * Executes transactions out of the archive of binary logs, each under its own GTID: all logs are verified before any is applied, and what was executed is proven after. Done twice it does what was not done.
     *
     * @throws Failure where it could not be done to its end; what was executed until then stays, and the server says {@link Phase#APPLYING}
     */
    @PortEffect(value = CHANGES,
            privileges = {"SELECT", "INSERT", "UPDATE", "DELETE", "CREATE", "DROP", "ALTER", "INDEX", "REFERENCES",
                    "CREATE VIEW", "CREATE ROUTINE", "ALTER ROUTINE", "TRIGGER", "EVENT", "LOCK TABLES", "BINLOG_ADMIN",
                    "REPLICATION CLIENT", "RELOAD", "CREATE USER", "SYSTEM_VARIABLES_ADMIN", "CONNECTION_ADMIN",
                    "SYSTEM_USER", "SET_ANY_DEFINER", "ALLOW_NONEXISTENT_DEFINER"})
    @Probe("isApplied")
    void apply(LogPlan plan);

    /**
     * Executes transactions out of the archive of binary logs on a replica that was not restored, in the same way: all logs are verified before any is applied, each transaction keeps its GTID, and done twice it does
     * what was not done. The server must not be {@code super_read_only} meanwhile. What was executed can't be taken out again.
     *
     * @throws Failure where it could not be done to its end; what was executed until then stays, and is all that came before the first that was not
     */
    @PortEffect(value = DESTROYS,
            privileges = {"SELECT", "INSERT", "UPDATE", "DELETE", "CREATE", "DROP", "ALTER", "INDEX", "REFERENCES",
                    "CREATE VIEW", "CREATE ROUTINE", "ALTER ROUTINE", "TRIGGER", "EVENT", "LOCK TABLES", "BINLOG_ADMIN",
                    "REPLICATION CLIENT", "RELOAD", "CREATE USER", "SYSTEM_VARIABLES_ADMIN", "CONNECTION_ADMIN",
                    "SYSTEM_USER", "SET_ANY_DEFINER", "ALLOW_NONEXISTENT_DEFINER"})
    @Probe("isToppedUp")
    void topUp(LogPlan plan);

    /** What the server takes from Lifeboat's account. */
    Intake intake();

    /** Sets that as given: a replica takes anything from its source, and an account not. */
    @PortEffect(value = CHANGES, privileges = "SYSTEM_VARIABLES_ADMIN")
    @Probe("takesIn")
    void setIntake(Intake intake);

    /** How the server's tables differ from what a manifest says; empty where they do not. */
    @PortEffect(value = OBSERVES, privileges = "SELECT")
    List<TableDifference> compare(Manifest manifest);

    default Seen isLoaded(Backup backup) {
        RestoreState state = state();
        return Seen.done(state.phase() == Phase.WHOLE && state.backup().equals(Optional.of(backup)));
    }

    default Seen isApplied(LogPlan plan) {
        RestoreState state = state();
        boolean done = state.phase() != Phase.APPLYING && state.executed().contains(plan.transactions());
        return done ? Seen.DONE : Seen.REPEATABLE;
    }

    default Seen isToppedUp(LogPlan plan) {
        return state().executed().contains(plan.transactions()) ? Seen.DONE : Seen.REPEATABLE;
    }

    default Seen takesIn(Intake intake) {
        return Seen.done(intake().equals(intake));
    }

    /** What a server says of the data that it has. */
    enum Phase {
        /** Nothing was ever restored into it, or that was wiped. */
        NONE,
        /** A backup is being loaded, or was not loaded to its end. */
        LOADING,
        /** The backup is there whole; binary logs are being applied, or were not applied to their end. */
        APPLYING,
        /** All that was asked for is there, and was proven. */
        WHOLE;

        /** Whether the server must not be used as one that has its data. */
        public boolean unfinished() {
            return this == LOADING || this == APPLYING;
        }
    }

    /**
     * @param packet the bytes of the largest statement ({@code max_allowed_packet})
     * @param trust  whether triggers and functions may be made without SUPER although there is a binary log (1419; {@code log_bin_trust_function_creators})
     */
    record Intake(long packet, boolean trust) {
        public static final Intake ALL = new Intake(1L << 30, true);
    }

    /** A full backup, by the store that it is read from. */
    record Backup(String store, String id) {}

    /**
     * @param backup   what was loaded, or is being loaded
     * @param began    when that began
     * @param took     what each part took, once it is loaded
     * @param executed by the server
     */
    record RestoreState(Phase phase, Optional<Backup> backup, Optional<Instant> began, Optional<LoadTimes> took,
            GtidSet executed) {}

    /**
     * What a load took, for predictions.
     *
     * @param verified all of the object read, opened and checked
     * @param loaded   read, opened and loaded
     * @param proven   rows counted
     * @param stored   bytes in the store
     * @param size     bytes of SQL
     */
    record LoadTimes(Duration verified, Duration loaded, Duration proven, long stored, long size) {}

    /**
     * What to apply.
     *
     * @param store        whose archive it comes from
     * @param transactions just these, none of which the server has under another history
     */
    record LogPlan(String store, String cluster, GtidSet transactions) {}

    /**
     * @param expected none where the manifest knows no such table
     * @param found    none where the server has no such table
     */
    record TableDifference(String table, Optional<Long> expected, Optional<Long> found) {
        static TableDifference of(TableRows expected, Optional<Long> found) {
            return new TableDifference(expected.table(), Optional.of(expected.rows()), found);
        }

        /** For people: {@code shop.orders has 3 rows instead of 4}. */
        public String told() {
            return found.map(rows -> expected
                    .map(wanted -> "`" + table + "` has " + rows + " rows instead of " + wanted)
                    .orElse("`" + table + "` is there with " + rows + " rows, of which the manifest knows nothing"))
                    .orElse("`" + table + "` is missing");
        }
    }
}
