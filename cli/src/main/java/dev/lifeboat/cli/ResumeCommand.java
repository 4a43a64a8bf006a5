package dev.lifeboat.cli;

import dev.lifeboat.cli.Arguments.Argument;
import dev.lifeboat.cli.files.InventoryFile;
import dev.lifeboat.cli.files.RecordedRunbook;
import dev.lifeboat.cli.files.RunbookFile;
import dev.lifeboat.cli.files.RunbookReader;
import dev.lifeboat.interpreter.check.CheckedRunbook;
import dev.lifeboat.interpreter.lease.TakenLease;
import dev.lifeboat.interpreter.lease.ThisProcess;
import dev.lifeboat.interpreter.replay.Resumption;
import dev.lifeboat.interpreter.run.RunSettings;
import dev.lifeboat.interpreter.world.Clock;
import dev.lifeboat.interpreter.world.SystemClock;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;

/** `lifeboat resume`: carries a run on that broke off, was interrupted or was left at a pause. */
final class ResumeCommand implements Command {
    private final Arguments arguments = Arguments.of(this, "resume",
            "Carries a run on that broke off, was interrupted, or was left at a pause.", "",
            "Runbook and inventory are those of its journal; secrets are read anew. Ends as `lifeboat run` does.");

    private final Argument<String> run = arguments.word("RUN",
            "The run: its id, the beginning of it, or its journal.");

    private final Argument<Path> amend = arguments.option("--amend", "FILE", Path.class,
            "An edited runbook; every step that has begun has to be as it was.");

    private final Argument<String> breakGlass = SealDemand.breakGlass(arguments);

    private final Argument<String> operator = Operator.argument(arguments);

    private final Argument<Path> answers = WrittenAnswers.argument(arguments);

    private final Argument<Boolean> json = arguments.flag("--json",
            "Write the events of the run from here on, one JSON object a line, instead of the timeline.");

    private final Argument<Boolean> step = arguments.flag("--step", "Ask before each step from here on.");

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
        Output output = Output.of(spec());
        InventoryFile inventory = recorded.inventory();
        CheckedRunbook before = RecordedRunbook.of(recorded.files(),
                Assembly.checkerOfRecorded(inventory.inventory()));
        String who = Operator.of(operator, inventory);
        Optional<RunbookFile> edited = Optional.ofNullable(amend.value())
                .map(path -> new RunbookReader(root -> Assembly.checker(root, inventory.inventory())).read(path));
        List<String> changes = edited.map(file -> new Amendment(before, file.needProgram())
                .accepted(recorded.journal().records())).orElse(List.of());
        CheckedRunbook program = edited.map(RunbookFile::needProgram).orElse(before);
        Clock clock = new SystemClock();
        Optional<String> glass = edited
                .flatMap(file -> SealDemand.met(file, inventory, breakGlass, clock));
        SequencedMap<String, String> amended = edited.map(RunbookFile::files).orElseGet(LinkedHashMap::new);
        if (!recorded.journal().isSound()) {
            output.err().println("lifeboat: " + recorded.journal().describe() + " They are cut off.");
        }
        Manner manner = new Manner(step.value(), exitOnPause.value());
        try (TakenLease lease = Taking.fromItself(recorded, "carried on", manner.lease(program))
                .lease(inventory, recorded.cluster(), clock,
                        ThisProcess.claim(recorded.began().run(), who, clock.now()))) {
            glass.ifPresent(why -> tellOwner(program, recorded.began().run(), why).tell(inventory, output, clock));
            return new RealRun(program, inventory, lease, who,
                    WrittenAnswers.of(answers, inventory), json.value(), manner, clock, output)
                    .carryOn(recorded.journal(), RunSettings.of(recorded.began(), false), Resumption
                            .of(recorded.journal().records(), who, Version.current(), amended,
                                    withGlass(changes, glass)))
                    .exitStatus();
        }
    }

    private static Announcement tellOwner(CheckedRunbook program, String run, String why) {
        return new Announcement(program.tree().header().owner().map(role -> role.name()).orElse(""),
                "Amended without a seal: run `" + run + "`",
                "Run `" + run + "` goes on with a runbook that was edited, without its owner's seal. " + why);
    }

    private static List<String> withGlass(List<String> changes, Optional<String> glass) {
        return Stream.concat(changes.stream(), glass.map(why -> "without its owner's seal: " + why).stream()).toList();
    }
}
