package dev.lifeboat.interpreter.run;

/** Whether a rollback goes on. */
sealed interface Passage {

    record On() implements Passage {}

    /** @param complete whether all that was to be taken back has been */
    record Halted(boolean complete, RunOutcome outcome, String reason) implements Passage {}

    Passage ON = new On();
}
