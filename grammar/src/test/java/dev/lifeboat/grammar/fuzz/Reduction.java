package dev.lifeboat.grammar.fuzz;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/**
 * Makes a text that fails as small as it can be and still fail, so that a person sees what it is about: first lines are
 * left out, then words, then characters, in halves, quarters and so on (delta debugging).
 */
public final class Reduction {

    private static final List<String> CUTS = List.of("(?<=\n)", "(?<=\\W)|(?=\\W)", "");

    private final Predicate<String> fails;

    private Reduction(Predicate<String> fails) {
        this.fails = fails;
    }

    public static String of(String text, Predicate<String> fails) {
        var reduction = new Reduction(fails);
        var reduced = text;
        for (var cut : CUTS) {
            reduced = reduction.reduce(Arrays.asList(reduced.split(cut)));
        }
        return reduced;
    }

    private String reduce(List<String> pieces) {
        var rest = pieces;
        for (var size = Math.max(1, rest.size() / 2);; size /= 2) {
            rest = without(rest, size);
            if (size <= 1) {
                return String.join("", rest);
            }
        }
    }

    /** Leaves out as many stretches of that size as it can; again, since leaving out one may allow for another. */
    private List<String> without(List<String> pieces, int size) {
        var rest = pieces;
        var before = -1;
        while (before != rest.size()) {
            before = rest.size();
            for (var at = 0; at < rest.size();) {
                var fewer = without(rest, at, Math.min(rest.size(), at + size));
                if (fails.test(String.join("", fewer))) {
                    rest = fewer;
                } else {
                    at += size;
                }
            }
        }
        return rest;
    }

    private static List<String> without(List<String> pieces, int from, int to) {
        var rest = new ArrayList<>(pieces.subList(0, from));
        rest.addAll(pieces.subList(to, pieces.size()));
        return rest;
    }
}
