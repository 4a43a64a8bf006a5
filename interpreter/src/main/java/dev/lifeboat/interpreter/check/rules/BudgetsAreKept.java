package dev.lifeboat.interpreter.check.rules;

import dev.lifeboat.grammar.Diagnostic;
import dev.lifeboat.grammar.tree.SourceFile.Runbook;
import dev.lifeboat.interpreter.check.CheckCode;
import dev.lifeboat.interpreter.check.Draft;
import dev.lifeboat.interpreter.check.Findings;
import dev.lifeboat.interpreter.check.Rule;
import dev.lifeboat.interpreter.check.budget.Budgets;
import dev.lifeboat.interpreter.check.budget.Course;
import dev.lifeboat.interpreter.check.budget.Estimate;
import dev.lifeboat.interpreter.value.Texts;
import java.time.Duration;
import java.util.Comparator;

/** What the steps normally take, and may take at worst, fits into what the runbook promises. */
final class BudgetsAreKept implements Rule {

    @Override
    public void check(Draft draft, Findings findings) {
        draft.runbook().ifPresent(runbook -> {
            Budgets.of(runbook, draft::procedure).promises().stream().filter(line -> isMeant(line, runbook))
                    .forEach(line -> {
                        if (!line.normallyKept()) {
                            findings.add(normally(line));
                        } else if (!line.alwaysKept()) {
                            findings.add(atWorst(line));
                        }
                    });
            runbook.header().objectives().stream().filter(objective -> !isReached(objective.name().text(), runbook))
                    .forEach(objective -> findings.warning(CheckCode.NEVER_REACHED, objective.name().span(),
                            "No step says that objective `"
                                    + objective.name().text() + "` is reached.",
                            "Write `reached " + objective.name().text() + "` in the step that meets it."));
        });
    }

    /** An objective that no step meets would be compared with the whole run; that it is never met is said instead. */
    private static boolean isMeant(Budgets.Line line, Runbook runbook) {
        return line.kind() != Budgets.Kind.OBJECTIVE || runbook.header().objectives().stream()
                .filter(objective -> line.limit().filter(limit -> limit == objective.within()).isPresent())
                .anyMatch(objective -> isReached(objective.name().text(), runbook));
    }

    private static boolean isReached(String objective, Runbook runbook) {
        return runbook.phases().stream().flatMap(phase -> phase.items().stream())
                .anyMatch(item -> Course.reaches(item, objective));
    }

    private static Diagnostic normally(Budgets.Line line) {
        var limit = line.limit().orElseThrow();
        var message = subject(line) + " normally takes " + Texts.duration(line.normal().total()) + ", more than its "
                + Texts.literal(limit.value()) + ".";
        return withSum(Diagnostic.error(code(line.kind()), message, limit.span()), line.normal()).hint(hint(line));
    }

    private static Diagnostic atWorst(Budgets.Line line) {
        var limit = line.limit().orElseThrow();
        var message = subject(line) + " may take " + Texts.duration(line.worst().total()) + " at worst, more than its "
                + Texts.literal(limit.value()) + ".";
        return withSum(Diagnostic.warning(CheckCode.WORST_CASE, message, limit.span()), line.worst())
                .hint("Shorten timeouts or retries, or accept it: it is what happens if every attempt runs into its timeout.");
    }

    private static Diagnostic withSum(Diagnostic diagnostic, Estimate sum) {
        var spelled = diagnostic.note(sum.spelledOut());
        return sum.missing().isEmpty() ? spelled : spelled.note(sum.missing());
    }

    private static String subject(Budgets.Line line) {
        return switch (line.kind()) {
            case PHASE -> "Phase" + line.what().substring("phase".length());
            case OBJECTIVE -> "To reach " + line.what();
            case RTO -> "To restore the service";
        };
    }

    private static CheckCode code(Budgets.Kind kind) {
        return switch (kind) {
            case PHASE -> CheckCode.PHASE_BUDGET;
            case OBJECTIVE -> CheckCode.OBJECTIVE_BUDGET;
            case RTO -> CheckCode.RTO_BUDGET;
        };
    }

    /** The longest share is where to save; the limit that would do is the sum, rounded up to minutes. */
    private static String hint(Budgets.Line line) {
        var longest = line.normal().shares().stream().max(Comparator.comparing(Estimate.Share::total)).orElseThrow();
        var shorten = longest.approval().compareTo(longest.work()) > 0
                ? "`approve … within " + Texts.literal(longest.approval()) + "` of `" + longest.step() + "`"
                : "`takes " + Texts.literal(longest.work()) + "` of `" + longest.step() + "`";
        var enough = Texts.literal(roundedUp(line.normal().total()));
        return "Shorten " + shorten + ", or " + switch (line.kind()) {
            case PHASE -> "give the phase `within " + enough + "`.";
            case OBJECTIVE -> "give the objective `within " + enough + "`.";
            case RTO -> "write `rto " + enough + "`.";
        };
    }

    private static Duration roundedUp(Duration time) {
        return Duration.ofMinutes(time.plusMinutes(1).minusMillis(1).toMinutes());
    }
}
