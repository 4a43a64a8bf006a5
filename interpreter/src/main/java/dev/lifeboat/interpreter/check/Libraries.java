package dev.lifeboat.interpreter.check;

import dev.lifeboat.grammar.tree.Declaration;
import dev.lifeboat.grammar.tree.SourceFile;
import dev.lifeboat.grammar.tree.SourceFile.Library;
import java.util.ArrayDeque;
import java.util.HashSet;
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

    /** Whether a library that was refused belongs to what the file uses, itself or through others. */
    boolean isRefusedIn(SourceFile file) {
        var waiting = new ArrayDeque<>(uses(file));
        var seen = new HashSet<String>();
        while (!waiting.isEmpty()) {
            var path = waiting.pop();
            if (refused.contains(path)) {
                return true;
            }
            if (seen.add(path) && parsed.containsKey(path)) {
                waiting.addAll(uses(parsed.get(path)));
            }
        }
        return false;
    }

    private static List<String> uses(SourceFile file) {
        return TreeWalk.children(file).stream().filter(Declaration.Use.class::isInstance)
                .map(use -> ((Declaration.Use) use).path().value()).toList();
    }
}
