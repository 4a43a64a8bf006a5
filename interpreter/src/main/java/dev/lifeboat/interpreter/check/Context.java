package dev.lifeboat.interpreter.check;

import dev.lifeboat.grammar.Gaps;
import dev.lifeboat.grammar.Hint;
import dev.lifeboat.grammar.Span;
import dev.lifeboat.grammar.tree.Expression;
import dev.lifeboat.interpreter.builtin.Vocabulary;
import dev.lifeboat.interpreter.value.Type;
import java.util.Optional;

/**
 * What everything that looks at a tree shares.
 *
 * @param book the steps of the runbook, or of the procedure that is being looked at
 * @param gaps what the tree does not hold
 * @param onlooker sees each item as it is come to
 */
record Context(Vocabulary vocabulary, KnownTypes types, Optional<Estate> estate, Declarations declarations,
        Tables tables, Findings findings, StepBook book, Gaps gaps, Onlooker onlooker) {

    Context with(StepBook other) {
        return new Context(vocabulary, types, estate, declarations, tables, findings, other, gaps, onlooker);
    }

    /** The same without what was found so far. */
    Context anew(Tables others, Findings elsewhere, Onlooker looking) {
        return new Context(vocabulary, types, estate, declarations, others, elsewhere, new StepBook(gaps), gaps,
                looking);
    }

    Context with(Findings elsewhere) {
        return new Context(vocabulary, types, estate, declarations, tables, elsewhere, book, gaps, onlooker);
    }

    Type enter(Expression expression, Type type) {
        tables.types.put(expression, type);
        return type;
    }

    /** An error whose expression has no type any more, so that nothing else is said about it. */
    Type error(CheckCode code, Span span, String message, Optional<Hint> hint) {
        hint.ifPresentOrElse(what -> findings.error(code, span, message, what),
                () -> findings.error(code, span, message));
        return Type.UNKNOWN;
    }

    Type error(CheckCode code, Span span, String message, Hint hint) {
        return error(code, span, message, Optional.of(hint));
    }

    Type error(CheckCode code, Span span, String message, String hint) {
        return error(code, span, message, Hint.of(hint));
    }

    Type error(CheckCode code, Span span, String message) {
        return error(code, span, message, Optional.empty());
    }
}
