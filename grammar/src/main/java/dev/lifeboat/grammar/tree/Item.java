package dev.lifeboat.grammar.tree;

import dev.lifeboat.grammar.Span;
import dev.lifeboat.grammar.tree.Expression.IntLiteral;
import dev.lifeboat.grammar.tree.Expression.Text;
import java.util.List;
import java.util.Optional;

/** What stands in a phase, a procedure, a {@code parallel} or a {@code for each}. */
public sealed interface Item extends Node {

    /** A step; one that only asks for approval has no body. */
    record Step(Name name, Text title, StepClauses clauses, Optional<Block> body, Handlers handlers,
            Span span) implements Item {}

    /** {@code manual NAME "what to do" by @role}: a step that a person does and confirms. */
    record Manual(Name name, Text instruction, StepClauses clauses, Handlers handlers, Span span) implements Item {}

    /** {@code perform PROCEDURE(args) as NAME}. */
    record Perform(Name procedure, List<Argument> arguments, Name name, StepClauses clauses, Handlers handlers,
            Span span) implements Item {
        public Perform {
            arguments = List.copyOf(arguments);
        }
    }

    record Parallel(List<Item> items, Span span) implements Item {
        public Parallel {
            items = List.copyOf(items);
        }
    }

    /** {@code for each variable in list at most N at once at least M { … }}. */
    record ForEach(Name variable, Expression list, Optional<IntLiteral> atMost, Optional<IntLiteral> atLeast,
            List<Item> items, Span span) implements Item {
        public ForEach {
            items = List.copyOf(items);
        }
    }
}
