package dev.lifeboat.interpreter.check;

import dev.lifeboat.grammar.Diagnostic;
import dev.lifeboat.grammar.Gaps;
import dev.lifeboat.grammar.Parsed;
import dev.lifeboat.grammar.tree.Declaration;
import dev.lifeboat.grammar.tree.SourceFile;
import dev.lifeboat.interpreter.builtin.Vocabulary;
import dev.lifeboat.interpreter.check.budget.Budgets;
import dev.lifeboat.interpreter.check.rules.LanguageRules;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Says what is wrong with a file before anybody runs it: names, types, effects, rollback, time budgets.
 *
 * <p>Names and types are found first; then every rule looks at the result. One mistake gives one message: what could
 * not be typed is of the type {@code unknown}, which fits everywhere.
 */
public final class Checker {

    private static final Set<CheckCode> BUDGETS = EnumSet.of(CheckCode.PHASE_BUDGET, CheckCode.OBJECTIVE_BUDGET,
            CheckCode.RTO_BUDGET);

    private final Vocabulary vocabulary;
    private final Optional<Estate> estate;
    private final List<Rule> rules;

    /**
     * @param estate the names of the inventory, where the check is made with one
     * @param more   the rules of the builtins, besides those of the language
     */
    public Checker(Vocabulary vocabulary, Optional<Estate> estate, List<Rule> more) {
        this.vocabulary = vocabulary;
        this.estate = estate;
        this.rules = new ArrayList<>(LanguageRules.ALL);
        this.rules.addAll(more);
    }

    /**
     * Checks what could be read of a file, and adds what is found to what the parser has found. A file with an error has
     * diagnostics and no program, and so has a library.
     */
    public Checked check(Parsed<SourceFile> parsed, Libraries libraries) {
        return parsed.tree().map(file -> check(file, Gaps.NONE, parsed.diagnostics(), libraries))
                .or(() -> parsed.partial()
                        .map(part -> check(part.tree(), part.gaps(), parsed.diagnostics(), libraries)))
                .orElseGet(() -> new Checked(Optional.empty(), Optional.empty(), parsed.diagnostics()));
    }

    /** Checks a file that the parser found nothing wrong with. */
    public Checked check(SourceFile file, Libraries libraries) {
        return check(file, Gaps.NONE, List.of(), libraries);
    }

    private Checked check(SourceFile file, Gaps gaps, List<Diagnostic> syntax, Libraries libraries) {
        var findings = new Findings(syntax, new Consequences(gaps, libraries.isRefusedIn(file)));
        var declarations = new DeclarationReader(libraries, findings).read(file);
        var context = new Context(vocabulary, new KnownTypes(vocabulary), estate, declarations, new Tables(), findings,
                new StepBook(gaps), gaps, Onlooker.NOBODY);
        var ladder = new FileChecker(context).check(file);
        var draft = new Draft(file, context);
        rules.forEach(rule -> rule.check(draft, findings));
        var program = findings.hasErrors()
                ? Optional.<CheckedRunbook>empty()
                : program(file, context, ladder);
        var budgets = draft.runbook().filter(runbook -> findings.areOnlyOf(BUDGETS))
                .map(runbook -> Budgets.of(runbook, draft::procedure));
        return new Checked(program, budgets, findings.sorted());
    }

    private static Optional<CheckedRunbook> program(SourceFile file, Context context,
            Optional<Declaration.Escalation> ladder) {
        return file instanceof SourceFile.Runbook runbook
                ? Optional.of(new CheckedRunbook(runbook, context, ladder))
                : Optional.empty();
    }
}
