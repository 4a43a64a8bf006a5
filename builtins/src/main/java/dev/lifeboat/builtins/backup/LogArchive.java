package dev.lifeboat.builtins.backup;

import static dev.lifeboat.interpreter.builtin.Effect.CHANGES;
import static dev.lifeboat.interpreter.builtin.Effect.DESTROYS;

import dev.lifeboat.builtins.mysql.BinaryLogs.Page;
import dev.lifeboat.builtins.mysql.BinaryLogs.Place;
import dev.lifeboat.builtins.mysql.BinaryLogs.Wanted;
import dev.lifeboat.builtins.mysql.GtidSet;
import dev.lifeboat.interpreter.builtin.PortEffect;
import dev.lifeboat.interpreter.builtin.Probe;
import dev.lifeboat.interpreter.builtin.Seen;
import java.time.Duration;
import java.util.List;

/**
 * The binary logs that are kept in a store, by the {@code server_uuid} of whoever wrote them. What is there is as it was on the server, byte for byte, in parts of whole transactions; each part has an
 * entry that says what it holds, written last, so that a part without one is none.
 */
public interface LogArchive {

    /** As the inventory calls the store. */
    String name();

    /** What the entries say, by server, file and place in it. */
    List<ArchivedLog> logs(String cluster);

    /**
     * Brings all that a server has logged up to now to the store, the file that it writes to as well, which it is made to close.
     *
     * @throws dev.lifeboat.interpreter.builtin.Failure also where something was purged before it got here: all that is left is in the archive then, and the failure says what is missing
     */
    @PortEffect(value = CHANGES, privileges = {"RELOAD", "REPLICATION CLIENT", "REPLICATION SLAVE"})
    @Probe("archived")
    void archive(String cluster, String server);

    /** What is there already is not brought again. */
    default Seen archived(String cluster, String server) {
        return Seen.REPEATABLE;
    }

    /**
     * Brings what a server logs to the store as it comes, and goes on where the server can't be reached for a while.
     *
     * @param length how long
     * @param rpo    how old the archive may become
     * @throws dev.lifeboat.interpreter.builtin.Failure where the archive has become older than that, or something is missing
     */
    @PortEffect(value = CHANGES, privileges = {"REPLICATION CLIENT", "REPLICATION SLAVE"})
    @Probe("streamed")
    void stream(String cluster, String server, Duration length, Duration rpo);

    default Seen streamed(String cluster, String server, Duration length, Duration rpo) {
        return Seen.REPEATABLE;
    }

    /**
     * Reads all parts that hold some of these transactions to their ends, and compares what is in them with what their entries say.
     *
     * @param transactions empty for all that is there
     * @return what is wrong; empty where nothing is
     */
    List<LogDamage> verify(String cluster, GtidSet transactions);

    /** Reads on in the logs of one server, as {@link dev.lifeboat.builtins.mysql.BinaryLogs#read} does. */
    Page search(String cluster, String serverUuid, Place from, Wanted wanted);

    /**
     * All that had been executed when a transaction came, on the server that it comes from; where that one's logs are not here, on another that has it.
     *
     * @throws dev.lifeboat.interpreter.builtin.Failure where the transaction is in no log here
     */
    GtidSet before(String cluster, GtidSet transaction);

    /** Copies a part to another store, sealed as it is. */
    @PortEffect(CHANGES)
    @Probe("copied")
    void copy(ArchivedLog part, String toStore);

    default Seen copied(ArchivedLog part, String toStore) {
        return Seen.REPEATABLE;
    }

    @PortEffect(DESTROYS)
    @Probe("removed")
    void remove(ArchivedLog part);

    default Seen removed(ArchivedLog part) {
        return Seen.done(logs(part.cluster()).stream().noneMatch(part::sameObject));
    }
}
