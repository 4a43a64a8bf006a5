package dev.lifeboat.cli;

import dev.lifeboat.cli.Arguments.Argument;
import dev.lifeboat.cli.files.InventoryFile;
import dev.lifeboat.cli.files.UsageProblem;
import dev.lifeboat.grammar.Hint;
import dev.lifeboat.grammar.Nearest;
import java.util.Optional;

/** Who runs a runbook: one of the inventory's people. */
final class Operator {
    private Operator() {}

    static Argument<String> argument(Arguments arguments) {
        return arguments.option("--operator", "NAME", String.class,
                "Who runs it, as the inventory names people. Default: your user name.");
    }

    static String of(Argument<String> given, InventoryFile inventory) {
        var people = inventory.inventory().people().keySet();
        String name = Optional.ofNullable(given.value()).orElse(System.getProperty("user.name"));
        if (!people.contains(name)) {
            throw new UsageProblem(
                    "The inventory has no person `" + name + "` who could be the operator: name one with `--operator`. "
                            + Nearest.hint(name, people).map(Hint::text)
                                    .orElse("It has " + String.join(", ", people) + "."));
        }
        return name;
    }
}
