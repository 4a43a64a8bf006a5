package dev.lifeboat.cli.console;

/** Colour, where the reader wants it: on a terminal, and not under {@code NO_COLOR} (no-color.org) or {@code TERM=dumb}. */
public enum Style {
    PLAIN, COLOURED;

    /** @param terminal whether the output goes to one; the launcher finds out */
    public static Style of(boolean terminal) {
        String noColor = System.getenv("NO_COLOR");
        boolean wanted = (noColor == null || noColor.isEmpty()) && !"dumb".equals(System.getenv("TERM"));
        return terminal && wanted ? COLOURED : PLAIN;
    }

    public String bold(String text) {
        return paint("1", text);
    }

    public String faint(String text) {
        return paint("2", text);
    }

    public String good(String text) {
        return paint("32", text);
    }

    public String bad(String text) {
        return paint("31;1", text);
    }

    public String warning(String text) {
        return paint("33", text);
    }

    private String paint(String code, String text) {
        return switch (this) {
            case PLAIN -> text;
            case COLOURED -> text.isEmpty() ? text : "\u001b[" + code + "m" + text + "\u001b[0m";
        };
    }
}
