package dev.lifeboat.cli.files;

/** Something in the way a command was called, told in full sentences. The command ends with status 64. */
public final class UsageProblem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UsageProblem(String message) {
        super(message, null, false, false);
    }
}
