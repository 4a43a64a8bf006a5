package dev.lifeboat.builtins.mysql;

import static dev.lifeboat.interpreter.builtin.Effect.CHANGES;
import static dev.lifeboat.interpreter.builtin.Effect.DESTROYS;
import static dev.lifeboat.interpreter.builtin.Effect.OBSERVES;

import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.builtin.HasIdentity;
import dev.lifeboat.interpreter.builtin.PortEffect;
import dev.lifeboat.interpreter.builtin.Probe;
import dev.lifeboat.interpreter.builtin.Seen;
import java.util.List;

/** The life of a server's data directory: filled by a clone of another server, or emptied. */
@HasIdentity
public interface Instance {

    /** As the inventory calls the server. */
    String name();

    /** What is in it that is not MySQL's own. */
    @PortEffect(value = OBSERVES, privileges = "SHOW DATABASES")
    Contents contents();

    /** The last clone that this server received, under way or over. */
    CloneState cloneState();

    /** Loads MySQL's clone plugin, which the server keeps from then on. It must not be {@code super_read_only} for that. */
    @PortEffect(value = CHANGES, privileges = "INSERT ON mysql.plugin")
    @Probe("canClone")
    void loadClonePlugin();

    /**
     * Begins to replace all data by those of the donor, and returns when that is under way. The server goes on with it by itself, whoever goes away, and ends in a restart: one that no
     * supervisor starts again stays down (error 3707). It must not be {@code super_read_only} (1290).
     */
    @PortEffect(value = DESTROYS, privileges = {"CLONE_ADMIN", "BACKUP_ADMIN", "SYSTEM_VARIABLES_ADMIN"})
    @Probe("cloneBegun")
    void beginClone(Donor donor);

    /** Ends a clone that is under way; what it had left of the data is gone. */
    @PortEffect(value = DESTROYS, privileges = "CONNECTION_ADMIN")
    @Probe("noCloneUnderWay")
    void stopClone();

    /** Drops all schemas but MySQL's own, forgets its source, its binary logs and its GTIDs. Accounts stay. It must not be {@code super_read_only}. */
    @PortEffect(value = DESTROYS, privileges = {"DROP", "RELOAD", "SYSTEM_VARIABLES_ADMIN", "REPLICATION_SLAVE_ADMIN"})
    @Probe("isEmpty")
    void wipe();

    default Seen canClone() {
        return Seen.done(contents().clonePlugin());
    }

    /**
     * One that went away is on its way through the restart at a clone's end: whoever waits for it there sees which clone that was. An older one of the same donor
     * can't be told from it. Otherwise it is begun once more, and comes to the same.
     */
    default Seen cloneBegun(Donor donor) {
        CloneState state;
        try {
            state = cloneState();
        } catch (Failure away) {
            return Seen.DONE;
        }
        if (state.phase() != ClonePhase.UNDER_WAY) {
            return Seen.REPEATABLE;
        }
        return state.source().equals(donor.address()) ? Seen.DONE : Seen.UNKNOWN;
    }

    default Seen noCloneUnderWay() {
        return Seen.done(cloneState().phase() != ClonePhase.UNDER_WAY);
    }

    default Seen isEmpty() {
        var contents = contents();
        return Seen.done(contents.schemas().isEmpty() && contents.executed().isEmpty());
    }

    /** @param schemas all but MySQL's own, Lifeboat's among them */
    record Contents(List<String> schemas, GtidSet executed, boolean clonePlugin) {
        public Contents {
            schemas = List.copyOf(schemas);
        }
    }

    /**
     * Where it gets its data from.
     *
     * @param login the account there, as the inventory names it
     */
    record Donor(String host, int port, String login) {
        public String address() {
            return host + ":" + port;
        }
    }

    enum ClonePhase {
        /** There never was one. */
        NONE,
        UNDER_WAY,
        COMPLETED,
        FAILED
    }

    /**
     * @param source   the donor's {@code host:port}
     * @param error    MySQL's error number, 0 where there was none
     * @param executed what the donor had executed, once it is completed
     * @param copied   bytes
     * @param estimate bytes, 0 as long as nobody knows
     * @param stage    what is being done, for people
     */
    record CloneState(ClonePhase phase, String source, int error, String message, GtidSet executed, long copied,
            long estimate, String stage) {
        public static final CloneState NEVER = new CloneState(ClonePhase.NONE, "", 0, "", GtidSet.EMPTY, 0, 0, "");
    }
}
