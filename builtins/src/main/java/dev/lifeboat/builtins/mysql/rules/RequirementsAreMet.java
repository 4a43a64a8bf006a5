package dev.lifeboat.builtins.mysql.rules;

import dev.lifeboat.builtins.mysql.VersionRange;
import dev.lifeboat.grammar.tree.Header.Requirement;
import dev.lifeboat.interpreter.check.Draft;
import dev.lifeboat.interpreter.check.Findings;
import dev.lifeboat.interpreter.check.Rule;
import dev.lifeboat.interpreter.value.Texts;
import java.util.List;

/** Some MySQL that the runbooks are for, and that Lifeboat handles, meets `requires mysql`. That it says a version is the language's rule. */
final class RequirementsAreMet implements Rule {
    private final List<VersionRange> settings;

    RequirementsAreMet(List<VersionRange> settings) {
        this.settings = settings;
    }

    @Override
    public void check(Draft draft, Findings findings) {
        List<Requirement> requirements = TargetVersions.requirements(draft);
        if (!requirements.isEmpty() && TargetVersions.of(draft, settings).all().isEmpty()) {
            Requirement last = requirements.getLast();
            String wanted = "`" + last.versions().value().strip() + "`";
            findings.error(MySqlCode.NO_SUCH_MYSQL, last.versions().span(),
                    settings.isEmpty()
                            ? "Lifeboat handles no MySQL that is " + wanted + "."
                            : "None of the versions that the runbooks are for is " + wanted + ": "
                                    + Texts.list(settings.stream().map(VersionRange::name).toList()) + ".",
                    settings.isEmpty()
                            ? "Write `requires mysql \">= 8.0.26\"`, or leave it out."
                            : "Leave the requirement out, or name the version under `mysql:` in `lifeboat.yaml`.");
        }
    }
}
