package dev.lifeboat.interpreter.run;

import java.util.List;
import java.util.Random;

/**
 * Decides what a generator makes, a letter for each decision, and the simplest where no letter is left: a case that
 * fails gets smaller as letters are left out of it.
 */
final class Choices {

    private final String letters;
    private int used;

    Choices(String letters) {
        this.letters = letters;
    }

    static String random(long seed, int length) {
        return new Random(seed).ints(length, 'a', 'z' + 1)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }

    /** From 0, the simplest. */
    int below(int bound) {
        return used < letters.length() ? (letters.charAt(used++) - 'a') % bound : 0;
    }

    /** In one of so many cases. */
    boolean oneIn(int cases) {
        return below(cases) == cases - 1;
    }

    <T> T of(List<T> all) {
        return all.get(below(all.size()));
    }
}
