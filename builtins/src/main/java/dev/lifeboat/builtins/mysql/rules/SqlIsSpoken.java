package dev.lifeboat.builtins.mysql.rules;

import dev.lifeboat.builtins.mysql.VersionRange;
import dev.lifeboat.builtins.mysql.rules.SqlTokens.Token;
import dev.lifeboat.grammar.Diagnostic;
import dev.lifeboat.grammar.Span;
import dev.lifeboat.grammar.tree.Header.Requirement;
import dev.lifeboat.interpreter.check.Draft;
import dev.lifeboat.interpreter.check.Findings;
import dev.lifeboat.interpreter.check.Rule;
import dev.lifeboat.interpreter.value.Texts;
import java.util.List;
import java.util.Optional;

/** SQL that a runbook sends can be understood by every MySQL that it has to work on. */
final class SqlIsSpoken implements Rule {
    private final List<VersionRange> settings;

    SqlIsSpoken(List<VersionRange> settings) {
        this.settings = settings;
    }

    @Override
    public void check(Draft draft, Findings findings) {
        List<Script> scripts = Script.in(draft).toList();
        if (!scripts.isEmpty()) {
            TargetVersions targets = TargetVersions.of(draft, settings);
            scripts.forEach(script -> script.statements().forEach(statement -> firstUnspoken(statement, targets)
                    .ifPresent(piece -> findings.add(found(piece, targets, script, draft)))));
        }
    }

    /** A piece of a statement, and what became of it in other versions. */
    private record Piece(SqlChange change, Token first, Token last) {}

    /** One mistake of a statement brings others, and one message will do. */
    private static Optional<Piece> firstUnspoken(List<Token> statement, TargetVersions targets) {
        for (int i = 0; i < statement.size(); i++) {
            for (SqlChange change : Dialect.CHANGES) {
                if (change.isAt(statement, i) && !targets.without(change).isEmpty()) {
                    return Optional.of(
                            new Piece(change, statement.get(i), statement.get(i + change.words().size() - 1)));
                }
            }
        }
        return Optional.empty();
    }

    private static Diagnostic found(Piece piece, TargetVersions targets, Script script, Draft draft) {
        SqlChange change = piece.change();
        Span span = script.span(piece.first(), piece.last());
        String versions = Texts.list(targets.without(change));
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
