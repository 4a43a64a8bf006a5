package dev.lifeboat.cli;

import dev.lifeboat.builtins.inventory.Inventory;
import dev.lifeboat.cli.files.UsageProblem;
import dev.lifeboat.grammar.Hint;
import dev.lifeboat.grammar.Nearest;
import dev.lifeboat.grammar.tree.Declaration;
import dev.lifeboat.interpreter.check.CheckedRunbook;
import dev.lifeboat.interpreter.check.Estate;
import dev.lifeboat.interpreter.value.Type;
import dev.lifeboat.interpreter.value.TypedText;
import dev.lifeboat.interpreter.value.Value;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/** What the parameters of a runbook become that somebody has given as text. */
record GivenParameters(CheckedRunbook program, Inventory inventory) {

    /** Each of the type that the runbook declares. */
    SequencedMap<String, Value> values(Map<String, String> given) {
        Estate estate = Assembly.estate(inventory);
        List<Declaration.Param> declared = program.tree().declarations().stream()
                .filter(Declaration.Param.class::isInstance).map(Declaration.Param.class::cast).toList();
        given.keySet()
                .forEach(name -> refuseUnknown(name, declared.stream().map(param -> param.name().text()).toList()));
        SequencedMap<String, Value> values = new LinkedHashMap<>();
        declared.forEach(
                param -> value(param, program.type(param.type()), given.get(param.name().text())).ifPresent(value -> {
                    refuseUnknown(param.name().text(), value, estate);
                    values.put(param.name().text(), value);
                }));
        return values;
    }

    private static void refuseUnknown(String name, List<String> declared) {
        if (!declared.contains(name)) {
            throw new UsageProblem("The runbook has no parameter `" + name + "`. "
                    + Nearest.hint(name, declared).map(Hint::text).orElse(
                            declared.isEmpty() ? "It has none." : "It has " + String.join(", ", declared) + "."));
        }
    }

    /** A server, host, role, … that the inventory does not have would be missed only in the middle of the run. */
    private static void refuseUnknown(String parameter, Value given, Estate estate) {
        if (given instanceof Value.Listing list) {
            list.items().forEach(item -> refuseUnknown(parameter, item, estate));
        }
        if (given instanceof Value.Handle(String type, String name)) {
            Optional<Collection<String>> known = type.equals("role")
                    ? Optional.of(estate.roles().keySet())
                    : Optional.ofNullable(estate.named().get(type));
            known.filter(names -> !names.contains(name)).ifPresent(names -> {
                throw new UsageProblem("Parameter `" + parameter + "`: the inventory has no " + type + " `" + name
                        + "`. " + Nearest.hint(name, names).map(Hint::text).orElse(""));
            });
        }
    }

    private static Optional<Value> value(Declaration.Param param, Type type, String given) {
        String name = param.name().text();
        if (given != null) {
            return Optional.of(TypedText.read(type, given).orElseThrow(
                    () -> new UsageProblem("Parameter `" + name + "`: `" + given + "` is no " + type + ".")));
        }
        if (param.initial().isEmpty()) {
            throw new UsageProblem(
                    "Parameter `" + name + "` has no default: give it with `--param " + name + "=…`, a " + type + ".");
        }
        return Optional.empty();
    }
}
