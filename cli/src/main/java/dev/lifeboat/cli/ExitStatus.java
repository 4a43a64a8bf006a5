package dev.lifeboat.cli;

/** Exit statuses besides those of a run ({@code RunOutcome}); the numbers are those of sysexits.h. */
final class ExitStatus {
    static final int OK = 0;
    static final int NOT_COUNTED = 1;
    static final int USAGE = 64;
    static final int INVALID_FILE = 65;
    static final int WORLD_UNAVAILABLE = 69;
    static final int DEFECT = 70;
    /** EX_TEMPFAIL: another run holds the cluster. */
    static final int LEASE_HELD = 75;

    private ExitStatus() {}
}
