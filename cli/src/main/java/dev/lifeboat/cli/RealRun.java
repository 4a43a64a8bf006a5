package dev.lifeboat.cli;

import dev.lifeboat.builtins.Builtins;
import dev.lifeboat.builtins.ImplicitNames;
import dev.lifeboat.builtins.RealPorts;
import dev.lifeboat.builtins.comms.Channels;
import dev.lifeboat.builtins.comms.ConsoleChannel;
import dev.lifeboat.builtins.comms.Notifier;
import dev.lifeboat.builtins.inventory.Secrets;
import dev.lifeboat.cli.console.Screen;
import dev.lifeboat.cli.console.Timeline;
import dev.lifeboat.cli.files.Answers;
import dev.lifeboat.cli.files.InventoryFile;
import dev.lifeboat.cli.files.RunbookFile;
import dev.lifeboat.cli.inbox.Inbox;
import dev.lifeboat.cli.inbox.InboxWatch;
import dev.lifeboat.cli.people.Acknowledgements;
import dev.lifeboat.cli.people.AnswersPeople;
import dev.lifeboat.cli.people.Entitled;
import dev.lifeboat.cli.people.Prompt;
import dev.lifeboat.cli.people.TerminalPeople;
import dev.lifeboat.interpreter.check.CheckedRunbook;
import dev.lifeboat.interpreter.journal.Journal;
import dev.lifeboat.interpreter.journal.JournalFile;
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
        try (Journal journal = JournalFile.create(path, clock)) {
            screen.print(
                    "Run " + id + " on " + inventory.inventory().environment().name().toLowerCase(java.util.Locale.ROOT)
                            + ", journal " + path);
            return execute(program, journal, Inbox.beside(path), id, clock, screen, answers);
        } finally {
            screen.print("Journal: " + path);
        }
    }

    private RunOutcome execute(CheckedRunbook program, Journal journal, Inbox inbox, String id, Clock clock,
            Screen screen, Optional<Answers> answers) {
        Secrets secrets = new Secrets(inventory.folder(), System.getenv(), text -> Optional.ofNullable(System.console())
                .map(console -> new String(console.readPassword("%s: ", text))));
        Notifier notifier = new Notifier(inventory.inventory(), Channels.of(inventory.inventory(), inventory.folder(),
                secrets, clock, new ConsoleChannel(screen::print)), clock);
        Acknowledgements acknowledgements = new Acknowledgements(notifier, clock);
        World world = world(clock, journal, screen, secrets, people(screen, answers, notifier, acknowledgements));
        InboxWatch watch = InboxWatch.begin(inbox, clock, acknowledgements::receive, acknowledgements::refuse);
        try {
            return new Run(program, world, settings(id, program)).execute();
        } finally {
            watch.end().ifPresent(screen::print);
        }
    }

    private World world(Clock clock, Journal journal, Screen screen, Secrets secrets, People people) {
        RealPorts ports = new RealPorts(inventory.inventory(), inventory.folder(), secrets, clock);
        Listener listener = options.json() ? new JsonLines(output.out()) : new Timeline(screen);
        return new World(clock, people, ports, Builtins.registry(inventory.inventory()), journal, List.of(listener),
                Optional.empty());
    }

    private People people(Screen screen, Optional<Answers> answers, Notifier notifier,
            Acknowledgements acknowledgements) {
        Entitled entitled = new Entitled(inventory.inventory(), operator);
        return answers
                .<People>map(written -> new AnswersPeople(written, entitled, notifier, acknowledgements, operator))
                .orElseGet(() -> new TerminalPeople(
                        new Prompt(new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)),
                                screen),
                        entitled, notifier, acknowledgements, operator));
    }

    private RunSettings settings(String id, CheckedRunbook program) {
        SequencedMap<String, Value> names = ImplicitNames.of(inventory.inventory(), options.cluster(inventory));
        names.putAll(options.parameters(program));
        return new RunSettings(id, false, 0, operator, since, runbook.files(), inventory.text(), "", names, drill,
                false);
    }
}
