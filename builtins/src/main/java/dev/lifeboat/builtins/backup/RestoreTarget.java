package dev.lifeboat.builtins.backup;

import dev.lifeboat.builtins.backup.Restoration.Backup;
import dev.lifeboat.builtins.backup.Restoration.Intake;
import dev.lifeboat.builtins.backup.Restoration.LoadTimes;
import dev.lifeboat.builtins.backup.Restoration.RestoreState;
import java.time.Instant;
import java.util.List;
import java.util.SequencedMap;

/** The server that something is restored into, as far as that takes more than executing SQL. */
public interface RestoreTarget {

    /** As the inventory calls it. */
    String name();

    RestoreState state();

    /** All schemas but MySQL's own and that of restores. */
    List<String> schemas();

    /** Why it can't take this backup, sentences; empty where it can. */
    List<String> objections(Manifest manifest);

    /**
     * Makes it ready to be filled, and lets it say from now on that this backup is being loaded: clients stay shut out, events don't run, and what it commits need not survive a crash until that is over.
     *
     * @return puts back what was found
     */
    Filling loading(Backup backup, Instant began, String run);

    /** The same for binary logs that are applied to what was restored. */
    Filling applying();

    Intake intake();

    void intake(Intake wanted);

    /** Ends what a runner that died has left behind there. @return what was seen, a line each */
    List<String> endFormer();

    /** From now on it says that all of the backup is there. */
    void whole(LoadTimes took);

    /** From now on it says that all binary logs are there that were asked for. */
    void whole();

    /** Lets the accounts that were loaded count. */
    void accountsCount();

    /** How many rows each table has, MySQL's own aside. */
    SequencedMap<String, Long> rows();

    /** Empties it, and forgets what it said of a restore at the very end. */
    void wipe();

    /** A server that is being filled; it takes no writes at all once that is over. */
    interface Filling extends AutoCloseable {
        @Override
        void close();
    }
}
