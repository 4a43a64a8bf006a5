package dev.lifeboat.interpreter.check;

import dev.lifeboat.grammar.tree.Expression;
import dev.lifeboat.grammar.tree.Item;
import dev.lifeboat.grammar.tree.Node;
import dev.lifeboat.grammar.tree.TemplateUse;
import dev.lifeboat.grammar.tree.TypeName;
import dev.lifeboat.interpreter.value.Type;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is found out about a tree, beside the tree. Keyed by the identity of nodes: two calls may be equal as records
 * and still be two calls. Looked up only, never iterated, as identity has no order.
 */
final class Tables {

    final Map<Expression, Type> types = new IdentityHashMap<>();
    final Map<TypeName, Type> typeNames = new IdentityHashMap<>();
    final Map<Expression.Reference, Binding> bindings = new IdentityHashMap<>();
    final Map<Expression, ResolvedCall> calls = new IdentityHashMap<>();
    final Map<TemplateUse, ResolvedTemplate> templates = new IdentityHashMap<>();
    final Map<Item.Perform, ResolvedPerform> performs = new IdentityHashMap<>();
    final Map<Item, CheckedStep> steps = new IdentityHashMap<>();

    /** The steps in the order of the text, those of phases and those of procedures. */
    final List<CheckedStep> inOrder = new ArrayList<>();

    void enter(CheckedStep step) {
        steps.put(step.item(), step);
        inOrder.add(step);
    }

    /** What an error-free check must have entered for a node. */
    static <K extends Node, V> V entered(Map<K, V> table, K node) {
        var found = table.get(node);
        if (found == null) {
            throw new IllegalStateException("Not a checked node: " + node.span());
        }
        return found;
    }
}
