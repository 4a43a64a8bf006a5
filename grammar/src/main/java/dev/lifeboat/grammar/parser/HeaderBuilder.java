package dev.lifeboat.grammar.parser;

import dev.lifeboat.grammar.Span;
import dev.lifeboat.grammar.parser.RunbookParser.HeaderClauseContext;
import dev.lifeboat.grammar.tree.Expression.DurationLiteral;
import dev.lifeboat.grammar.tree.Expression.Role;
import dev.lifeboat.grammar.tree.Header;
import dev.lifeboat.grammar.tree.Header.Drill;
import dev.lifeboat.grammar.tree.Header.Frequency;
import dev.lifeboat.grammar.tree.Header.Objective;
import dev.lifeboat.grammar.tree.Header.Requirement;
import dev.lifeboat.grammar.tree.PlainText;
import dev.lifeboat.grammar.tree.Statement.Policy;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Collects the clauses of a runbook's header. */
final class HeaderBuilder {

    private final Findings findings;
    private final ExpressionBuilder expressions;
    private final Once once;

    private Optional<PlainText> version = Optional.empty();
    private Optional<Role> owner = Optional.empty();
    private Optional<DurationLiteral> review = Optional.empty();
    private Optional<DurationLiteral> rto = Optional.empty();
    private Optional<DurationLiteral> rpo = Optional.empty();
    private final List<Objective> objectives = new ArrayList<>();
    private Optional<Policy> onFailure = Optional.empty();
    private final List<Requirement> requirements = new ArrayList<>();
    private Optional<Drill> drill = Optional.empty();

    HeaderBuilder(Findings findings, ExpressionBuilder expressions) {
        this.findings = findings;
        this.expressions = expressions;
        this.once = new Once(findings);
    }

    Header build(List<HeaderClauseContext> contexts, Span behind) {
        contexts.forEach(this::add);
        var span = contexts.isEmpty()
                ? behind
                : findings.span(contexts.getFirst().getStart(), contexts.getLast().getStop());
        return new Header(version, owner, review, rto, rpo, objectives, onFailure, requirements, drill, span);
    }

    private void add(HeaderClauseContext context) {
        var literals = expressions.literals();
        switch (context) {
            case RunbookParser.VersionClauseContext clause -> version = once.set(version, "version", clause,
                    expressions.texts().plain(clause.text(), "A version"));
            case RunbookParser.OwnerClauseContext clause -> owner = once.set(owner, "owner", clause,
                    expressions.names().role(clause.role()));
            case RunbookParser.ReviewClauseContext clause -> review = once.set(review, "review", clause,
                    literals.duration(clause.duration()));
            case RunbookParser.RtoClauseContext clause -> rto = once.set(rto, "rto", clause,
                    literals.duration(clause.duration()));
            case RunbookParser.RpoClauseContext clause -> rpo = once.set(rpo, "rpo", clause,
                    literals.duration(clause.duration()));
            case RunbookParser.ObjectiveClauseContext clause -> objectives.add(
                    new Objective(expressions.names().name(clause.name()), literals.duration(clause.duration()),
                            findings.span(clause)));
            case RunbookParser.OnFailureClauseContext clause -> onFailure = once.set(onFailure, "on failure", clause,
                    policy(clause.runPolicy()));
            case RunbookParser.RequiresClauseContext clause -> requirements.add(requirement(clause));
            case RunbookParser.DrillClauseContext clause -> drill = once.set(drill, "drill", clause,
                    new Drill(frequency(clause.frequency()), findings.span(clause)));
            default -> throw new IllegalStateException("No clause of a header: " + context.getText());
        }
    }

    private Requirement requirement(RunbookParser.RequiresClauseContext clause) {
        return new Requirement(expressions.names().name(clause.name()),
                expressions.texts().plain(clause.text(), "A required version"), findings.span(clause));
    }

    private Policy policy(RunbookParser.RunPolicyContext context) {
        var span = findings.span(context);
        return switch (context) {
            case RunbookParser.PauseRunContext pause -> new Policy.Pause(span);
            case RunbookParser.RollbackRunContext rollback -> new Policy.Rollback(Optional.empty(), span);
            case RunbookParser.StopRunContext stop -> new Policy.Stop(span);
            default -> throw new IllegalStateException("No policy: " + context.getText());
        };
    }

    private static Frequency frequency(RunbookParser.FrequencyContext context) {
        return Frequency.valueOf(context.getText().toUpperCase(Locale.ROOT));
    }
}
