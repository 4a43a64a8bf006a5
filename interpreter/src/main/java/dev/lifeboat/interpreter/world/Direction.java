package dev.lifeboat.interpreter.world;

/**
 * What somebody who steps through a run wants where it stands.
 *
 * @param by   who wants it
 * @param text why, or the words of a call or a note; empty where there is nothing to say
 */
public record Direction(Move move, String by, String text) {

    /** Nobody wants anything else. Not journaled. */
    public static final Direction GO = new Direction(Move.GO, "", "");

    public enum Move {
        /** The run goes on: with the step that it stands before; at a pause, with what is chosen there. */
        GO,
        /** The step that it stands before is passed over. */
        SKIP,
        /** What the last step did is taken back, and the run stands before that step; at a pause, what the failed one did. */
        UNDO,
        /** The whole run is taken back. */
        ROLL_BACK,
        /** The run ends for now, and can be resumed. */
        LEAVE,
        /** A call that is not in the runbook. */
        CALL,
        /** Words for the journal. */
        NOTE
    }
}
