package dev.lifeboat.interpreter.check;

import dev.lifeboat.grammar.tree.Expression;
import dev.lifeboat.interpreter.builtin.Signature;
import java.util.List;
import java.util.Optional;

/**
 * A call of a builtin or a pure function.
 *
 * @param arguments as many as the signature has parameters, in their order; empty where an optional one is not given
 */
public record ResolvedCall(Signature signature, List<Optional<Expression>> arguments) {

    public ResolvedCall {
        arguments = List.copyOf(arguments);
    }
}
