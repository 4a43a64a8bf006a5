package dev.lifeboat.cli;

import dev.lifeboat.cli.Arguments.Argument;
import dev.lifeboat.cli.files.InventoryFile;
import dev.lifeboat.cli.files.RunbookRoot;
import dev.lifeboat.cli.files.UsageProblem;
import dev.lifeboat.interpreter.check.CheckedRunbook;
import dev.lifeboat.interpreter.value.Value;
import java.nio.file.Path;
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

    SequencedMap<String, Value> parameters(CheckedRunbook program, InventoryFile inventory) {
        return new GivenParameters(program, inventory.inventory()).values(parameters.value());
    }
}
