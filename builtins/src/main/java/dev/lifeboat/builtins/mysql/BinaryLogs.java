package dev.lifeboat.builtins.mysql;

import static dev.lifeboat.interpreter.builtin.Effect.DESTROYS;
import static dev.lifeboat.interpreter.builtin.Effect.OBSERVES;

import dev.lifeboat.interpreter.builtin.HasIdentity;
import dev.lifeboat.interpreter.builtin.PortEffect;
import dev.lifeboat.interpreter.builtin.Probe;
import dev.lifeboat.interpreter.builtin.Seen;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The transactions in a server's binary logs. A server that runs is asked itself; of one that does not, the files are read on its host. They are read a page at a
 * time, and what is not wanted never leaves the adapter: neither memory nor the journal grows with the logs.
 */
@HasIdentity
public interface BinaryLogs {

    /** As the inventory calls the server. */
    String name();

    /** Oldest first. */
    @PortEffect(value = OBSERVES, privileges = {"REPLICATION CLIENT", "REPLICATION SLAVE"})
    List<LogFile> files();

    /** Reads on from {@code from}, through the files that follow, until a page is full or the log ends. A last event that was torn by a crash is its end. */
    @PortEffect(value = OBSERVES, privileges = {"REPLICATION CLIENT", "REPLICATION SLAVE", "SELECT"})
    Page read(Place from, Wanted wanted);

    /** All that the server has executed; of one that does not run, all that its logs know of. */
    GtidSet executed();

    /**
     * Commits {@code transactions}, which lie in the binary logs of another server, under their own GTIDs. Those that were executed already are passed over. The server must not be
     * {@code super_read_only} meanwhile.
     *
     * @param from the other server's name
     */
    @PortEffect(value = DESTROYS, privileges = {"BINLOG_ADMIN", "SYSTEM_VARIABLES_ADMIN"})
    @Probe("taken")
    void take(String from, GtidSet transactions);

    default Seen taken(String from, GtidSet transactions) {
        return Seen.done(executed().contains(transactions));
    }

    /** @param before all that had been executed, or purged, when it was begun */
    record LogFile(String name, long size, GtidSet before) {
        public Place start() {
            return new Place(name, 4);
        }
    }

    /** @param offset in bytes; 4 is the first event of a file */
    record Place(String file, long offset) {}

    /**
     * @param next  where the next page begins
     * @param end   whether there was nothing further
     * @param bytes how much of the log was read for it
     */
    record Page(List<LoggedTransaction> transactions, Place next, boolean end, long bytes) {
        public Page {
            transactions = List.copyOf(transactions);
        }
    }

    /**
     * Which transactions, and how much of them.
     *
     * @param among    empty for any
     * @param from     committed then or later
     * @param to       committed before
     * @param tables   {@code schema.table}, or {@code schema.*}; empty for any
     * @param least    how many rows they change, of that kind and in those tables
     * @param touching {@link RowImage#place()} of rows, one of which they change; empty for any
     * @param images   whether the rows themselves are wanted
     * @param most     how many are wanted at once
     */
    record Wanted(GtidSet among, Optional<Instant> from, Optional<Instant> to, List<String> tables,
            Optional<RowKind> kind, long least, List<String> touching, boolean images, int most) {
        private static final int USUAL = 1_000;
        public static final Wanted ALL = new Wanted(GtidSet.EMPTY, Optional.empty(), Optional.empty(), List.of(),
                Optional.empty(), 0, List.of(), false, USUAL);

        public Wanted {
            tables = List.copyOf(tables);
            touching = List.copyOf(touching);
        }

        /** The rows of these transactions. */
        public static Wanted rowsOf(GtidSet among) {
            return new Wanted(among, Optional.empty(), Optional.empty(), List.of(), Optional.empty(), 0, List.of(),
                    true, USUAL);
        }

        /** Any transaction that changes one of these rows. */
        public static Wanted touching(List<String> places) {
            return new Wanted(GtidSet.EMPTY, Optional.empty(), Optional.empty(), List.of(), Optional.empty(), 0,
                    places, true, USUAL);
        }

        /** These transactions, without their rows. */
        public static Wanted those(GtidSet among) {
            return new Wanted(among, Optional.empty(), Optional.empty(), List.of(), Optional.empty(), 0, List.of(),
                    false, USUAL);
        }

        public Wanted atMost(int transactions) {
            return new Wanted(among, from, to, tables, kind, least, touching, images, transactions);
        }
    }
}
