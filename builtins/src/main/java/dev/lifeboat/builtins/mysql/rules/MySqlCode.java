package dev.lifeboat.builtins.mysql.rules;

import dev.lifeboat.grammar.Code;
import dev.lifeboat.grammar.Explanations;

/** What the rules that know MySQL find. The page about each is the resource {@code explanations/LB….md} beside this class. */
public enum MySqlCode implements Code {
    UNDRAINED("LB501", "A promotion before the relay logs are drained"),
    UNGUARDED("LB502", "A promotion without a fence or an approval"),
    ELECTED_TOO_EARLY("LB503", "An election before the relay logs are drained"),
    PROMOTED_TWICE("LB504", "Two promotions without a fence between them"),
    DETACHED_TOO_EARLY("LB505", "A detach before the route is verified"),
    UNVERIFIED("LB506", "A restore of a backup that was not verified"),
    ACROSS_TIMELINES("LB507", "A replica that is led to another timeline"),
    NO_SUCH_SQL("LB508", "SQL that a required MySQL does not have"),
    FLUSH("LB509", "A `FLUSH` without `LOCAL`"),
    STOP_BY_TIME("LB510", "A stop by time where a GTID would do"),
    NO_SUCH_MYSQL("LB511", "A requirement that no MySQL meets");

    private final String id;
    private final String title;

    MySqlCode(String id, String title) {
        this.id = id;
        this.title = title;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public String explanation() {
        return Explanations.read(MySqlCode.class, id);
    }
}
