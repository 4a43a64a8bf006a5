package dev.lifeboat.cli;

import dev.lifeboat.builtins.ImplicitNames;
import dev.lifeboat.cli.Arguments.Argument;
import dev.lifeboat.cli.files.InventoryFile;
import dev.lifeboat.cli.files.RunbookFile;
import dev.lifeboat.cli.files.RunbookReader;
import dev.lifeboat.cli.files.UsageProblem;
import dev.lifeboat.interpreter.check.CheckedRunbook;
import dev.lifeboat.interpreter.lease.HeldLease;
import dev.lifeboat.interpreter.lease.ThisProcess;
import dev.lifeboat.interpreter.run.Event;
import dev.lifeboat.interpreter.run.RunSettings;
import dev.lifeboat.interpreter.value.Value;
import dev.lifeboat.interpreter.world.Clock;
import dev.lifeboat.interpreter.world.SystemClock;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.SequencedMap;
import picocli.CommandLine.Model.CommandSpec;

/** `lifeboat run`: a runbook on real servers. */
final class RunCommand implements Command {
    private final Arguments arguments = Arguments.of(this, "run", "Runs a runbook on real servers.", "",
            "Ends with 0: done, objectives met; 1: failed and rolled back; 2: it needs a person; 3: done, an objective missed; 4: failed and not rolled back;",
            "5: the rollback failed; 64: usage; 65: invalid file; 69: the world is unavailable; 75: another run holds the cluster, or has taken it over;",
            "130: interrupted.");

    private final RunOptions options = new RunOptions(arguments);

    private final Argument<String> operator = Operator.argument(arguments);

    private final Argument<Path> answers = WrittenAnswers.argument(arguments);
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
        CheckedRunbook program = runbook.needProgram();
        Clock clock = new SystemClock();
        RunSettings settings = settings(RunsFolder.id(clock.now(), program.tree().name().text()), runbook, program,
                inventory);
        Path journal = RunsFolder.journal(options.journal(), settings.id());
        Event.PreflightEnded preflight = new RealPreflight(program, inventory, options.cluster(inventory),
                options.parameters(program, inventory).values(), clock).clear(journal);
        try (HeldLease lease = taking().lease(inventory, options.cluster(inventory), clock,
                ThisProcess.claim(settings.id(), settings.operator(), clock.now()))) {
            return new RealRun(program, inventory, lease, settings.operator(), WrittenAnswers.of(answers, inventory),
                    options.json(), clock, Output.of(spec()))
                    .begin(journal, settings, preflight).exitStatus();
        }
    }

    private Taking taking() {
        if (takeover.value() == null && reason.value() != null) {
            throw new UsageProblem("`--reason` says why a cluster is taken over: it needs `--takeover`.");
        }
        return new Taking(Optional.ofNullable(takeover.value()), Optional.ofNullable(reason.value()).orElse(""));
    }

    private RunSettings settings(String id, RunbookFile runbook, CheckedRunbook program, InventoryFile inventory) {
        SequencedMap<String, Value> names = ImplicitNames.of(inventory.inventory(), options.cluster(inventory));
        names.putAll(options.parameters(program, inventory));
        return new RunSettings(id, false, 0, Operator.of(operator, inventory), Optional.ofNullable(since.value()),
                runbook.files(), inventory.text(), inventory.path().toAbsolutePath().normalize().toString(), "", names,
                drill.value(), false);
    }
}
