package dev.lifeboat.grammar.tree;

import dev.lifeboat.grammar.Span;
import dev.lifeboat.grammar.tree.Expression.DurationLiteral;
import dev.lifeboat.grammar.tree.Expression.Role;
import java.util.List;
import java.util.Optional;

/**
 * The header clauses of a runbook. That {@code version} and {@code owner} are mandatory is for the checker to say. The
 * span is that of the clauses, or empty behind the title if there are none.
 */
public record Header(Optional<PlainText> version, Optional<Role> owner, Optional<DurationLiteral> review,
        Optional<DurationLiteral> rto, Optional<DurationLiteral> rpo, List<Objective> objectives,
        Optional<Statement.Policy> onFailure, List<Requirement> requirements, Optional<Drill> drill,
        Span span) implements Node {

    public Header {
        objectives = List.copyOf(objectives);
        requirements = List.copyOf(requirements);
    }

    /** {@code objective NAME within D}. */
    public record Objective(Name name, DurationLiteral within, Span span) implements Node {}

    /** {@code requires mysql ">= 8.0.26"}. */
    public record Requirement(Name product, PlainText versions, Span span) implements Node {}

    /** {@code drill monthly}. */
    public record Drill(Frequency frequency, Span span) implements Node {}

    /** How often a runbook must be rehearsed. */
    public enum Frequency {
        MONTHLY, QUARTERLY, ANNUAL
    }
}
