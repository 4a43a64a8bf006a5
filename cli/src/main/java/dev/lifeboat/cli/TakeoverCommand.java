package dev.lifeboat.cli;

import dev.lifeboat.cli.Arguments.Argument;
import dev.lifeboat.cli.files.InventoryFile;
import dev.lifeboat.cli.files.RecordedRunbook;
import dev.lifeboat.interpreter.check.CheckedRunbook;
import dev.lifeboat.interpreter.lease.TakenLease;
import dev.lifeboat.interpreter.lease.ThisProcess;
import dev.lifeboat.interpreter.replay.Resumption;
import dev.lifeboat.interpreter.run.RunSettings;
import dev.lifeboat.interpreter.world.Clock;
import dev.lifeboat.interpreter.world.Lease;
import dev.lifeboat.interpreter.world.SystemClock;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** `lifeboat takeover`: takes a run out of the hands of another process, which may live, and carries it on. */
final class TakeoverCommand implements Command {
    private final Arguments arguments = Arguments.of(this, "takeover",
            "Takes a run from whoever carries it out, and carries it on where it stands.", "",
            "What the other process has open on the servers is ended first, and its next effect is refused. The run goes on in a journal of its own.",
            "To run another runbook on the cluster instead: `lifeboat run FILE --takeover RUN`. Ends as `lifeboat run` does.");

    private final Argument<String> run = arguments.word("RUN",
            "The run: its id, the beginning of it, or its journal.");

    private final Argument<String> reason = arguments.option("--reason", "TEXT", String.class,
            "Why, for the journal and for whoever held it.");

    private final Argument<String> operator = Operator.argument(arguments);

    private final Argument<Path> answers = WrittenAnswers.argument(arguments);

    private final Argument<Boolean> json = arguments.flag("--json",
            "Write the events of the run from here on, one JSON object a line, instead of the timeline.");

    private final Argument<Boolean> exitOnPause = Manner.exitOnPause(arguments);

    @Override
    public CommandSpec spec() {
        return arguments.spec();
    }

    @Override
    public Integer call() {
        RecordedRun recorded = RecordedRun.read(RunsFolder.find(run.value()));
        recorded.journal().trusted();
        recorded.needUnfinished();
        InventoryFile inventory = recorded.inventory();
        String who = Operator.of(operator, inventory);
        String why = reason.value() == null ? "" : reason.value();
        Clock clock = new SystemClock();
        try (TakenLease lease = Taking.fromItself(recorded, why, Lease.Mode.EXCLUSIVE).lease(inventory,
                recorded.cluster(), clock,
                ThisProcess.claim(recorded.began().run(), who, clock.now()))) {
            // Read once more: only from now on does the other process change nothing any more.
            RecordedRun now = RecordedRun.read(recorded.journal().path());
            CheckedRunbook program = RecordedRunbook.of(now.files(), Assembly.checkerOfRecorded(inventory.inventory()));
            return new RealRun(program, inventory, lease, who, WrittenAnswers.of(answers, inventory), json.value(),
                    new Manner(false, exitOnPause.value()), clock, Output.of(spec()))
                    .carryOnIn(RunsFolder.takenOver(now.journal().path(), lease.epoch()), now.journal(),
                            RunSettings.of(now.began(), false), Resumption.of(now.journal().records(), who,
                                    Version.current(), new LinkedHashMap<>(), List.of()))
                    .exitStatus();
        }
    }
}
