package dev.lifeboat.builtins.yaml;

import dev.lifeboat.grammar.Hint;
import java.util.Optional;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;

/**
 * Looks at a file before it becomes a tree: keys, values and lists are all that is read, and not within each other without end. A few lines of aliases of
 * aliases would otherwise grow beyond any memory, and a thousand brackets beyond the stack.
 */
final class Plainness {
    private static final int DEEPEST = 50;

    private Plainness() {}

    /** Stops at the first thing that is too deep. */
    static void problems(YamlFile file, Iterable<Event> events) {
        int depth = 0;
        for (Event event : events) {
            depth += event instanceof CollectionStartEvent ? 1 : 0;
            depth -= event instanceof CollectionEndEvent ? 1 : 0;
            if (depth > DEEPEST) {
                refuse(file, event, "This is nested deeper than " + DEEPEST + ".", "No file needs more than ten.");
                return;
            }
            look(file, event);
        }
    }

    private static void look(YamlFile file, Event event) {
        switch (event) {
            case AliasEvent alias -> refuse(file, event, "Found the alias `*" + alias.getAlias() + "`.",
                    "Write the value itself: a file must mean what it shows.");
            case NodeEvent node when node.getAnchor().isPresent() ->
                refuse(file, event, "Found the anchor `&" + node.getAnchor().get() + "`.",
                        "Leave it out: there are no aliases.");
            case ScalarEvent scalar when scalar.getTag().isPresent() -> tag(file, event, scalar.getTag().get());
            case CollectionStartEvent start when start.getTag().isPresent() -> tag(file, event, start.getTag().get());
            default -> {
            }
        }
    }

    private static void tag(YamlFile file, Event event, String tag) {
        refuse(file, event, "Found the tag `" + tag + "`.", "Leave it out: what a value is follows from its key.");
    }

    private static void refuse(YamlFile file, Event event, String message, String hint) {
        event.getStartMark()
                .ifPresent(start -> file.report(YamlCode.SYNTAX, message, file.at(start), Optional.of(Hint.of(hint))));
    }
}
