package dev.lifeboat.cli;

import dev.lifeboat.cli.Arguments.Argument;

/**
 * How people take part in a run.
 *
 * @param stepwise    whether somebody is asked before each step
 * @param exitOnPause whether it ends, resumable, where nobody is there to decide
 */
record Manner(boolean stepwise, boolean exitOnPause) {

    static Argument<Boolean> exitOnPause(Arguments arguments) {
        return arguments.flag("--exit-on-pause",
                "End at a pause with status 2, to be resumed, where nobody is at the terminal. Else the run waits for `lifeboat attach`.");
    }
}
