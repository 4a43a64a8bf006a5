package dev.lifeboat.cli;

import dev.lifeboat.builtins.ImplicitNames;
import dev.lifeboat.cli.Arguments.Argument;
import dev.lifeboat.cli.files.InventoryFile;
import dev.lifeboat.cli.files.RunbookFile;
import dev.lifeboat.cli.files.RunbookReader;
import dev.lifeboat.cli.files.UsageProblem;
import dev.lifeboat.interpreter.check.CheckedRunbook;
import dev.lifeboat.interpreter.lease.TakenLease;
import dev.lifeboat.interpreter.lease.ThisProcess;
import dev.lifeboat.interpreter.run.Event;
import dev.lifeboat.interpreter.run.RunOutcome;
import dev.lifeboat.interpreter.run.RunSettings;
import dev.lifeboat.interpreter.value.Value;
import dev.lifeboat.interpreter.world.Clock;
import dev.lifeboat.interpreter.world.Lease;
import dev.lifeboat.interpreter.world.SystemClock;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.SequencedMap;

/** What has to be known to start a run on real servers, and its start. */
final class RealStart {
    private final RunOptions options;
    private final Argument<String> operator;
    private final Argument<Path> answers;
    private final Argument<Instant> since;
    private final Argument<Boolean> drill;
    private final Argument<String> takeover;
    private final Argument<String> reason;
    private final Argument<String> breakGlass;

    RealStart(Arguments arguments, RunOptions options) {
        this.options = options;
        operator = Operator.argument(arguments);
        answers = WrittenAnswers.argument(arguments);
        since = arguments.option("--since", "TIME", Instant.class,
                "When the outage began, such as 2026-01-01T03:00:00Z, where that was before this run.");
        drill = arguments.flag("--drill",
                "Marks every message as a drill; customers and those above the team are not told.");
        takeover = arguments.option("--takeover", "RUN", String.class,
                "Takes the cluster from this run, which holds it: ends what that has open on the servers, and refuses whatever it does next.");
        reason = arguments.option("--reason", "TEXT", String.class,
                "Why it is taken over, for the journal and for whoever held it.");
        breakGlass = SealDemand.breakGlass(arguments);
    }

    RunOutcome run(Manner manner, Output output) {
        InventoryFile inventory = options.inventory();
        RunbookFile runbook = new RunbookReader(root -> Assembly.checker(root, inventory.inventory()))
                .read(options.file());
        CheckedRunbook program = runbook.needProgram();
        Clock clock = new SystemClock();
        RunSettings sealed = settings(RunsFolder.id(clock.now(), program.tree().name().text()), runbook, program,
                inventory);
        RunSettings settings = SealDemand.met(runbook, inventory, breakGlass, clock).map(sealed::breakingGlass)
                .orElse(sealed);
        Path journal = RunsFolder.journal(options.journal(), settings.id());
        Event.PreflightEnded preflight = new RealPreflight(program, inventory, options.cluster(inventory),
                options.parameters(program, inventory).values(), clock).clear(journal);
        TakenLease taken = taking(manner.lease(program)).lease(inventory, options.cluster(inventory), clock,
                ThisProcess.claim(settings.id(), settings.operator(), clock.now()));
        return Taking.under(taken, output, lease -> new RealRun(program, inventory, lease, settings.operator(),
                WrittenAnswers.of(answers, inventory), options.json(), manner, clock, output)
                .begin(journal, settings, preflight));
    }

    private Taking taking(Lease.Mode mode) {
        if (takeover.value() == null && reason.value() != null) {
            throw new UsageProblem("`--reason` says why a cluster is taken over: it needs `--takeover`.");
        }
        return new Taking(Optional.ofNullable(takeover.value()), Optional.ofNullable(reason.value()).orElse(""),
                takeover.value() == null ? mode : Lease.Mode.EXCLUSIVE);
    }

    private RunSettings settings(String id, RunbookFile runbook, CheckedRunbook program, InventoryFile inventory) {
        SequencedMap<String, Value> names = ImplicitNames.of(inventory.inventory(), options.cluster(inventory));
        names.putAll(options.parameters(program, inventory));
        return new RunSettings(id, false, 0, Operator.of(operator, inventory), Optional.ofNullable(since.value()),
                runbook.files(), inventory.text(), inventory.path().toAbsolutePath().normalize().toString(), "", names,
                drill.value(), false);
    }
}
