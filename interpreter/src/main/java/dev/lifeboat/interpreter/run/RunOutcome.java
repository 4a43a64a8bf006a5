package dev.lifeboat.interpreter.run;

/** How a run ended, with the exit status of the command line. */
public enum RunOutcome {
    DONE(0),
    ROLLED_BACK(1),
    NEEDS_A_PERSON(2),
    OBJECTIVE_MISSED(3),
    FAILED(4),
    ROLLBACK_FAILED(5),
    NOT_MODELLED(6),
    /** Another run has taken the cluster: this one was refused its next effect. */
    TAKEN_OVER(75),
    INTERRUPTED(130);

    private final int exitStatus;

    RunOutcome(int exitStatus) {
        this.exitStatus = exitStatus;
    }

    public int exitStatus() {
        return exitStatus;
    }
}
