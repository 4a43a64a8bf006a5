package dev.lifeboat.grammar;

/** How often a test with chance in it is done: briefly in each build, at length where `-Plong` asks for it. */
public final class Rounds {

    private static final boolean LONG = Boolean.getBoolean("long");

    private Rounds() {}

    public static int of(int briefly, int atLength) {
        return LONG ? atLength : briefly;
    }
}
