package dev.lifeboat.interpreter.check;

import dev.lifeboat.grammar.tree.Declaration;
import dev.lifeboat.grammar.tree.SourceFile;
import dev.lifeboat.interpreter.builtin.Vocabulary;
import dev.lifeboat.interpreter.check.rules.LanguageRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Says what is wrong with a file before anybody runs it: names, types, effects, rollback, time budgets.
 *
 * <p>Names and types are found first; then every rule looks at the result. One mistake gives one message: what could
 * not be typed is of the type {@code unknown}, which fits everywhere.
 */
public final class Checker {

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

    /** Checks a file that the parser found no error in. A library has diagnostics and no program. */
    public Checked check(SourceFile file, Libraries libraries) {
        var findings = new Findings();
        var tables = new Tables();
        var declarations = new DeclarationReader(libraries, findings).read(file);
        var context = new Context(vocabulary, new KnownTypes(vocabulary), estate, declarations, tables, findings,
                new StepBook());
        var ladder = new FileChecker(context).check(file);
        var draft = new Draft(file, vocabulary, estate, declarations, tables);
        rules.forEach(rule -> rule.check(draft, findings));
        return new Checked(findings.hasErrors() ? Optional.empty() : program(file, tables, ladder), findings.sorted());
    }

    private static Optional<CheckedRunbook> program(SourceFile file, Tables tables,
            Optional<Declaration.Escalation> ladder) {
        return file instanceof SourceFile.Runbook runbook
                ? Optional.of(new CheckedRunbook(runbook, tables, ladder))
                : Optional.empty();
    }
}
