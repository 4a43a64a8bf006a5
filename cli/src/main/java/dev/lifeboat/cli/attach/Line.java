package dev.lifeboat.cli.attach;

/** What a run says to somebody who is attached to it, a line each; the other way go the lines that they type. */
enum Line {
    /** Something to show. */
    TEXT('|'),
    /** Something to answer. */
    QUESTION('?'),
    /** What can be typed as an answer to the next question, with spaces between. */
    WORDS(':');

    private final char sign;

    Line(char sign) {
        this.sign = sign;
    }

    String of(String text) {
        return sign + text;
    }

    boolean is(String line) {
        return !line.isEmpty() && line.charAt(0) == sign;
    }
}
