package dev.lifeboat.interpreter.run;

import dev.lifeboat.grammar.tree.Expression;
import dev.lifeboat.grammar.tree.Expression.Reference;
import dev.lifeboat.grammar.tree.Item;
import dev.lifeboat.grammar.tree.Node;
import dev.lifeboat.interpreter.check.Binding;
import dev.lifeboat.interpreter.check.TreeWalk;
import dev.lifeboat.interpreter.check.Types;
import dev.lifeboat.interpreter.value.Type;
import dev.lifeboat.interpreter.value.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Function;

/**
 * The values of a step that later steps, or its own {@code verify}, use and that its body did not bind: a person is
 * asked for them, field by field where
 * they are records.
 */
record MissingValues(RunContext context, StepSite site) {

    private static final String DOT = ".";

    /** @param bound what is there */
    Map<String, Value> ask(Map<String, Value> bound) {
        var given = new LinkedHashMap<String, Value>();
        var used = used();
        for (var value : site.step().type().fields().entrySet()) {
            var paths = used.keySet().stream().filter(path -> isIn(value.getKey(), path)).toList();
            boolean isMissing = StepResult.isValue(value.getKey()) && !bound.containsKey(value.getKey());
            if (isMissing && !paths.isEmpty()) {
                given.put(value.getKey(), ask(value.getKey(), Types.present(value.getValue()), used));
            }
        }
        return given;
    }

    private static boolean isIn(String beginning, String path) {
        return path.equals(beginning) || path.startsWith(beginning + DOT);
    }

    private Value ask(String path, Type type, SequencedMap<String, Type> used) {
        if (!(type instanceof Type.RecordOf fields)) {
            var text = "`" + site.name() + DOT + path + "` was not found out, and is used further on. What is it?";
            return Asking.answer(context, Asking.question(site.name(), path, type, text));
        }
        var values = new LinkedHashMap<String, Value>();
        fields.fields().forEach((name, field) -> {
            var inner = path + DOT + name;
            boolean isUsed = used.keySet().stream().anyMatch(other -> isIn(inner, other));
            values.put(name, isUsed ? ask(inner, Types.present(field), used) : Value.NONE);
        });
        return new Value.Fields(fields.name(), values);
    }

    /** Names and fields behind the step's own name, such as {@code election.winner}, in the order of the text. */
    private SequencedMap<String, Type> used() {
        var used = new LinkedHashMap<String, Type>();
        file().forEach(node -> collect(node, this::isStep, used));
        site.handlers().verify().ifPresent(verify -> collect(verify, this::isBound, used));
        return used;
    }

    /** Where the step's name is known: the runbook, or the procedure it stands in. */
    private List<? extends Node> file() {
        return site.place().owner().map(owner -> owner.site().step().item()).map(Item.Perform.class::cast)
                .<List<? extends Node>>map(perform -> List.of(context.program.procedure(perform).procedure()))
                .orElseGet(() -> context.program.tree().phases());
    }

    private void collect(Node node, Function<Reference, Optional<String>> root, SequencedMap<String, Type> used) {
        if (node instanceof Expression name && path(name, root).filter(path -> !path.isEmpty()).isPresent()) {
            used.putIfAbsent(path(name, root).orElseThrow(), context.program.type(name));
        } else {
            TreeWalk.children(node).forEach(child -> collect(child, root, used));
        }
    }

    private static Optional<String> path(Expression expression, Function<Reference, Optional<String>> root) {
        return switch (expression) {
            case Reference reference -> root.apply(reference);
            case Expression.Field field -> path(field.target(), root)
                    .map(target -> target.isEmpty() ? field.name().text() : target + DOT + field.name().text());
            default -> Optional.empty();
        };
    }

    private Optional<String> isStep(Reference reference) {
        return context.program.binding(reference) instanceof Binding.StepValue step
                && step.name().equals(site.step().name()) ? Optional.of("") : Optional.empty();
    }

    private Optional<String> isBound(Reference reference) {
        return Optional.of(reference.name()).filter(name -> context.program.binding(reference) instanceof Binding.Local
                && site.step().type().fields().containsKey(name));
    }
}
