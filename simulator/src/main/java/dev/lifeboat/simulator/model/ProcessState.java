package dev.lifeboat.simulator.model;

/** How the process of a server is. */
enum ProcessState {
    ALIVE(Line.OPEN),
    /** It runs and does nothing (SIGSTOP, I/O that never returns): connections are accepted and never greeted. */
    HUNG(Line.HUNG),
    STOPPED(Line.REFUSED);

    private final Line line;

    ProcessState(Line line) {
        this.line = line;
    }

    /** What the machine itself would find at its port. */
    Line line() {
        return line;
    }
}
