package dev.lifeboat.grammar.format;

/**
 * Where a token stands.
 *
 * @param indent how far the line is indented that it begins, in steps
 */
record Spot(Place place, int indent, Gap gap) {

    /** Whether a token begins a line. */
    enum Place {
        /** It begins one. */
        LINE,
        /** It stands behind the one before it, unless a comment stands between. */
        JOIN,
        /** It begins one if it did: within expressions and lists the author knows best. */
        KEEP
    }

    /** Whether an empty line stands before a line. */
    enum Gap {
        NONE,
        /** One, if there was one or more. */
        ALLOWED,
        REQUIRED
    }

    static Spot line(int indent, Gap gap) {
        return new Spot(Place.LINE, indent, gap);
    }

    static Spot join(int indent) {
        return new Spot(Place.JOIN, indent, Gap.NONE);
    }
}
