package dev.lifeboat.builtins.store;

import dev.lifeboat.interpreter.builtin.Failure;
import java.util.List;
import java.util.regex.Pattern;

/** What an object may be called, so that each kind of store can keep it under that name, and no name leads out of the store. */
public final class ObjectName {
    private static final Pattern CHARACTERS = Pattern.compile("[A-Za-z0-9._-]+(/[A-Za-z0-9._-]+)*");
    private static final Pattern OF_PREFIX = Pattern.compile("([A-Za-z0-9._-]+/)*[A-Za-z0-9._-]*");
    private static final int LONGEST = 700;
    private static final int LONGEST_PART = 200;

    private ObjectName() {}

    /** @throws Failure where nothing may be called so */
    public static String checked(String object) {
        return refuseOthers(object, CHARACTERS);
    }

    /** How names begin; empty for all of them. */
    public static String checkedPrefix(String prefix) {
        return refuseOthers(prefix, OF_PREFIX);
    }

    private static String refuseOthers(String text, Pattern characters) {
        if (text.length() > LONGEST || !characters.matcher(text).matches()
                || List.of(text.split("/")).stream().anyMatch(ObjectName::leadsAstray)) {
            throw Failure.of("Nothing in a store may be called `" + shown(text) + "`.")
                    .hint("Names are made of ASCII letters, digits, `.`, `_` and `-`, with `/` between their parts; "
                            + "no part is `.` or `..` or longer than " + LONGEST_PART + " characters.");
        }
        return text;
    }

    private static boolean leadsAstray(String part) {
        return part.equals(".") || part.equals("..") || part.length() > LONGEST_PART;
    }

    /** What is refused is quoted, and must not write to a terminal as it likes. */
    private static String shown(String text) {
        String printable = text.replaceAll("[^\\p{Print}]", "?");
        return printable.length() > LONGEST_PART ? printable.substring(0, LONGEST_PART) + "…" : printable;
    }
}
