package dev.lifeboat.interpreter.check;

import dev.lifeboat.grammar.tree.Declaration;
import dev.lifeboat.grammar.tree.Expression;
import java.util.List;

/**
 * A message by a template of the runbook or of a library.
 *
 * @param arguments one for each of the template's parameters, in their order
 */
public record ResolvedTemplate(Declaration.Template template, List<Expression> arguments) {

    public ResolvedTemplate {
        arguments = List.copyOf(arguments);
    }
}
