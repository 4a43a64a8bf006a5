package dev.lifeboat.grammar;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds the name that somebody probably meant. */
public final class Nearest {
    /** Longer words are not compared: it takes the square of their length. */
    private static final int LONGEST = 100;

    private Nearest() {}

    /** The nearest of {@code known}, where one is near enough to be a slip: a third of its letters at most. Something without a name is none. */
    public static Optional<String> to(String found, Collection<String> known) {
        if (found.length() > LONGEST) {
            return Optional.empty();
        }
        return known.stream().filter(name -> !name.isEmpty())
                .filter(name -> Math.abs(found.length() - name.length()) <= limit(found, name))
                .filter(name -> distance(found, name) <= limit(found, name))
                .min(Comparator.comparingInt((String name) -> distance(found, name))
                        .thenComparing(Comparator.naturalOrder()));
    }

    private static int limit(String a, String b) {
        return Math.max(1, Math.max(a.length(), b.length()) / 3);
    }

    /** A hint for a message: {@code Did you mean `promote`?} */
    public static Optional<Hint> hint(String found, Collection<String> known) {
        return to(found, known).map(name -> Hint.of("Did you mean `" + name + "`?").perhaps(found, name));
    }

    /** Insertions, deletions, replacements, and neighbours swapped (optimal string alignment). */
    static int distance(String a, String b) {
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                cost[i][j] = i == 0 || j == 0 ? i + j : cheapest(cost, a, b, i, j);
            }
        }
        return cost[a.length()][b.length()];
    }

    private static int cheapest(int[][] cost, String a, String b, int i, int j) {
        int same = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        int best = Math.min(cost[i - 1][j - 1] + same, Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(best, cost[i - 2][j - 2] + 1) : best;
    }
}
