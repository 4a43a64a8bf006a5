package dev.lifeboat.interpreter.check;

import java.util.Collection;
import java.util.Optional;

/** Finds the name that a person probably meant. */
public final class Nearest {

    private Nearest() {}

    /** "Did you mean `…`?", if one of the names is near enough. */
    public static Optional<String> hint(String written, Collection<String> names) {
        return of(written, names).map(name -> "Did you mean `" + name + "`?");
    }

    /** The nearest name: at most one slip in three letters away, of equally near ones the first. */
    public static Optional<String> of(String written, Collection<String> names) {
        var best = Optional.<String>empty();
        var bound = Math.max(1, written.length() / 3) + 1;
        for (var name : names) {
            var slips = slips(written, name);
            if (slips < bound) {
                best = Optional.of(name);
                bound = slips;
            }
        }
        return best;
    }

    /** How many letters are to be added, left out, changed or swapped with their neighbour. */
    static int slips(String from, String to) {
        var rows = new int[from.length() + 1][to.length() + 1];
        for (var i = 0; i <= from.length(); i++) {
            for (var j = 0; j <= to.length(); j++) {
                rows[i][j] = i == 0 || j == 0 ? i + j : fewest(rows, from, to, i, j);
            }
        }
        return rows[from.length()][to.length()];
    }

    private static int fewest(int[][] rows, String from, String to, int i, int j) {
        var changed = from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1;
        var fewest = Math.min(rows[i - 1][j - 1] + changed, Math.min(rows[i - 1][j], rows[i][j - 1]) + 1);
        var swapped = i > 1 && j > 1 && from.charAt(i - 1) == to.charAt(j - 2)
                && from.charAt(i - 2) == to.charAt(j - 1);
        return swapped ? Math.min(fewest, rows[i - 2][j - 2] + 1) : fewest;
    }
}
