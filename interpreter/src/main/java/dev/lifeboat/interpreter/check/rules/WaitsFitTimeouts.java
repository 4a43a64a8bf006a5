package dev.lifeboat.interpreter.check.rules;

import dev.lifeboat.grammar.Diagnostic;
import dev.lifeboat.grammar.tree.Block;
import dev.lifeboat.grammar.tree.Expression;
import dev.lifeboat.grammar.tree.Expression.DurationLiteral;
import dev.lifeboat.grammar.tree.Statement;
import dev.lifeboat.interpreter.check.CheckCode;
import dev.lifeboat.interpreter.check.CheckedStep;
import dev.lifeboat.interpreter.check.Draft;
import dev.lifeboat.interpreter.check.Findings;
import dev.lifeboat.interpreter.check.Rule;
import dev.lifeboat.interpreter.check.TreeWalk;
import dev.lifeboat.interpreter.value.Texts;
import java.util.stream.Stream;

/** What a step normally takes, and what it waits for, fits into its timeout. */
final class WaitsFitTimeouts implements Rule {

    @Override
    public void check(Draft draft, Findings findings) {
        draft.steps().forEach(step -> step.clauses().timeout().ifPresent(timeout -> {
            takes(step, timeout, findings);
            Stream.concat(step.body().stream(), step.handlers().verify().stream())
                    .forEach(block -> waits(block, timeout, findings));
        }));
    }

    private static void takes(CheckedStep step, DurationLiteral timeout, Findings findings) {
        step.clauses().takes().filter(takes -> takes.value().compareTo(timeout.value()) > 0)
                .ifPresent(takes -> findings.add(
                        Diagnostic
                                .error(CheckCode.TAKES_TOO_LONG,
                                        "Step `" + step.name() + "` normally takes " + Texts.literal(takes.value())
                                                + ", and is cut off after " + Texts.literal(timeout.value()) + ".",
                                        takes.span())
                                .label(timeout.span(), "its timeout").hint("Give it a longer `timeout`.")));
    }

    private static void waits(Block block, DurationLiteral timeout, Findings findings) {
        TreeWalk.within(block).forEach(node -> {
            switch (node) {
                case Statement.Wait wait -> wait(wait.duration(), timeout, findings);
                case Statement.WaitUntil wait -> wait(wait.timeout(), timeout, findings);
                default -> {
                }
            }
        });
    }

    private static void wait(Expression time, DurationLiteral timeout, Findings findings) {
        if (time instanceof DurationLiteral literal && literal.value().compareTo(timeout.value()) > 0) {
            findings.add(Diagnostic
                    .error(CheckCode.WAITS_TOO_LONG, "This waits for up to " + Texts.literal(literal.value())
                            + ", and the step is cut off after " + Texts.literal(timeout.value()) + ".", literal.span())
                    .label(timeout.span(), "its timeout").hint("Give the step a longer `timeout`, or wait for less."));
        }
    }
}
