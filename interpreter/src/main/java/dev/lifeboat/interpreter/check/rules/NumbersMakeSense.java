package dev.lifeboat.interpreter.check.rules;

import dev.lifeboat.grammar.tree.Declaration;
import dev.lifeboat.grammar.tree.Expression.DurationLiteral;
import dev.lifeboat.grammar.tree.Expression.IntLiteral;
import dev.lifeboat.grammar.tree.Header;
import dev.lifeboat.grammar.tree.Node;
import dev.lifeboat.grammar.tree.Phase;
import dev.lifeboat.grammar.tree.Statement;
import dev.lifeboat.grammar.tree.StepClauses;
import dev.lifeboat.interpreter.check.CheckCode;
import dev.lifeboat.interpreter.check.Draft;
import dev.lifeboat.interpreter.check.Findings;
import dev.lifeboat.interpreter.check.Rule;

/** No time limit of nothing, no zero attempts, no service level 5. */
final class NumbersMakeSense implements Rule {

    @Override
    public void check(Draft draft, Findings findings) {
        var look = new Look(findings);
        draft.nodes().forEach(look::at);
    }

    private record Look(Findings findings) {

        void at(Node node) {
            switch (node) {
                case Header header -> {
                    header.rto().ifPresent(this::positive);
                    header.objectives().forEach(objective -> positive(objective.within()));
                }
                case Phase phase -> phase.within().ifPresent(this::positive);
                case Declaration.Updates updates -> positive(updates.every());
                case StepClauses clauses -> clauses(clauses);
                case Statement.WaitUntil wait -> wait(wait);
                case Statement.ServiceLevel level -> level(level.level());
                case Statement.Policy.Retry retry -> atLeastOne(retry.atMost(), "times");
                default -> {
                }
            }
        }

        private void clauses(StepClauses clauses) {
            clauses.timeout().ifPresent(this::positive);
            clauses.approval().flatMap(StepClauses.Approval::within).ifPresent(this::positive);
            clauses.retry().ifPresent(retry -> atLeastOne(retry.times(), "times"));
        }

        private void wait(Statement.WaitUntil wait) {
            if (wait.every() instanceof DurationLiteral every) {
                positive(every);
            }
            if (wait.timeout() instanceof DurationLiteral timeout) {
                positive(timeout);
            }
        }

        private void positive(DurationLiteral duration) {
            if (duration.value().isZero()) {
                findings.error(CheckCode.OUT_OF_RANGE, duration.span(), "A time of nothing makes no sense here.",
                        "Leave it out, or give a time.");
            }
        }

        private void atLeastOne(IntLiteral number, String what) {
            if (number.value() < 1) {
                findings.error(CheckCode.OUT_OF_RANGE, number.span(),
                        "`" + number.span().text() + " " + what + "` makes no sense: it has to be at least 1.");
            }
        }

        private void level(IntLiteral level) {
            if (level.value() < 1 || level.value() > 4) {
                findings.error(CheckCode.OUT_OF_RANGE, level.span(), "There is no service level " + level.value() + ".",
                        "Service levels go from 1, all is well, to 4, nothing works.");
            }
        }
    }
}
