package dev.lifeboat.cli;

import dev.lifeboat.builtins.inventory.Inventory.Environment;
import dev.lifeboat.cli.Arguments.Argument;
import dev.lifeboat.cli.files.Answers;
import dev.lifeboat.cli.files.InventoryFile;
import dev.lifeboat.cli.files.RunbookFile;
import dev.lifeboat.cli.files.RunbookReader;
import dev.lifeboat.cli.files.TextFile;
import dev.lifeboat.cli.files.UsageProblem;
import dev.lifeboat.grammar.Hint;
import dev.lifeboat.grammar.Nearest;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/** `lifeboat run`: a runbook on real servers. */
final class RunCommand implements Command {
    private final Arguments arguments = Arguments.of(this, "run", "Runs a runbook on real servers.", "",
            "Ends with 0: done, objectives met; 1: failed and rolled back; 2: it needs a person; 3: done, an objective missed; 4: failed and not rolled back;",
            "5: the rollback failed; 64: usage; 65: invalid file; 69: the world is unavailable; 75: another run holds the cluster, or has taken it over;",
            "130: interrupted.");

    private final RunOptions options = new RunOptions(arguments);

    private final Argument<String> operator = arguments.option("--operator", "NAME", String.class,
            "Who runs it, as the inventory names people. Default: your user name.");

    private final Argument<Path> answers = arguments.option("--answers", "FILE", Path.class,
            "Who says what to which question (YAML): for drills and tests; refused in production.");

    private final Argument<Instant> since = arguments.option("--since", "TIME", Instant.class,
            "When the outage began, such as 2026-01-01T03:00:00Z, where that was before this run.");

    private final Argument<Boolean> drill = arguments.flag("--drill",
            "Marks every message as a drill; customers and those above the team are not told.");

    private final Argument<String> takeover = arguments.option("--takeover", "RUN", String.class,
            "Takes the cluster from this run, which holds it: ends what that has open on the servers, and refuses whatever it does next.");

    private final Argument<String> reason = arguments.option("--reason", "TEXT", String.class,
            "Why it is taken over, for the journal and for whoever held it.");

    @Override
    public CommandSpec spec() {
        return arguments.spec();
    }

    @Override
    public Integer call() {
        InventoryFile inventory = options.inventory();
        RunbookFile runbook = new RunbookReader(root -> Assembly.checker(root, inventory.inventory()))
                .read(options.file());
        runbook.needProgram();
        Output output = Output.of(spec());
        return new RealRun(runbook, inventory, options, operator(inventory),
                Optional.ofNullable(since.value()), drill.value(), taking(), output)
                .execute(answers(inventory)).exitStatus();
    }

    private Taking taking() {
        if (takeover.value() == null && reason.value() != null) {
            throw new UsageProblem("`--reason` says why a cluster is taken over: it needs `--takeover`.");
        }
        return new Taking(Optional.ofNullable(takeover.value()), Optional.ofNullable(reason.value()).orElse(""));
    }

    private String operator(InventoryFile inventory) {
        var people = inventory.inventory().people().keySet();
        String name = Optional.ofNullable(operator.value()).orElse(System.getProperty("user.name"));
        if (!people.contains(name)) {
            throw new UsageProblem(
                    "The inventory has no person `" + name + "` who could be the operator: name one with `--operator`. "
                            + Nearest.hint(name, people).map(Hint::text)
                                    .orElse("It has " + String.join(", ", people) + "."));
        }
        return name;
    }

    private Optional<Answers> answers(InventoryFile inventory) {
        if (answers.value() != null && inventory.inventory().environment() == Environment.PRODUCTION) {
            throw new UsageProblem(
                    "`--answers` is refused where the inventory says `environment: production`: people answer there.");
        }
        return Optional.ofNullable(answers.value()).map(path -> Answers.read(TextFile.read(path, "file of answers")));
    }
}
