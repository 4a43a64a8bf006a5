package dev.lifeboat.builtins.mysql;

import dev.lifeboat.interpreter.builtin.Failure;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A primary key as {@link RowImage#key} writes it, read back: {@code id=7, part='it''s'}. What is not certain to be one is refused, so that nothing else can get into a statement. */
public record RowKey(List<Part> parts) {
    private static final Pattern PART = Pattern
            .compile("([^=,']+)=(-?\\d+(?:\\.\\d+)?|0x(?:[0-9a-f]{2})*|'(?:[^'\\\\]|''|\\\\\\\\)*')(?:, (?=.)|$)");

    public record Part(String column, String literal) {}

    public static RowKey read(String table, String key) {
        List<Part> parts = new ArrayList<>();
        Matcher matcher = PART.matcher(key);
        int at = 0;
        while (at < key.length() && matcher.find(at) && matcher.start() == at) {
            parts.add(new Part(matcher.group(1), matcher.group(2)));
            at = matcher.end();
        }
        if (parts.isEmpty() || at != key.length()) {
            throw Failure.of("A row of `" + table + "` can't be told by its key: `" + key + "`.")
                    .hint("Repair that table by hand, or take another path.");
        }
        return new RowKey(List.copyOf(parts));
    }

    /** A condition that this row meets, and no other. */
    public String condition() {
        return String.join(" AND ", parts.stream().map(part -> quoted(part.column()) + " = "
                + (part.literal().equals("0x") ? "''" : part.literal())).toList());
    }

    public static String quoted(String name) {
        return "`" + name.replace("`", "``") + "`";
    }
}
