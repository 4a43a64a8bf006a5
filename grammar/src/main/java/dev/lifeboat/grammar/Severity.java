package dev.lifeboat.grammar;

/** How bad a finding is: an error refuses the file, a warning does so under {@code --strict}. */
public enum Severity {
    ERROR, WARNING;

    /** The word in front of a message. */
    public String word() {
        return switch (this) {
            case ERROR -> "error";
            case WARNING -> "warning";
        };
    }
}
