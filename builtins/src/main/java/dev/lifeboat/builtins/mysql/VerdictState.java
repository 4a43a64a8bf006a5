package dev.lifeboat.builtins.mysql;

/** What is the matter with a primary: table 5.0 of the project's knowledge of failures. */
public enum VerdictState {
    /** It answers. */
    ALIVE,
    /** Nothing answers there, and nobody who could hear it hears it. */
    DEAD,
    /** It accepts connections and says nothing. It may thaw: only what is fenced by process or power may be promoted over. */
    HUNG,
    /** It is not seen from here, and a replica still hears it. */
    UNREACHABLE,
    /** Its connections are used up (1040). */
    OVERLOADED,
    /** It answers, and its writes wait for space. */
    DISK_FULL,
    /** It answers, and its commits wait for a semi-synchronous replica. */
    SEMISYNC_BLOCKED,
    /** What was seen does not fit together, or nobody was there who could tell. */
    UNCERTAIN
}
