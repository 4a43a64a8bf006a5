package dev.lifeboat.interpreter.run;

/** How a step ended. */
public enum StepState {
    SUCCEEDED,
    FAILED,
    SKIPPED,
    /** It was asked for and nobody saw the answer. */
    UNKNOWN
}
