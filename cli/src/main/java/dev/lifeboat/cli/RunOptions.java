package dev.lifeboat.cli;

import dev.lifeboat.cli.Arguments.Argument;
import dev.lifeboat.cli.files.InventoryFile;
import dev.lifeboat.cli.files.RunbookRoot;
import dev.lifeboat.cli.files.UsageProblem;
import dev.lifeboat.grammar.Hint;
import dev.lifeboat.grammar.Nearest;
import dev.lifeboat.grammar.tree.Declaration;
import dev.lifeboat.interpreter.check.CheckedRunbook;
import dev.lifeboat.interpreter.check.Estate;
import dev.lifeboat.interpreter.value.Type;
import dev.lifeboat.interpreter.value.TypedText;
import dev.lifeboat.interpreter.value.Value;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/** What `run` and `dry-run` have in common. */
final class RunOptions {
    private final Argument<Path> file;
    private final Argument<Path> inventory;
    private final Argument<String> cluster;
    private final Argument<Map<String, String>> parameters;
    private final Argument<Path> journal;
    private final Argument<Boolean> json;

    RunOptions(Arguments arguments) {
        this(arguments, "Write the events of the run, one JSON object a line, instead of the timeline.");
    }

    /** @param json what is written for machines */
    RunOptions(Arguments arguments, String json) {
        this(arguments, Optional.of(json));
    }

    /** For what leaves no journal and is not seen. */
    static RunOptions unseen(Arguments arguments) {
        return new RunOptions(arguments, Optional.empty());
    }

    private RunOptions(Arguments arguments, Optional<String> seen) {
        file = arguments.file("The runbook.");
        inventory = arguments.option("--inventory", "FILE", Path.class,
                "What there is and who is there. Default: the one that `lifeboat.yaml` names.");
        cluster = arguments.option("--cluster", "NAME", String.class,
                "Which cluster of the inventory; needed where it has several.");
        parameters = arguments.pairs("--param", "NAME=VALUE", "A parameter of the runbook.");
        journal = seen.map(json -> arguments.option("--journal", "FILE", Path.class,
                "Where to write the journal; the file must not be there yet.")).orElse(null);
        json = seen.map(text -> arguments.flag("--json", text)).orElse(null);
    }

    Path file() {
        return file.value();
    }

    Optional<Path> journal() {
        return Optional.ofNullable(journal.value());
    }

    boolean json() {
        return json.value();
    }

    boolean namesInventory() {
        return inventory.value() != null;
    }

    InventoryFile inventory() {
        return InventoryFile.read(Optional.ofNullable(inventory.value()).or(() -> RunbookRoot.of(file()).inventory())
                .orElseThrow(() -> new UsageProblem(
                        "There is no inventory: name one with `--inventory`, or in `lifeboat.yaml` beside the runbooks.")));
    }

    String cluster(InventoryFile file) {
        return file.cluster(Optional.ofNullable(cluster.value()));
    }

    /** The parameters that were given, each of the type that the runbook declares. */
    SequencedMap<String, Value> parameters(CheckedRunbook program, InventoryFile inventory) {
        Estate estate = Assembly.estate(inventory.inventory());
        List<Declaration.Param> declared = program.tree().declarations().stream()
                .filter(Declaration.Param.class::isInstance).map(Declaration.Param.class::cast).toList();
        parameters.value().keySet()
                .forEach(name -> refuseUnknown(name, declared.stream().map(param -> param.name().text()).toList()));
        SequencedMap<String, Value> values = new LinkedHashMap<>();
        declared.forEach(param -> value(param, program.type(param.type())).ifPresent(value -> {
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

    private Optional<Value> value(Declaration.Param param, Type type) {
        String name = param.name().text();
        String given = parameters.value().get(name);
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
