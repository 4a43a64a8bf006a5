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
    /** Nothing more can be stored: writes hang, reads go on. */
    FILL_DISK,
    FREE_DISK,
    /** The application takes every connection that it has (1040). */
    USE_UP_CONNECTIONS,
    /** A session of the application holds what a fence has to wait for (1205). */
    HOLD_LOCK,
    /** The sessions of the application end. */
    END_SESSIONS,
    /** Its name leads to another server from now on, with the same data and another `server_uuid`. */
    REPLACE,
    /** Dumps of it have no rows, and end as if all were well. */
    DUMPS_EMPTY,
    /** Dumps of it end in the middle, as if all were well. */
    DUMPS_CUT,
    DUMPS_WHOLE
}
