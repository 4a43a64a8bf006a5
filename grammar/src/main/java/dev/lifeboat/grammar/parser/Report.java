package dev.lifeboat.grammar.parser;

import dev.lifeboat.grammar.Diagnostic;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/** What is said about one source. There is an end to it: nobody reads on, and a file of nonsense would fill the memory. */
final class Report implements Consumer<Diagnostic> {

    static final int LIMIT = 100;

    private final List<Diagnostic> diagnostics = new ArrayList<>();

    @Override
    public void accept(Diagnostic diagnostic) {
        if (!isFull()) {
            diagnostics.add(diagnostic);
        }
    }

    boolean isFull() {
        return diagnostics.size() == LIMIT;
    }

    int size() {
        return diagnostics.size();
    }

    boolean hasErrors() {
        return diagnostics.stream().anyMatch(Diagnostic::isError);
    }

    /** In the order of the source. */
    List<Diagnostic> sorted() {
        var sorted = new ArrayList<>(diagnostics);
        sorted.sort(Comparator.comparingInt(diagnostic -> diagnostic.span().start()));
        if (isFull()) {
            sorted.add(sorted.removeLast().note("reading stopped here, after " + LIMIT + " errors"));
        }
        return sorted;
    }
}
