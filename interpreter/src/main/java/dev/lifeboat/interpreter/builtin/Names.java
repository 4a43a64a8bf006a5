package dev.lifeboat.interpreter.builtin;

import java.util.Locale;
import java.util.regex.Pattern;

/** Java's names as the language writes them: {@code isWritable} is {@code is_writable}. */
final class Names {
    private static final Pattern HUMP = Pattern.compile("([a-z0-9])([A-Z])");

    private Names() {}

    static String snakeCase(String name) {
        return HUMP.matcher(name).replaceAll("$1_$2").toLowerCase(Locale.ROOT);
    }
}
