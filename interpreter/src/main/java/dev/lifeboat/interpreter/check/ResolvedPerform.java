package dev.lifeboat.interpreter.check;

import dev.lifeboat.grammar.tree.Declaration;
import dev.lifeboat.grammar.tree.Expression;
import java.util.List;

/**
 * A {@code perform}.
 *
 * @param arguments one for each of the procedure's parameters, in their order
 */
public record ResolvedPerform(Declaration.Procedure procedure, List<Expression> arguments) {

    public ResolvedPerform {
        arguments = List.copyOf(arguments);
    }
}
