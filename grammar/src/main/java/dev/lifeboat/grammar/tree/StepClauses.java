package dev.lifeboat.grammar.tree;

import dev.lifeboat.grammar.Span;
import dev.lifeboat.grammar.tree.Expression.DurationLiteral;
import dev.lifeboat.grammar.tree.Expression.IntLiteral;
import dev.lifeboat.grammar.tree.Expression.Role;
import java.util.List;
import java.util.Optional;

/**
 * The clauses of a step, each at most once. A {@code perform} has only {@code when} and {@code takes}, a
 * {@code manual} only {@code when}, {@code takes} and {@code by}; the parser sees to that. The span is that of the
 * clauses, or empty behind the title if there are none.
 */
public record StepClauses(Optional<Expression> when, Optional<DurationLiteral> timeout, Optional<Retry> retry,
        Optional<Approval> approval, Optional<DurationLiteral> takes, Optional<Role> by, Span span) implements Node {

    /** {@code retry N times D apart [backoff F]}; the factor is an int or a decimal. */
    public record Retry(IntLiteral times, DurationLiteral apart, Optional<Expression> backoff,
            Span span) implements Node {}

    /**
     * {@code approve by @a or @b within D}, {@code approve by two of @a}.
     *
     * @param needed how many have to say yes: 1 or 2
     */
    public record Approval(int needed, List<Role> roles, Optional<DurationLiteral> within, Span span) implements Node {
        public Approval {
            roles = List.copyOf(roles);
        }
    }
}
