package dev.lifeboat.interpreter.check;

import dev.lifeboat.grammar.tree.SourceFile.Library;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/**
 * The libraries that a file may use, and those they use in turn.
 *
 * @param parsed  by path below the runbooks' root, as `use` writes it
 * @param refused paths of libraries that are there and have errors, which have been reported
 */
public record Libraries(SequencedMap<String, Library> parsed, List<String> refused) {

    public static final Libraries NONE = new Libraries(new LinkedHashMap<>(), List.of());

    public Libraries {
        refused = List.copyOf(refused);
    }
}
