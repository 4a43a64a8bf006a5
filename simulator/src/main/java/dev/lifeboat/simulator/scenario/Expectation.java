package dev.lifeboat.simulator.scenario;

import dev.lifeboat.interpreter.run.RunOutcome;

/** How a scenario says that its run ends. The names, in lower case, are the words of scenario files. */
public enum Expectation {
    DONE(RunOutcome.DONE),
    OBJECTIVE_MISSED(RunOutcome.OBJECTIVE_MISSED),
    PAUSED(
            RunOutcome.NEEDS_A_PERSON),
    ROLLED_BACK(RunOutcome.ROLLED_BACK),
    FAILED(
            RunOutcome.FAILED),
    ROLLBACK_FAILED(RunOutcome.ROLLBACK_FAILED);

    private final RunOutcome outcome;

    Expectation(RunOutcome outcome) {
        this.outcome = outcome;
    }

    public RunOutcome outcome() {
        return outcome;
    }
}
