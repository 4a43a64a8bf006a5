package dev.lifeboat.cli;

import dev.lifeboat.cli.Arguments.Argument;
import dev.lifeboat.interpreter.check.CheckedRunbook;
import dev.lifeboat.interpreter.world.Lease;

/**
 * How people take part in a run.
 *
 * @param stepwise    whether somebody is asked before each step
 * @param exitOnPause whether it ends, resumable, where nobody is there to decide
 */
record Manner(boolean stepwise, boolean exitOnPause) {

    /** Who steps through a run can change something at any time; else one that only looks shares the cluster with others like it. */
    Lease.Mode lease(CheckedRunbook program) {
        return stepwise || program.alters() ? Lease.Mode.EXCLUSIVE : Lease.Mode.SHARED;
    }

    static Argument<Boolean> exitOnPause(Arguments arguments) {
        return arguments.flag("--exit-on-pause",
                "End at a pause with status 2, to be resumed, where nobody is at the terminal. Else the run waits for `lifeboat attach`.");
    }
}
