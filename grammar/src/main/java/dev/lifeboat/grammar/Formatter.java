package dev.lifeboat.grammar;

import dev.lifeboat.grammar.format.Formatting;
import java.util.Optional;

/**
 * Writes runbooks in their one style. Comments are kept, formatting twice changes nothing more, and the meaning stays:
 * what comes out has the tree of what went in, which is looked at each time.
 */
public final class Formatter {

    private Formatter() {}

    /** The formatted text; none if the source has errors, which are then what there is to say. */
    public static Parsed<String> format(Source source) {
        var parsed = RunbookSyntax.parse(source);
        if (parsed.tree().isEmpty()) {
            return new Parsed<>(Optional.empty(), parsed.diagnostics());
        }
        var formatted = Formatting.of(source);
        var again = RunbookSyntax.parse(Source.of(source.name(), formatted));
        if (!again.tree().map(TreeText::of).equals(parsed.tree().map(TreeText::of))) {
            throw new IllegalStateException("Formatting would change what " + source.name() + " means");
        }
        return new Parsed<>(Optional.of(formatted), parsed.diagnostics());
    }
}
