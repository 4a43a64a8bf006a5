package dev.lifeboat.builtins.steering;

import dev.lifeboat.interpreter.builtin.Seen;

/** How something stands that is switched. */
public enum Setting {
    ON,
    OFF,
    /** The inventory does not say how one sees it. */
    UNKNOWN;

    public static Setting of(boolean on) {
        return on ? ON : OFF;
    }

    /** For a probe. Where nobody can see it, it is switched once more: to have done that twice is to have done it once. */
    public Seen is(boolean wanted) {
        return this == UNKNOWN ? Seen.REPEATABLE : Seen.done(this == of(wanted));
    }

    /** Whether somebody has seen that it stands the other way. */
    public boolean contradicts(boolean wanted) {
        return this == of(!wanted);
    }
}
