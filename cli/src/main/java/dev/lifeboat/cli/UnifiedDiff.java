package dev.lifeboat.cli;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import dev.lifeboat.cli.console.Style;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What would change in a file, in the form that `patch` and `git apply` read. */
final class UnifiedDiff {
    private static final int CONTEXT = 3;
    private static final String NO_END = "\n\\ No newline at end of file";

    private UnifiedDiff() {}

    /** No lines where the texts are the same. */
    static List<String> of(String name, String before, String after, Style style) {
        List<String> old = lines(before);
        String path = name.replaceFirst("^/+", "");
        return UnifiedDiffUtils.generateUnifiedDiff("a/" + path, "b/" + path, old, DiffUtils.diff(old, lines(after)),
                CONTEXT).stream().map(line -> painted(line, style)).toList();
    }

    /** A last line without its end is another line than one with it. */
    private static List<String> lines(String text) {
        List<String> lines = new ArrayList<>(Arrays.asList(text.split("\n", -1)));
        String rest = lines.removeLast();
        if (!rest.isEmpty()) {
            lines.add(rest + NO_END);
        }
        return lines;
    }

    private static String painted(String line, Style style) {
        if (line.startsWith("---") || line.startsWith("+++")) {
            return style.bold(line);
        }
        return switch (line.isEmpty() ? ' ' : line.charAt(0)) {
            case '-' -> style.bad(line);
            case '+' -> style.good(line);
            case '@' -> style.faint(line);
            default -> line;
        };
    }
}
