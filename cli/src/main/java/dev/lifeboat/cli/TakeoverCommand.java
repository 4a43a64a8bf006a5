package dev.lifeboat.cli;

import dev.lifeboat.cli.Arguments.Argument;
import dev.lifeboat.interpreter.replay.Resumption;
import dev.lifeboat.interpreter.run.RunSettings;
import dev.lifeboat.interpreter.world.Clock;
import dev.lifeboat.interpreter.world.Lease;
import dev.lifeboat.interpreter.world.SystemClock;
import java.util.LinkedHashMap;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** `lifeboat takeover`: takes a run out of the hands of another process, which may live, and carries it on. */
final class TakeoverCommand implements Command {
    private final Arguments arguments = Arguments.of(this, "takeover",
            "Takes a run from whoever carries it out, and carries it on where it stands.", "",
            "What the other process has open on the servers is ended first, and its next effect is refused. The run goes on in a journal of its own.",
            "To run another runbook on the cluster instead: `lifeboat run FILE --takeover RUN`. Ends as `lifeboat run` does.");

    private final RealContinuation continuation = new RealContinuation(arguments);

    private final Argument<String> reason = arguments.option("--reason", "TEXT", String.class,
            "Why, for the journal and for whoever held it.");

    @Override
    public CommandSpec spec() {
        return arguments.spec();
    }

    @Override
    public Integer call() {
        RecordedRun recorded = continuation.unfinished();
        Taking taking = Taking.fromItself(recorded, reason.value() == null ? "" : reason.value(),
                Lease.Mode.EXCLUSIVE);
        Clock clock = new SystemClock();
        Output output = Output.of(spec());
        return Taking.under(continuation.lease(recorded, taking, clock), output, lease -> {
            // Read once more: only from now on does the other process change nothing any more.
            RecordedRun now = RecordedRun.read(recorded.journal().path());
            return continuation
                    .under(lease, now, RealContinuation.program(now), continuation.manner(false), clock, output)
                    .carryOnIn(RunsFolder.takenOver(now.journal().path(), lease.epoch()), now.journal(),
                            RunSettings.of(now.began(), false),
                            Resumption.of(now.journal().records(), continuation.operator(now), Version.current(),
                                    new LinkedHashMap<>(), List.of()));
        }).exitStatus();
    }
}
