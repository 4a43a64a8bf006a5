package dev.lifeboat.interpreter.check.rules;

import dev.lifeboat.grammar.Diagnostic;
import dev.lifeboat.grammar.Fix;
import dev.lifeboat.grammar.Fix.Edit;
import dev.lifeboat.grammar.Gaps;
import dev.lifeboat.grammar.tree.Header;
import dev.lifeboat.grammar.tree.Name;
import dev.lifeboat.grammar.tree.SourceFile.Runbook;
import dev.lifeboat.interpreter.check.CheckCode;
import dev.lifeboat.interpreter.check.Draft;
import dev.lifeboat.interpreter.check.Findings;
import dev.lifeboat.interpreter.check.Rule;
import java.util.LinkedHashMap;
import java.util.regex.Pattern;

/** A runbook says which version of it this is and who answers for it, and what else its header says makes sense. */
final class HeaderIsComplete implements Rule {

    private static final Pattern VERSIONS = Pattern.compile("(>=|<=|>|<|=)?\\s*\\d+(\\.\\d+){0,2}");

    @Override
    public void check(Draft draft, Findings findings) {
        draft.runbook().ifPresent(runbook -> {
            mandatory(runbook, draft.gaps(), findings);
            objectives(runbook.header(), findings);
            runbook.header().requirements().forEach(requirement -> requirement(requirement, findings));
        });
    }

    private static void mandatory(Runbook runbook, Gaps gaps, Findings findings) {
        var name = runbook.name();
        if (runbook.header().version().isEmpty() && !gaps.mayHold("version")) {
            findings.add(Diagnostic
                    .error(CheckCode.HEADER, "Runbook `" + name.text() + "` has no `version`.", name.span())
                    .hint("Add `version \"1.0\"` to its header.")
                    .fix(new Fix("Add `version \"1.0\"`.", false,
                            new Edit(runbook.title().span().after(), "\n    version \"1.0\""))));
        }
        if (runbook.header().owner().isEmpty() && !gaps.mayHold("owner")) {
            findings.error(CheckCode.HEADER, name.span(), "Runbook `" + name.text() + "` has no `owner`.",
                    "Add `owner @role` to its header: the role that answers for it.");
        }
    }

    private static void objectives(Header header, Findings findings) {
        var seen = new LinkedHashMap<String, Name>();
        for (var objective : header.objectives()) {
            var name = objective.name();
            var first = seen.putIfAbsent(name.text(), name);
            if (first != null) {
                findings.add(Diagnostic
                        .error(CheckCode.DECLARED_TWICE, "There is an objective `" + name.text() + "` already.",
                                name.span())
                        .label(first.span(), "this one"));
            }
        }
    }

    private static void requirement(Header.Requirement requirement, Findings findings) {
        if (!requirement.product().text().equals("mysql")) {
            findings.error(CheckCode.HEADER, requirement.product().span(),
                    "A runbook can require only `mysql`, not `" + requirement.product().text() + "`.");
        } else if (!VERSIONS.matcher(requirement.versions().value().strip()).matches()) {
            findings.error(CheckCode.HEADER, requirement.versions().span(),
                    "`" + requirement.versions().value() + "` says no version.",
                    "Write it as in `requires mysql \">= 8.0.26\"`.");
        }
    }
}
