package dev.lifeboat.cli.watch;

import dev.lifeboat.builtins.comms.Channels;
import dev.lifeboat.builtins.comms.ConsoleChannel;
import dev.lifeboat.builtins.comms.Notifier;
import dev.lifeboat.builtins.inventory.Secrets;
import dev.lifeboat.cli.console.Screen;
import dev.lifeboat.cli.console.Timeline;
import dev.lifeboat.cli.files.InvalidFile;
import dev.lifeboat.cli.files.UsageProblem;
import dev.lifeboat.grammar.Diagnostic;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.journal.Journal;
import dev.lifeboat.interpreter.value.Texts;
import dev.lifeboat.interpreter.world.Clock;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Looks after runs: who broke off, and who has to hear of it now. */
public final class Watch {
    /** Between two looks: `lifeboat ack` waits for 5 s. */
    private static final Duration PAUSE = Duration.ofSeconds(2);
    private final BrokenRun.Finder finder;
    private final Duration limit;
    private final Clock clock;
    private final Screen screen;
    private final Consumer<String> problems;
    private final Map<Path, Timeline> timelines = new HashMap<>();
    private final Set<String> said = new HashSet<>();

    /** @param limit of what broke off longer ago nobody is told; @param problems takes each once, for people */
    public Watch(BrokenRun.Finder finder, Duration limit, Clock clock, Screen screen, Consumer<String> problems) {
        this.finder = finder;
        this.limit = limit;
        this.clock = clock;
        this.screen = screen;
        this.problems = problems;
    }

    /** Until the task or the process is ended. */
    public void keep(Supplier<List<Path>> journals) {
        while (true) {
            look(journals.get());
            clock.sleep(PAUSE);
        }
    }

    /** One look. What is wrong with one run keeps no other from being looked at. */
    public void look(List<Path> journals) {
        journals.forEach(journal -> {
            try {
                while (finder.find(journal).filter(this::isYoung).filter(this::tend).isPresent()) {
                    // The next that is due, of a run that still is broken off.
                }
            } catch (Failure | UsageProblem | Journal.JournalLost problem) {
                sayOnce(problem.getMessage());
            } catch (InvalidFile invalid) {
                sayOnce("Run `" + journal + "` has broken off, and nobody can be told of it: "
                        + invalid.diagnostics().stream().map(Diagnostic::message).collect(Collectors.joining(" ")));
            }
        });
    }

    private boolean isYoung(BrokenRun run) {
        boolean young = !run.last().plus(limit).isBefore(clock.now());
        if (!young) {
            sayOnce("Run `" + run.name() + "` broke off more than " + Texts.duration(limit)
                    + " ago. Nobody is told of it; `lifeboat resume` carries it on.");
        }
        return young;
    }

    private boolean tend(BrokenRun run) {
        Vigil vigil = new Vigil(run, notifier(run), timeline(run), clock);
        return vigil.isNeeded() && vigil.keep();
    }

    private Timeline timeline(BrokenRun run) {
        return timelines.computeIfAbsent(run.journal(), journal -> {
            screen.print(screen.style().bold("Run " + run.name() + " has broken off"));
            Timeline timeline = new Timeline(screen);
            timeline.replayed(run.records().getFirst());
            return timeline;
        });
    }

    private Notifier notifier(BrokenRun run) {
        var inventory = run.inventory();
        Secrets secrets = new Secrets(inventory.folder(), System.getenv(), text -> Optional.empty(),
                this::sayOnce);
        return new Notifier(inventory.inventory(), Channels.of(inventory.inventory(), inventory.folder(), secrets,
                clock, new ConsoleChannel(screen::print)), clock);
    }

    private void sayOnce(String problem) {
        if (said.add(problem)) {
            problems.accept(problem);
        }
    }
}
