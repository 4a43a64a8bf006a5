package dev.lifeboat.cli.mirror;

import dev.lifeboat.builtins.store.ObjectStore;
import dev.lifeboat.builtins.store.StoredObject;
import java.nio.file.Path;
import java.util.List;

/** The copies of journals that a store has, each by the name of its file. */
public final class Mirrored {
    private static final String FOLDER = "journals/";
    private static final String ENDING = ".journal";

    private Mirrored() {}

    static String object(Path journal) {
        return FOLDER + journal.getFileName();
    }

    /** @param run its id */
    public static String object(String run) {
        return FOLDER + run + ENDING;
    }

    /** The ids of the runs, oldest first. */
    public static List<String> runs(ObjectStore store) {
        return store.list(FOLDER).stream().map(StoredObject::name).filter(name -> name.endsWith(ENDING))
                .map(name -> name.substring(FOLDER.length(), name.length() - ENDING.length())).toList();
    }
}
