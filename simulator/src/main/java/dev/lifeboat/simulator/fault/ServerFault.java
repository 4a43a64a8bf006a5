package dev.lifeboat.simulator.fault;

/** What can happen to a server. The names, in lower case, are the words of scenario files. */
public enum ServerFault {
    /** Its process is gone at once (SIGKILL). */
    CRASH,
    /** It hangs: it accepts connections and says nothing (SIGSTOP, a disk that never answers). */
    FREEZE,
    /** It goes on after having hung. */
    THAW,
    /** It is started, as its option file and what is persisted say. */
    START,
    STOP_RECEIVER,
    START_RECEIVER,
    STOP_APPLIER,
    START_APPLIER,
    /** An administrator writes a row there: on a replica that is an errant transaction. */
    WRITE_ON,
    /** A row there differs all of a sudden, behind the back of replication. */
    CHANGE_ROW_ON,
    /** Its binary logs are purged. */
    PURGE_BINLOGS,
    /** Its name leads to another server from now on, with the same data and another `server_uuid`. */
    REPLACE
}
