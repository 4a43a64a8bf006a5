package dev.lifeboat.cli;

import dev.lifeboat.builtins.Builtins;
import dev.lifeboat.builtins.ImplicitNames;
import dev.lifeboat.builtins.RealPorts;
import dev.lifeboat.builtins.comms.Channel;
import dev.lifeboat.builtins.comms.Channels;
import dev.lifeboat.builtins.comms.Notifier;
import dev.lifeboat.builtins.inventory.Secrets;
import dev.lifeboat.builtins.preflight.Needs;
import dev.lifeboat.cli.console.PreflightReport;
import dev.lifeboat.cli.console.Screen;
import dev.lifeboat.cli.console.Timeline;
import dev.lifeboat.cli.files.Answers;
import dev.lifeboat.cli.files.InventoryFile;
import dev.lifeboat.cli.files.RunbookFile;
import dev.lifeboat.cli.people.AnswersPeople;
import dev.lifeboat.cli.people.Entitled;
import dev.lifeboat.cli.people.Prompt;
import dev.lifeboat.cli.people.TerminalPeople;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.check.CheckedRunbook;
import dev.lifeboat.interpreter.journal.Journal;
import dev.lifeboat.interpreter.journal.JournalFile;
import dev.lifeboat.interpreter.run.Event;
import dev.lifeboat.interpreter.run.Listener;
import dev.lifeboat.interpreter.run.Run;
import dev.lifeboat.interpreter.run.RunOutcome;
import dev.lifeboat.interpreter.run.RunSettings;
import dev.lifeboat.interpreter.run.World;
import dev.lifeboat.interpreter.value.Value;
import dev.lifeboat.interpreter.world.Clock;
import dev.lifeboat.interpreter.world.People;
import dev.lifeboat.interpreter.world.SystemClock;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/** Puts a run on real servers together: clock, ports, people, journal. */
record RealRun(RunbookFile runbook, InventoryFile inventory, RunOptions options, String operator,
        Optional<Instant> since, boolean drill, Output output) {

    /** @param answers empty where the operator answers at the terminal */
    RunOutcome execute(Optional<Answers> answers) {
        CheckedRunbook program = runbook.needProgram();
        Clock clock = new SystemClock();
        Screen screen = output.screen(false);
        String id = RunsFolder.id(clock.now(), program.tree().name().text());
        Path path = RunsFolder.journal(options.journal(), id);
        Secrets secrets = new Secrets(inventory.folder(), System.getenv(), text -> Optional.ofNullable(System.console())
                .map(console -> new String(console.readPassword("%s: ", text))));
        RealPorts ports = new RealPorts(inventory.inventory(), inventory.folder(), secrets, clock);
        Map<String, Channel> channels = channels(screen);
        Event.PreflightEnded preflight = new RealPreflight(inventory, options.cluster(inventory), ports, secrets,
                channels, clock).look(needs(program), path, List.of());
        show(preflight, screen);
        try (Journal journal = JournalFile.create(path, clock)) {
            screen.print(
                    "Run " + id + " on " + inventory.inventory().environment().name().toLowerCase(java.util.Locale.ROOT)
                            + ", journal " + path);
            return new Run(program, world(clock, journal, ports, people(screen, channels, answers), screen),
                    settings(id, program)).after(preflight).execute();
        } finally {
            screen.print("Journal: " + path);
        }
    }

    private Needs needs(CheckedRunbook program) {
        return new Needs(program, inventory.inventory(), options.cluster(inventory),
                options.parameters(program, inventory).values());
    }

    /** @throws Failure where no run may begin */
    private void show(Event.PreflightEnded preflight, Screen screen) {
        if (!options.json()) {
            screen.print(new PreflightReport(preflight, screen.style()).brief());
        }
        preflight.findings().stream().filter(Event.Finding::blocks).findFirst().ifPresent(finding -> {
            throw Failure.of("The run was not begun, and nothing was done: " + finding.message())
                    .hint(finding.hint());
        });
    }

    private World world(Clock clock, Journal journal, RealPorts ports, People people, Screen screen) {
        Listener listener = options.json() ? new JsonLines(output.out()) : new Timeline(screen);
        return new World(clock, people, ports, Builtins.registry(inventory.inventory()), journal,
                List.of(listener), Optional.empty());
    }

    private Map<String, Channel> channels(Screen screen) {
        return Channels.of(inventory.inventory(), inventory.folder(),
                (person, subject, body) -> screen.print("To " + person + ": " + subject + "\n" + body.indent(2)));
    }

    private People people(Screen screen, Map<String, Channel> channels, Optional<Answers> answers) {
        Notifier notifier = new Notifier(inventory.inventory(), channels);
        Entitled entitled = new Entitled(inventory.inventory(), operator);
        return answers.<People>map(written -> new AnswersPeople(written, entitled, notifier, operator))
                .orElseGet(() -> new TerminalPeople(
                        new Prompt(new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)),
                                screen),
                        entitled, notifier, operator));
    }

    private RunSettings settings(String id, CheckedRunbook program) {
        SequencedMap<String, Value> names = ImplicitNames.of(inventory.inventory(), options.cluster(inventory));
        names.putAll(options.parameters(program, inventory));
        return new RunSettings(id, false, 0, operator, since, runbook.files(), inventory.text(), "", names, drill,
                false);
    }
}
