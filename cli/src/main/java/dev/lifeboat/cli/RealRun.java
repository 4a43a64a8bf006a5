package dev.lifeboat.cli;

import dev.lifeboat.builtins.Builtins;
import dev.lifeboat.builtins.ImplicitNames;
import dev.lifeboat.builtins.RealPorts;
import dev.lifeboat.builtins.comms.Channel;
import dev.lifeboat.builtins.comms.Channels;
import dev.lifeboat.builtins.comms.Notifier;
import dev.lifeboat.builtins.inventory.Secrets;
import dev.lifeboat.builtins.mysql.SessionMark;
import dev.lifeboat.cli.console.Screen;
import dev.lifeboat.cli.console.Timeline;
import dev.lifeboat.cli.files.Answers;
import dev.lifeboat.cli.files.InventoryFile;
import dev.lifeboat.cli.files.RunbookFile;
import dev.lifeboat.cli.people.AnswersPeople;
import dev.lifeboat.cli.people.Entitled;
import dev.lifeboat.cli.people.Prompt;
import dev.lifeboat.cli.people.TerminalPeople;
import dev.lifeboat.interpreter.check.CheckedRunbook;
import dev.lifeboat.interpreter.journal.Journal;
import dev.lifeboat.interpreter.journal.JournalFile;
import dev.lifeboat.interpreter.lease.HeldLease;
import dev.lifeboat.interpreter.lease.ThisProcess;
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
        Optional<Instant> since, boolean drill, Taking taking, Output output) {

    /** @param answers empty where the operator answers at the terminal */
    RunOutcome execute(Optional<Answers> answers) {
        CheckedRunbook program = runbook.needProgram();
        Clock clock = new SystemClock();
        Screen screen = output.screen(false);
        String id = RunsFolder.id(clock.now(), program.tree().name().text());
        SequencedMap<String, Value> names = names(program);
        try (HeldLease lease = taking.lease(inventory, options.cluster(inventory), clock,
                ThisProcess.claim(id, operator, clock.now()))) {
            RunOutcome outcome = execute(program, settings(id, names), lease, clock, screen, answers);
            lease.ends(outcome.name());
            return outcome;
        }
    }

    private RunOutcome execute(CheckedRunbook program, RunSettings settings, HeldLease lease, Clock clock,
            Screen screen, Optional<Answers> answers) {
        Path path = RunsFolder.journal(options.journal(), settings.id());
        try (Journal journal = JournalFile.create(path, clock, lease.epoch())) {
            screen.print("Run " + settings.id() + " on "
                    + inventory.inventory().environment().name().toLowerCase(java.util.Locale.ROOT) + ", journal "
                    + path);
            lease.frozen().forEach(run -> screen.print("Frozen until this ends: run " + run));
            return new Run(program, world(lease, settings.id(), clock, journal, screen, answers), settings).execute();
        } finally {
            screen.print("Journal: " + path);
            lease.unheard().ifPresent(screen::print);
        }
    }

    private World world(HeldLease lease, String id, Clock clock, Journal journal, Screen screen,
            Optional<Answers> answers) {
        Secrets secrets = new Secrets(inventory.folder(), System.getenv(), text -> Optional.ofNullable(System.console())
                .map(console -> new String(console.readPassword("%s: ", text))));
        RealPorts ports = new RealPorts(inventory.inventory(), inventory.folder(), secrets, clock,
                SessionMark.of(lease, lease.cluster(), id));
        Listener listener = options.json() ? new JsonLines(output.out()) : new Timeline(screen);
        return new World(clock, people(screen, answers), ports, Builtins.registry(inventory.inventory()), journal,
                List.of(listener), Optional.empty());
    }

    private People people(Screen screen, Optional<Answers> answers) {
        Channel console = (person, subject, body) -> screen
                .print("To " + person + ": " + subject + "\n" + body.indent(2));
        Notifier notifier = new Notifier(inventory.inventory(),
                Channels.of(inventory.inventory(), inventory.folder(), console));
        Entitled entitled = new Entitled(inventory.inventory(), operator);
        return answers.<People>map(written -> new AnswersPeople(written, entitled, notifier, operator))
                .orElseGet(() -> new TerminalPeople(
                        new Prompt(new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)),
                                screen),
                        entitled, notifier, operator));
    }

    private SequencedMap<String, Value> names(CheckedRunbook program) {
        SequencedMap<String, Value> names = ImplicitNames.of(inventory.inventory(), options.cluster(inventory));
        names.putAll(options.parameters(program, inventory));
        return names;
    }

    private RunSettings settings(String id, SequencedMap<String, Value> names) {
        return new RunSettings(id, false, 0, operator, since, runbook.files(), inventory.text(), "", names, drill,
                false);
    }
}
