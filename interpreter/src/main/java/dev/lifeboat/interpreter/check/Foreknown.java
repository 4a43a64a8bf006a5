package dev.lifeboat.interpreter.check;

import dev.lifeboat.grammar.tree.Argument;
import dev.lifeboat.grammar.tree.Expression;
import dev.lifeboat.grammar.tree.Item;
import dev.lifeboat.grammar.tree.Node;
import dev.lifeboat.grammar.tree.Statement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What of a step's body can be told before the body starts: the {@code let}s on its top level that call no builtin and
 * rest on nothing that the body finds out.
 */
public final class Foreknown {

    private final Function<Expression.Reference, Optional<Binding>> bindings;
    private final Set<String> bound;
    private final List<Statement.Let> lets = new ArrayList<>();
    private final Set<String> names = new LinkedHashSet<>();

    private Foreknown(Function<Expression.Reference, Optional<Binding>> bindings, Set<String> bound) {
        this.bindings = bindings;
        this.bound = bound;
    }

    public static Foreknown of(Item.Step step, Function<Expression.Reference, Optional<Binding>> bindings) {
        var bound = step.body().stream().flatMap(TreeWalk::within).flatMap(node -> bound(node).stream())
                .collect(Collectors.toSet());
        var known = new Foreknown(bindings, bound);
        step.body().ifPresent(body -> body.statements().forEach(known::read));
        return known;
    }

    private static Optional<String> bound(Node node) {
        return switch (node) {
            case Statement.Let let -> Optional.of(let.name().text());
            case Statement.Ask ask -> Optional.of(ask.name().text());
            case Statement.For loop -> Optional.of(loop.variable().text());
            default -> Optional.empty();
        };
    }

    private void read(Statement statement) {
        if (statement instanceof Statement.Let let && unknown(let.value()).isEmpty()) {
            lets.add(let);
            names.add(let.name().text());
        }
    }

    /** The `let`s that can be evaluated beforehand, in their order. */
    List<Statement.Let> lets() {
        return lets;
    }

    /** What in the arguments of a call can't be told beforehand. */
    public List<Expression> unknown(List<Argument> arguments) {
        return arguments.stream().flatMap(argument -> unknown(argument.value()).stream()).toList();
    }

    private List<Expression> unknown(Expression value) {
        return TreeWalk.within(value, Expression.class).filter(this::isUnknown).toList();
    }

    private boolean isUnknown(Expression part) {
        return part instanceof Expression.BuiltinCall
                || part instanceof Expression.Reference reference && isUnknown(reference);
    }

    private boolean isUnknown(Expression.Reference reference) {
        var local = bindings.apply(reference).filter(binding -> binding instanceof Binding.Local).isPresent();
        return local && bound.contains(reference.name()) && !names.contains(reference.name());
    }
}
