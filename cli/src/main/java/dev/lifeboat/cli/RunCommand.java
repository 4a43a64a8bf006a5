package dev.lifeboat.cli;

import dev.lifeboat.builtins.inventory.Inventory.Environment;
import dev.lifeboat.cli.files.Answers;
import dev.lifeboat.cli.files.InventoryFile;
import dev.lifeboat.cli.files.RunbookFile;
import dev.lifeboat.cli.files.RunbookReader;
import dev.lifeboat.cli.files.TextFile;
import dev.lifeboat.cli.files.UsageProblem;
import dev.lifeboat.grammar.Nearest;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** `lifeboat run`: a runbook on real servers. */
@Command(name = "run", description = "Runs a runbook on real servers.", mixinStandardHelpOptions = true,
        addMethodSubcommands = false, footer = {"",
                "Ends with 0: done, objectives met; 1: failed and rolled back; 2: it needs a person; 3: done, an objective missed; 4: failed and not rolled back;",
                "5: the rollback failed; 64: usage; 65: invalid file; 69: the world is unavailable; 130: interrupted."})
final class RunCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private RunOptions options = new RunOptions();

    @Option(names = "--operator", paramLabel = "NAME", description = "Who runs it, as the inventory names people.",
            required = true)
    private String operator;

    @Option(names = "--answers", paramLabel = "FILE",
            description = "Who says what to which question (YAML): for drills and tests; refused in production.")
    private Path answers;

    @Option(names = "--since", paramLabel = "TIME",
            description = "When the outage began, such as 2026-01-01T03:00:00Z, where that was before this run.")
    private Instant since;

    @Option(names = "--drill",
            description = "Marks every message as a drill; customers and those above the team are not told.")
    private boolean drill;

    @Override
    public Integer call() {
        InventoryFile inventory = options.inventory();
        refuseStrangers(inventory);
        RunbookFile runbook = new RunbookReader(root -> Assembly.checker(inventory.inventory())).read(options.file);
        runbook.needProgram();
        Output output = Output.of(spec);
        return new RealRun(runbook, inventory, options, operator, Optional.ofNullable(since), drill, output)
                .execute(answers(inventory)).exitStatus();
    }

    private void refuseStrangers(InventoryFile inventory) {
        var people = inventory.inventory().people().keySet();
        if (!people.contains(operator)) {
            throw new UsageProblem("The inventory has no person `" + operator + "` who could be the operator. "
                    + Nearest.hint(operator, people).orElse("It has " + String.join(", ", people) + "."));
        }
    }

    private Optional<Answers> answers(InventoryFile inventory) {
        if (answers != null && inventory.inventory().environment() == Environment.PRODUCTION) {
            throw new UsageProblem(
                    "`--answers` is refused where the inventory says `environment: production`: people answer there.");
        }
        return Optional.ofNullable(answers).map(path -> Answers.read(TextFile.read(path, "file of answers")));
    }
}
