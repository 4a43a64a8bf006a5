package dev.lifeboat.builtins.mysql.rules;

import dev.lifeboat.builtins.mysql.rules.SqlTokens.Token;
import dev.lifeboat.grammar.Diagnostic;
import dev.lifeboat.grammar.Span;
import dev.lifeboat.interpreter.check.Draft;
import dev.lifeboat.interpreter.check.Findings;
import dev.lifeboat.interpreter.check.Rule;
import java.util.List;

/** A `FLUSH` goes into the binary log, also on a server that is read-only: there it makes an errant transaction. */
final class FlushIsLocal implements Rule {
    @Override
    public void check(Draft draft, Findings findings) {
        Script.in(draft).forEach(script -> check(script, findings));
    }

    private static void check(Script script, Findings findings) {
        for (List<Token> statement : script.statements()) {
            if (!statement.isEmpty() && statement.getFirst().isWord("FLUSH")
                    && !(statement.size() > 1 && isLocal(statement.get(1)))) {
                findings.add(found(script, script.span(statement.getFirst(), statement.getFirst())));
            }
        }
    }

    private static boolean isLocal(Token next) {
        return next.isWord("LOCAL") || next.isWord("NO_WRITE_TO_BINLOG");
    }

    private static Diagnostic found(Script script, Span span) {
        String message = "`FLUSH` without `LOCAL` is written to the binary log: on a replica it makes an errant transaction.";
        Diagnostic found = script.inCommand()
                ? Diagnostic.warning(MySqlCode.FLUSH, message, span)
                : Diagnostic.error(MySqlCode.FLUSH, message, span);
        return found.hint("Write `FLUSH LOCAL …`.");
    }
}
