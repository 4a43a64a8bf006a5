package dev.lifeboat.cli.mirror;

import dev.lifeboat.builtins.store.ObjectStore;
import dev.lifeboat.builtins.store.StoredObject;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The copies of journals that a store has, by the run. Whoever carries a run on has a copy of his own, by the epoch of his lease: the process from which he has it may live on, and would write over his.
 */
public final class Mirrored {
    private static final String FOLDER = "journals/";
    private static final String ENDING = ".journal";
    private static final String EPOCH = "-epoch-";
    private static final Pattern CARRIED_ON = Pattern.compile("(.+)" + EPOCH + "(\\d{1,18})");

    private Mirrored() {}

    /** The copy of a run that is carried on; that of its beginning is called as the run is. */
    public static String carriedOn(String run, long epoch) {
        return run + EPOCH + epoch;
    }

    public static String object(String copy) {
        return FOLDER + copy + ENDING;
    }

    /** All that there are, oldest run first. */
    public static List<String> copies(ObjectStore store) {
        return store.list(FOLDER).stream().map(StoredObject::name).filter(name -> name.endsWith(ENDING))
                .map(name -> name.substring(FOLDER.length(), name.length() - ENDING.length()))
                .sorted(Comparator.comparing(Mirrored::run).thenComparing(Mirrored::epoch)).toList();
    }

    /** That of whoever had the run last; also by its own name. */
    public static Optional<String> newest(ObjectStore store, String run) {
        return copies(store).stream().filter(copy -> copy.equals(run) || run(copy).equals(run))
                .max(Comparator.comparing(Mirrored::epoch));
    }

    private static String run(String copy) {
        Matcher carriedOn = CARRIED_ON.matcher(copy);
        return carriedOn.matches() ? carriedOn.group(1) : copy;
    }

    private static long epoch(String copy) {
        Matcher carriedOn = CARRIED_ON.matcher(copy);
        return carriedOn.matches() ? Long.parseLong(carriedOn.group(2)) : 0;
    }
}
