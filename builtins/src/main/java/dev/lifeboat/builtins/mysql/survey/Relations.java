package dev.lifeboat.builtins.mysql.survey;

import dev.lifeboat.builtins.mysql.GtidSet;

/** What servers are to each other, by their timelines and their GTID sets. */
public final class Relations {
    private Relations() {}

    /** Ask {@code a} first: a source that goes on meanwhile can then only have more. */
    public static Relation of(Observed a, Observed b) {
        GtidSet errant = a.executed().subtract(b.executed());
        GtidSet missing = b.executed().subtract(a.executed());
        Kinship kinship = Kinship.of(a, b);
        return new Relation(state(a, b, missing, errant, kinship), missing, errant, kinship.told());
    }

    private static RelationState state(Observed a, Observed b, GtidSet missing, GtidSet errant, Kinship kinship) {
        if (a.executed().isEmpty() && !b.executed().isEmpty()) {
            return RelationState.NEW;
        }
        if (!errant.isEmpty() || kinship.across()) {
            return RelationState.DIVERGED;
        }
        if (!b.state().purged().subtract(a.executed()).isEmpty()) {
            return RelationState.IRRECOVERABLE;
        }
        return missing.isEmpty() ? RelationState.IDENTICAL : RelationState.RECOVERABLE;
    }
}
