package dev.lifeboat.cli.console;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Colour, where the reader wants it: on a terminal, and not under {@code NO_COLOR} (no-color.org) or {@code TERM=dumb}. */
public enum Style {
    PLAIN, COLOURED;

    /** Whatever a terminal might obey instead of showing it; line ends and tabs are what they are. */
    private static final String CONTROLS = "[\\p{Cc}\\u061c\\u200e\\u200f\\u2028-\\u202e\\u2066-\\u2069&&[^\\n\\t]]";
    /** The sequences of {@link #paint}. */
    private static final String OWN = "\\x1b\\[(?:0|1|2|32|31;1|33)m";
    private static final Pattern OBEYED = Pattern.compile(OWN + "|(?<control>" + CONTROLS + ")");
    private static final Pattern ALL = Pattern.compile("(?<control>" + CONTROLS + ")");

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

    /**
     * A line with its control characters shown, not obeyed: a value from a database or an answer must not move the cursor, hide
     * what is said, or type anything. Our own colours stay.
     */
    String shown(String text) {
        Pattern controls = this == COLOURED ? OBEYED : ALL;
        return controls.matcher(text).replaceAll(found -> Matcher.quoteReplacement(found.group("control") == null
                ? found.group()
                : String.format("\\u%04x", (int) found.group().charAt(0))));
    }

    private String paint(String code, String text) {
        return switch (this) {
            case PLAIN -> text;
            case COLOURED -> text.isEmpty() ? text : "\u001b[" + code + "m" + text + "\u001b[0m";
        };
    }
}
