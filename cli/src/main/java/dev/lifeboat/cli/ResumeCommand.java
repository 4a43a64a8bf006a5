package dev.lifeboat.cli;

import dev.lifeboat.cli.Arguments.Argument;
import dev.lifeboat.cli.files.InventoryFile;
import dev.lifeboat.cli.files.RunbookFile;
import dev.lifeboat.cli.files.RunbookReader;
import dev.lifeboat.interpreter.check.CheckedRunbook;
import dev.lifeboat.interpreter.journal.JournalLock;
import dev.lifeboat.interpreter.replay.Resumption;
import dev.lifeboat.interpreter.run.RunSettings;
import dev.lifeboat.interpreter.world.Clock;
import dev.lifeboat.interpreter.world.SystemClock;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** `lifeboat resume`: carries a run on that broke off, was interrupted or was left at a pause. */
final class ResumeCommand implements Command {
    private final Arguments arguments = Arguments.of(this, "resume",
            "Carries a run on that broke off, was interrupted, or was left at a pause.", "",
            "Runbook and inventory are those of its journal; secrets are read anew. Ends as `lifeboat run` does.");

    private final RealContinuation continuation = new RealContinuation(arguments);

    private final Argument<Path> amend = arguments.option("--amend", "FILE", Path.class,
            "An edited runbook; every step that has begun has to be as it was.");

    private final Argument<String> breakGlass = SealDemand.breakGlass(arguments);

    private final Argument<Boolean> step = arguments.flag("--step", "Ask before each step from here on.");

    @Override
    public CommandSpec spec() {
        return arguments.spec();
    }

    @Override
    public Integer call() {
        RecordedRun recorded = continuation.unfinished();
        // Before the lease, which would be taken from that process.
        JournalLock.refuseHeld(recorded.journal().path());
        Output output = Output.of(spec());
        Clock clock = new SystemClock();
        Edition edition = edition(recorded, clock);
        sayWhatIsCutOff(recorded, output);
        Manner manner = continuation.manner(step.value());
        Taking taking = Taking.fromItself(recorded, "carried on", manner.lease(edition.program()));
        return Taking.under(continuation.lease(recorded, taking, clock), output, lease -> {
            edition.announcement(recorded.began().run())
                    .ifPresent(announcement -> announcement.tell(recorded.inventory(), output, clock));
            return continuation.under(lease, recorded, edition.program(), manner, clock, output)
                    .carryOn(recorded.journal(), RunSettings.of(recorded.began(), false), Resumption.of(
                            recorded.journal().records(), continuation.operator(recorded), Version.current(),
                            edition.files(), edition.changes()));
        }).exitStatus();
    }

    private Edition edition(RecordedRun recorded, Clock clock) {
        CheckedRunbook before = RealContinuation.program(recorded);
        if (amend.value() == null) {
            return Edition.asItWas(before);
        }
        InventoryFile inventory = recorded.inventory();
        RunbookFile file = new RunbookReader(root -> Assembly.checker(root, inventory.inventory()))
                .read(amend.value());
        List<String> changes = new Amendment(before, file.needProgram()).accepted(recorded.journal().records());
        return Edition.edited(file, changes, SealDemand.met(file, inventory, breakGlass, clock));
    }

    private static void sayWhatIsCutOff(RecordedRun recorded, Output output) {
        if (!recorded.journal().isSound()) {
            output.err().println("lifeboat: " + recorded.journal().describe() + " They are cut off.");
        }
    }
}
