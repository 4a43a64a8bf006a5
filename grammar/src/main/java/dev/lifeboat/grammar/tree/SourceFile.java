package dev.lifeboat.grammar.tree;

import dev.lifeboat.grammar.Span;
import dev.lifeboat.grammar.tree.Expression.Text;
import java.util.List;

/** A file: one runbook or one library. The span is the whole text. */
public sealed interface SourceFile extends Node {

    /** Declarations that belong into a library alone, such as procedures, are for the checker to refuse. */
    record Runbook(Name name, Text title, Header header, List<Declaration> declarations, List<Phase> phases,
            Span span) implements SourceFile {
        public Runbook {
            declarations = List.copyOf(declarations);
            phases = List.copyOf(phases);
        }
    }

    /** Holds escalations, templates, procedures, and uses of other libraries. */
    record Library(Name name, List<Declaration> declarations, Span span) implements SourceFile {
        public Library {
            declarations = List.copyOf(declarations);
        }
    }
}
