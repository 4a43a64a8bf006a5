package dev.lifeboat.builtins.mysql.failover;

import dev.lifeboat.interpreter.builtin.Doc;

/** What is the matter with a primary: table 5.0 of the project's knowledge of failures. */
public enum VerdictState {
    @Doc("It answers.")
    ALIVE,
    @Doc("Nothing answers there, and nobody who could hear it hears it.")
    DEAD,
    @Doc("It accepts connections and says nothing. It may thaw: only what is fenced by process or power may be promoted over.")
    HUNG,
    @Doc("It is not seen from here, and a replica still hears it, or a witness reaches it.")
    UNREACHABLE,
    @Doc("Its connections are used up (1040).")
    OVERLOADED,
    @Doc("It answers, and its writes wait for space.")
    DISK_FULL,
    @Doc("It answers, and its commits wait for a semi-synchronous replica.")
    SEMISYNC_BLOCKED,
    @Doc("What was seen does not fit together, or nobody was there who could tell.")
    UNCERTAIN
}
