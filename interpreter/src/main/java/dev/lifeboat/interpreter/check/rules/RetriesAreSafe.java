package dev.lifeboat.interpreter.check.rules;

import dev.lifeboat.grammar.Diagnostic;
import dev.lifeboat.grammar.Span;
import dev.lifeboat.grammar.tree.Statement;
import dev.lifeboat.interpreter.check.CheckCode;
import dev.lifeboat.interpreter.check.CheckedStep;
import dev.lifeboat.interpreter.check.Draft;
import dev.lifeboat.interpreter.check.Findings;
import dev.lifeboat.interpreter.check.Rule;
import dev.lifeboat.interpreter.check.TreeWalk;
import java.util.Optional;

/** What must not be done twice is retried only where `verify` can tell whether it was done. */
final class RetriesAreSafe implements Rule {

    @Override
    public void check(Draft draft, Findings findings) {
        draft.steps().stream().filter(step -> step.handlers().verify().isEmpty())
                .forEach(step -> retry(step).ifPresent(retry -> step.body().stream().flatMap(draft::alterations)
                        .filter(called -> !called.signature().idempotent()).findFirst()
                        .ifPresent(called -> findings.add(Diagnostic.error(CheckCode.UNSAFE_RETRY,
                                "Step `" + step.name() + "` could do `" + called.signature().word()
                                        + "` twice: after a failure nobody knows whether it was done.",
                                retry).label(called.word(), "this must not be done twice")
                                .hint("Add `verify { … }`, which tells before each retry, or leave the retry out.")))));
    }

    private static Optional<Span> retry(CheckedStep step) {
        return step.clauses().retry().map(retry -> retry.span()).or(() -> step.handlers().onFailure().stream()
                .flatMap(failure -> TreeWalk.within(failure, Statement.Policy.Retry.class)).map(retry -> retry.span())
                .findFirst());
    }
}
