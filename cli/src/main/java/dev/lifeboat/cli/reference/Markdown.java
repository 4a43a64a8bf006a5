package dev.lifeboat.cli.reference;

import java.util.Locale;
import java.util.regex.Pattern;

/** How pieces of Markdown are written. */
final class Markdown {
    private static final Pattern LINK = Pattern.compile("\\[([^\\]\\[]+)\\]\\([^)\\s]*(?:#|\\.md|\\.yaml)[^)\\s]*\\)");
    private static final Pattern EXAMPLE = Pattern.compile("(?m)^(```\\w+) .*$");
    private static final Pattern NOT_OF_AN_ANCHOR = Pattern.compile("[^a-z0-9 _-]");

    private Markdown() {}

    static String code(Object text) {
        return "`" + text + "`";
    }

    /** A link to a heading of the same page, as GitHub names it. */
    static String link(String text, String heading) {
        return "[" + text + "](#" + NOT_OF_AN_ANCHOR.matcher(heading.toLowerCase(Locale.ROOT)).replaceAll("")
                .replace(' ', '-') + ")";
    }

    /** How an example is tested stands behind its language, and is no matter of readers. */
    static String forReaders(String text) {
        return EXAMPLE.matcher(text).replaceAll("$1");
    }

    /** The text alone, for where links lead nowhere. */
    static String withoutLinks(String text) {
        return LINK.matcher(text).replaceAll("$1");
    }
}
