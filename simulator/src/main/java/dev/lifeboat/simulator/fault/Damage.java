package dev.lifeboat.simulator.fault;

/**
 * Something in a store is not what it was.
 *
 * @param of    what kind of thing
 * @param which of those there are
 * @param how   what is done to it
 */
public record Damage(String store, Kind of, Which which, How how) {

    /** What lies in stores. */
    public enum Kind {
        FULL, BINLOG
    }

    /** By age. */
    public enum Which {
        OLDEST, MIDDLE, NEWEST, ALL
    }

    /** The names, in lower case, are the words of scenario files. */
    public enum How {
        /** One bit of its content differs. */
        FLIP_BIT,
        /** The second half of its content is missing. */
        TRUNCATE,
        /** Its content is gone, and what describes it is there. */
        REMOVE,
        /** It is gone, with what describes it. */
        FORGET,
        /** Its content is that of its neighbour, and the other way round. */
        SWAP,
        /** What describes it says something else than what was true. */
        LIE
    }
}
