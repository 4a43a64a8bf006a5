package dev.lifeboat.simulator.fault;

/** What can happen to a store. The names, in lower case, are the words of scenario files. */
public enum StoreFault {
    /** It answers each request with 503. */
    STORE_REFUSES,
    /** It answers again. */
    STORE_ANSWERS,
    /** Transfers take fifty times as long. */
    STORE_SLOW,
    STORE_FAST,
    /** Nothing more can be written. */
    STORE_FULL,
    STORE_HAS_ROOM,
    /** Its tape is not in the drive. */
    TAPE_OUT,
    TAPE_IN,
    /** The secret has another key; all that it had are gone. */
    KEY_LOST,
    /** The secret has another key under the same name. */
    KEY_CHANGED,
    /** What is sealed from now on has a new key; the old ones still open what they sealed. */
    KEY_ROTATED
}
