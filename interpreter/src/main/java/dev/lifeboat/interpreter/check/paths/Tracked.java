package dev.lifeboat.interpreter.check.paths;

import dev.lifeboat.grammar.tree.Expression;
import dev.lifeboat.grammar.tree.Item;
import dev.lifeboat.grammar.tree.Node;
import dev.lifeboat.grammar.tree.Operator;
import dev.lifeboat.grammar.tree.Phase;
import dev.lifeboat.grammar.tree.Statement;
import dev.lifeboat.grammar.tree.StepClauses;
import dev.lifeboat.interpreter.check.Binding;
import dev.lifeboat.interpreter.check.Draft;
import dev.lifeboat.interpreter.check.Outcome;
import dev.lifeboat.interpreter.check.TreeWalk;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which conditions hang together: those about the end of a step, and those that are asked more than once; that a list
 * has elements is one too. Nothing is
 * bound twice, so a condition on parameters and steps that calls nothing comes to the same wherever it is asked.
 */
final class Tracked {

    /** Each may double the ways that are told apart. */
    private static final int MOST = 6;

    private final Draft draft;
    private final Set<String> steps = new LinkedHashSet<>();
    private final Set<String> repeated;

    Tracked(Draft draft) {
        this.draft = draft;
        var times = new LinkedHashMap<String, Integer>();
        draft.nodes().flatMap(node -> condition(node).stream()).flatMap(this::atoms)
                .forEach(atom -> enter(atom, times));
        repeated = times.entrySet().stream().filter(entry -> entry.getValue() > 1).limit(MOST)
                .map(entry -> entry.getKey()).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private void enter(Expression atom, LinkedHashMap<String, Integer> times) {
        var outcome = outcome(atom);
        if (outcome.isPresent()) {
            steps.add(outcome.get().step());
        } else if (isConstant(atom)) {
            times.merge(words(atom), 1, Integer::sum);
        }
    }

    private static Optional<Expression> condition(Node node) {
        return switch (node) {
            case Phase phase -> phase.when();
            case StepClauses clauses -> clauses.when();
            case Item.ForEach loop -> Optional.of(loop.list());
            case Statement.Branch branch -> Optional.of(branch.condition());
            case Statement.Require require -> Optional.of(require.condition());
            case Statement.WaitUntil wait -> Optional.of(wait.condition());
            case Expression.Conditional choice -> Optional.of(choice.condition());
            default -> Optional.empty();
        };
    }

    private Stream<Expression> atoms(Expression condition) {
        return switch (condition) {
            case Expression.Not not -> atoms(not.operand());
            case Expression.Binary both when both.operator() == Operator.AND || both.operator() == Operator.OR ->
                Stream.concat(atoms(both.left()), atoms(both.right()));
            default -> Stream.of(condition);
        };
    }

    /** {@code restart.succeeded}. */
    private record Asked(String step, String outcome) {}

    private Optional<Asked> outcome(Expression atom) {
        return atom instanceof Expression.Field field && Outcome.STATES.contains(field.name().text())
                && field.target() instanceof Expression.Reference step
                && draft.binding(step).filter(Binding.StepValue.class::isInstance).isPresent()
                        ? Optional.of(new Asked(step.name(), field.name().text()))
                        : Optional.empty();
    }

    private boolean isConstant(Expression atom) {
        return TreeWalk.within(atom).allMatch(node -> switch (node) {
            case Expression.BuiltinCall call -> false;
            case Expression.FunctionCall call ->
                draft.call(call).filter(resolved -> resolved.signature().pure()).isPresent();
            case Expression.Reference name -> draft.binding(name).filter(this::isConstant).isPresent();
            default -> true;
        });
    }

    private boolean isConstant(Binding binding) {
        return switch (binding) {
            case Binding.Param param -> true;
            case Binding.Implicit implicit -> !implicit.name().equals("incident");
            case Binding.StepValue step -> draft.steps().stream()
                    .filter(other -> other.name().equals(step.name()))
                    .allMatch(other -> !other.inProcedure() && other.loops().isEmpty());
            case Binding.Local local -> false;
            case Binding.Round round -> false;
        };
    }

    private static String words(Expression atom) {
        return atom.span().text();
    }

    /** What is known once a step has ended; nothing more where no condition asks about it. */
    Known ended(Known known, String owner, String step, String outcome) {
        return steps.contains(step) ? known.ended(key(owner, step), outcome) : known;
    }

    /** Step names are unique in a runbook, and in a procedure. */
    private static String key(String owner, String step) {
        return owner + "/" + step;
    }

    /**
     * What is known where an atom of a condition comes to this; empty where it can't.
     *
     * @param owner the procedure in which it is asked
     */
    Optional<Known> assume(Known known, Expression atom, boolean truth, String owner) {
        var asked = outcome(atom);
        if (asked.isPresent()) {
            var ended = known.outcomes().get(key(owner, asked.get().step()));
            return Optional.of(known)
                    .filter(same -> ended == null || ended.equals(asked.get().outcome()) == truth);
        }
        return repeated.contains(words(atom)) && isConstant(atom)
                ? known.assuming(words(atom), truth)
                : Optional.of(known);
    }
}
