package dev.lifeboat.interpreter.evaluate;

import dev.lifeboat.interpreter.builtin.Failure;

/**
 * The name of a table or a column, as it stands in SQL: between backticks, whatever is in it. What no name of MySQL can
 * be (manual, "Schema Object Names") is refused here, in words that say which name it is.
 */
final class Identifier {

    private static final int LONGEST = 64;

    private Identifier() {}

    static String quoted(String name) {
        if (name.isEmpty() || name.endsWith(" ")) {
            throw refused(name, "it is empty or ends with a space");
        }
        if (name.length() > LONGEST) {
            throw refused(name, "it is longer than " + LONGEST + " characters");
        }
        if (name.chars().anyMatch(c -> c == 0 || Character.isSurrogate((char) c))) {
            throw refused(name, "it holds a character that MySQL takes in no name");
        }
        return "`" + name.replace("`", "``") + "`";
    }

    private static Failure refused(String name, String why) {
        var shown = name.length() > LONGEST ? name.substring(0, LONGEST) + "…" : name;
        return Failure.of("`" + shown + "` can't be a name in SQL: " + why + ".")
                .hint("`ident(…)` takes the name of one table or column; a schema is an `ident(…)` of its own.");
    }
}
