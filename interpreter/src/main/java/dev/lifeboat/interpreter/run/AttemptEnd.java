package dev.lifeboat.interpreter.run;

/** How one attempt at a step ended. */
sealed interface AttemptEnd {

    record Done(Flow flow) implements AttemptEnd {}

    /** Its outcome had been unknown, and it turned out that it was done. */
    record Settled(String how) implements AttemptEnd {}

    /** What was performed ends the run, or leaves it. */
    record Left(Course course) implements AttemptEnd {}

    record Failed(Problem problem) implements AttemptEnd {}

    static AttemptEnd through() {
        return new Done(Flow.THROUGH);
    }
}
