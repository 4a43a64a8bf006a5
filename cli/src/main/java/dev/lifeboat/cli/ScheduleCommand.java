package dev.lifeboat.cli;

import dev.lifeboat.cli.Arguments.Argument;
import dev.lifeboat.cli.files.InventoryFile;
import dev.lifeboat.cli.files.RunbookReader;
import dev.lifeboat.cli.files.RunbookRoot;
import dev.lifeboat.cli.files.TextFile;
import dev.lifeboat.cli.files.UsageProblem;
import dev.lifeboat.cli.schedule.Crontab;
import dev.lifeboat.cli.schedule.Launch;
import dev.lifeboat.cli.schedule.ScheduledRun;
import dev.lifeboat.cli.schedule.SystemdTimers;
import dev.lifeboat.interpreter.check.CheckedRunbook;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import picocli.CommandLine.Model.CommandSpec;

/** `lifeboat schedule`: what lets this machine run runbooks when they are due. */
final class ScheduleCommand implements Command {
    private final Arguments arguments = Arguments.of(this, "schedule",
            "Writes timers of systemd, or a crontab, for the runbooks that `schedule:` of lifeboat.yaml names.", "",
            "Each of them is checked first, with its parameters. A run that is due ends at a pause with status 2, to be resumed; nobody is at a terminal.",
            "Status 3, an objective missed, counts as done; any other but 0 as failed.");

    private final Argument<Path> folder = arguments.option("--runbooks", "FOLDER", Path.class,
            "The runbooks' folder, or one below it. Default: this one.");

    private final Argument<Boolean> crontab = arguments.flag("--crontab", "A crontab, in place of timers of systemd.");

    private final Argument<Path> to = arguments.option("--to", "FOLDER", Path.class,
            "Write the files there, such as ~/.config/systemd/user. Default: all of them to standard output.");

    private final Argument<Boolean> json = arguments.flag("--json",
            "Write what is due when as JSON, and nothing else.");

    @Override
    public CommandSpec spec() {
        return arguments.spec();
    }

    @Override
    public Integer call() {
        RunbookRoot root = RunbookRoot
                .of(Optional.ofNullable(folder.value()).orElse(Path.of("")).resolve("any.runbook"));
        if (root.schedule().isEmpty()) {
            throw new UsageProblem("Nothing is due: `lifeboat.yaml` in `" + RunbookRoot.shown(root.folder())
                    + "` has no `schedule:`.");
        }
        RunbookReader reader = new RunbookReader(Assembly::checker);
        root.schedule().forEach(run -> requireFit(root, run, reader.read(run.runbook()).needProgram()));
        Output output = Output.of(spec());
        if (json.value()) {
            output.out().println(DiagnosticFormat.json(root.schedule().stream().map(Due::of).toList()));
        } else {
            write(files(root), output);
        }
        output.out().flush();
        return ExitStatus.OK;
    }

    private SequencedMap<String, String> files(RunbookRoot root) {
        Launch launch = new Launch(System.getProperty("lifeboat.launcher", "/usr/local/bin/lifeboat"),
                RunsFolder.home().toString());
        Launch.Files kind = crontab.value() ? new Crontab(launch) : new SystemdTimers(launch);
        return kind.of(root.schedule());
    }

    private void write(SequencedMap<String, String> files, Output output) {
        Optional<Path> folder = Optional.ofNullable(to.value());
        folder.ifPresent(
                target -> files.keySet().forEach(name -> TextFile.refuseForeign(target.resolve(name), Launch.MARK)));
        files.forEach((name, text) -> {
            if (folder.isPresent()) {
                TextFile.write(folder.get().resolve(name), text);
                output.out().println("Wrote " + folder.get().resolve(name) + ".");
            } else {
                output.out().print("# " + name + "\n" + text + "\n");
            }
        });
    }

    /** What would keep it from beginning at two in the morning is said now. */
    private static void requireFit(RunbookRoot root, ScheduledRun run, CheckedRunbook program) {
        try {
            InventoryFile inventory = InventoryFile.of(root)
                    .orElseThrow(() -> new UsageProblem("`lifeboat.yaml` names no inventory."));
            inventory.cluster(run.cluster());
            new GivenParameters(program, inventory.inventory()).values(run.parameters());
        } catch (UsageProblem problem) {
            throw new UsageProblem("`" + run.name() + "` of `schedule:` can't run. " + problem.getMessage());
        }
    }

    /** One of them, for machines. */
    private record Due(String name, String runbook, Optional<String> cluster, Map<String, String> parameters,
            String systemd, String cron) {
        static Due of(ScheduledRun run) {
            return new Due(run.name(), run.runbook().toString(), run.cluster(), run.parameters(), run.when().systemd(),
                    run.when().cron());
        }
    }
}
