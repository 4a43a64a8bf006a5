package dev.lifeboat.cli;

import dev.lifeboat.cli.Arguments.Argument;
import dev.lifeboat.cli.watch.Watch;
import dev.lifeboat.interpreter.world.SystemClock;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import picocli.CommandLine.Model.CommandSpec;

/** `lifeboat watch`: notices runs that broke off, and carries their escalations on. */
final class WatchCommand implements Command {
    private static final Duration LIMIT = Duration.ofHours(24);

    private final Arguments arguments = Arguments.of(this, "watch",
            "Notices runs whose process is gone before their end: tells the runbook's owner that a person is needed, and carries the"
                    + " escalation on until the run is resumed.",
            "", "Goes on until it is ended. Of runs that broke off more than 24 h ago nobody is told.");

    private final Argument<List<String>> runs = arguments.words("RUN",
            "Runs to look after: their names, or their journals. Default: all in the folder of runs.");

    private final Argument<Boolean> once = arguments.flag("--once",
            "Look once, tell whoever has to know by now, and end: for cron.");

    private final Argument<Boolean> systemd = arguments.flag("--systemd",
            "Print a unit for systemd that keeps it going, and do nothing else.");

    @Override
    public CommandSpec spec() {
        return arguments.spec();
    }

    @Override
    public Integer call() {
        Output output = Output.of(spec());
        if (systemd.value()) {
            output.out().print(SystemdUnit.text(System.getProperty("lifeboat.launcher", "/usr/local/bin/lifeboat"),
                    RunsFolder.home().toString()));
            output.out().flush();
            return ExitStatus.OK;
        }
        Watch watch = new Watch(new BrokenRuns(), LIMIT, new SystemClock(), output.screen(false), problem -> {
            output.err().println("lifeboat: " + problem);
            output.err().flush();
        });
        if (once.value()) {
            watch.look(journals().get());
        } else {
            watch.keep(journals());
        }
        return ExitStatus.OK;
    }

    private Supplier<List<Path>> journals() {
        return Optional.ofNullable(runs.value()).<Supplier<List<Path>>>map(names -> {
            List<Path> named = names.stream().map(RunsFolder::find).toList();
            return () -> named;
        }).orElse(RunsFolder::journals);
    }
}
