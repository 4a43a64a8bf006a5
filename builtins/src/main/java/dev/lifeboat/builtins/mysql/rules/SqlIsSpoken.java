package dev.lifeboat.builtins.mysql.rules;

import dev.lifeboat.builtins.mysql.rules.SqlTokens.Kind;
import dev.lifeboat.builtins.mysql.rules.SqlTokens.Token;
import dev.lifeboat.grammar.Diagnostic;
import dev.lifeboat.grammar.Span;
import dev.lifeboat.grammar.tree.Header.Requirement;
import dev.lifeboat.interpreter.check.Draft;
import dev.lifeboat.interpreter.check.Findings;
import dev.lifeboat.interpreter.check.Rule;
import dev.lifeboat.interpreter.value.Texts;
import java.util.List;

/** SQL that a runbook sends can be understood by every MySQL that it has to work on. */
final class SqlIsSpoken implements Rule {
    private final List<String> settings;

    SqlIsSpoken(List<String> settings) {
        this.settings = settings;
    }

    @Override
    public void check(Draft draft, Findings findings) {
        List<Script> scripts = Script.in(draft).toList();
        if (!scripts.isEmpty()) {
            TargetVersions targets = TargetVersions.of(draft, settings);
            scripts.forEach(script -> check(script, targets, draft, findings));
        }
    }

    private static void check(Script script, TargetVersions targets, Draft draft, Findings findings) {
        boolean told = false;
        for (int i = 0; i < script.tokens().size(); i++) {
            boolean begins = i == 0 || script.tokens().get(i - 1).kind() == Kind.SEMICOLON;
            told &= !begins;
            if (!told) {
                told = check(script, i, begins, targets, draft, findings);
            }
        }
    }

    /** @return whether something was found: one mistake of a statement brings others, and one message will do */
    private static boolean check(Script script, int at, boolean begins, TargetVersions targets, Draft draft,
            Findings findings) {
        for (SqlChange change : Dialect.CHANGES) {
            if (isAt(change, script.tokens(), at, begins)) {
                List<String> without = targets.without(change);
                if (!without.isEmpty()) {
                    Token last = script.tokens().get(at + change.words().size() - 1);
                    findings.add(found(change, without, script, script.span(script.tokens().get(at), last), draft));
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isAt(SqlChange change, List<Token> tokens, int at, boolean begins) {
        int end = at + change.words().size();
        if (end > tokens.size() || change.place() == SqlChange.Place.STATEMENT && !begins
                || change.place() == SqlChange.Place.FUNCTION
                        && (end == tokens.size() || !tokens.get(end).text().equals("("))) {
            return false;
        }
        for (int i = at; i < end; i++) {
            if (!tokens.get(i).isWord(change.words().get(i - at))) {
                return false;
            }
        }
        return true;
    }

    private static Diagnostic found(SqlChange change, List<String> without, Script script, Span span, Draft draft) {
        String versions = Texts.list(without);
        String state = change.gone().map(version -> "is gone since MySQL " + version)
                .or(() -> change.since().map(version -> "came only with MySQL " + version)).orElseThrow();
        String message = "`" + change.name() + "` " + state + ", and this has to work on " + versions + ".";
        Diagnostic found = script.inCommand()
                ? Diagnostic.warning(MySqlCode.NO_SUCH_SQL, message, span)
                : Diagnostic.error(MySqlCode.NO_SUCH_SQL, message, span);
        for (Requirement requirement : TargetVersions.requirements(draft)) {
            found = found.label(requirement.span(), "required here");
        }
        return found.hint(change.instead());
    }
}
