package dev.lifeboat.interpreter.check.rules;

import dev.lifeboat.grammar.tree.Block;
import dev.lifeboat.grammar.tree.Statement;
import dev.lifeboat.interpreter.check.CheckCode;
import dev.lifeboat.interpreter.check.Draft;
import dev.lifeboat.interpreter.check.Findings;
import dev.lifeboat.interpreter.check.Rule;
import dev.lifeboat.interpreter.check.TreeWalk;
import java.util.EnumSet;
import java.util.Set;

/** Some statements end or mark a step, and so stand only where that can still be done. */
final class StatementsInPlace implements Rule {

    private enum Part {
        BODY("a body"), VERIFY("`verify`"), UNDO("`undo`"), ON_FAILURE("`on failure`");

        private final String words;

        Part(String words) {
            this.words = words;
        }
    }

    @Override
    public void check(Draft draft, Findings findings) {
        for (var step : draft.steps()) {
            step.body().ifPresent(body -> check(body, Part.BODY, findings));
            step.handlers().verify().ifPresent(verify -> check(verify, Part.VERIFY, findings));
            step.handlers().undo().ifPresent(undo -> check(undo, Part.UNDO, findings));
            step.handlers().onFailure().ifPresent(failure -> check(failure, Part.ON_FAILURE, findings));
        }
    }

    private static void check(Block block, Part part, Findings findings) {
        TreeWalk.within(block, Statement.class).filter(statement -> !allowed(statement).contains(part))
                .forEach(statement -> findings.error(CheckCode.STATEMENT_MISPLACED, statement.span(),
                        "`" + word(statement) + "` can't stand in " + part.words + ".", hint(part)));
    }

    private static Set<Part> allowed(Statement statement) {
        if (statement instanceof Statement.Skip || statement instanceof Statement.Finish
                || statement instanceof Statement.PointOfNoReturn) {
            return EnumSet.of(Part.BODY);
        }
        if (statement instanceof Statement.Reached) {
            return EnumSet.of(Part.BODY, Part.VERIFY);
        }
        return statement instanceof Statement.Fail
                ? EnumSet.complementOf(EnumSet.of(Part.ON_FAILURE))
                : EnumSet.allOf(Part.class);
    }

    private static String word(Statement statement) {
        return statement instanceof Statement.PointOfNoReturn
                ? "point of no return"
                : statement.span().text().split("\\s", 2)[0];
    }

    private static String hint(Part part) {
        return switch (part) {
            case BODY -> "Move it.";
            case VERIFY -> "`verify` only says whether the step has worked, by `require`, `wait until` and `fail`.";
            case UNDO -> "`undo` takes the step back, and has no say in how the run goes on.";
            case ON_FAILURE ->
                "`on failure` ends with `continue`, `rollback`, `pause`, `stop` or `retry at most N times`.";
        };
    }
}
