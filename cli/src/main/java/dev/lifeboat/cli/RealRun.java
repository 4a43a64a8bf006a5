package dev.lifeboat.cli;

import dev.lifeboat.builtins.Builtins;
import dev.lifeboat.builtins.RealPorts;
import dev.lifeboat.builtins.comms.Channels;
import dev.lifeboat.builtins.comms.ConsoleChannel;
import dev.lifeboat.builtins.comms.Notifier;
import dev.lifeboat.builtins.inventory.Secrets;
import dev.lifeboat.builtins.mysql.SessionMark;
import dev.lifeboat.cli.approvals.ApprovalDesk;
import dev.lifeboat.cli.approvals.Entitled;
import dev.lifeboat.cli.approvals.Scrutiny;
import dev.lifeboat.cli.console.PreflightReport;
import dev.lifeboat.cli.console.Timeline;
import dev.lifeboat.cli.files.Answers;
import dev.lifeboat.cli.files.InventoryFile;
import dev.lifeboat.cli.inbox.Envelope;
import dev.lifeboat.cli.inbox.Inbox;
import dev.lifeboat.cli.inbox.InboxWatch;
import dev.lifeboat.cli.people.Acknowledgements;
import dev.lifeboat.cli.people.AnswersPeople;
import dev.lifeboat.cli.people.InterruptingPeople;
import dev.lifeboat.cli.people.TerminalPeople;
import dev.lifeboat.cli.watch.Memory;
import dev.lifeboat.cli.watch.WatchedPeople;
import dev.lifeboat.interpreter.check.CheckedRunbook;
import dev.lifeboat.interpreter.journal.Journal;
import dev.lifeboat.interpreter.journal.JournalFile;
import dev.lifeboat.interpreter.journal.JournalReader;
import dev.lifeboat.interpreter.journal.JournalReading;
import dev.lifeboat.interpreter.lease.TakenLease;
import dev.lifeboat.interpreter.replay.Resumption;
import dev.lifeboat.interpreter.run.Event;
import dev.lifeboat.interpreter.run.Listener;
import dev.lifeboat.interpreter.run.Run;
import dev.lifeboat.interpreter.run.RunOutcome;
import dev.lifeboat.interpreter.run.RunSettings;
import dev.lifeboat.interpreter.run.World;
import dev.lifeboat.interpreter.world.Clock;
import dev.lifeboat.interpreter.world.People;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Puts a run on real servers together: clock, ports, people, journal. */
record RealRun(CheckedRunbook program, InventoryFile inventory, TakenLease lease, String operator,
        Optional<Answers> answers, boolean json, Manner manner, Clock clock, Output output) {

    RunOutcome begin(Path path, RunSettings settings, Event.PreflightEnded preflight) {
        try (Journal journal = JournalFile.create(path, clock, lease.epoch())) {
            return at(path, journal, settings, Resumption.NONE, console -> shown(preflight, console));
        }
    }

    RunOutcome carryOn(JournalReading history, RunSettings settings, Resumption resumption) {
        try (Journal journal = JournalFile.carryOn(history, clock, lease.epoch())) {
            return at(history.path(), journal, settings, resumption, preflight(history.path(), settings));
        }
    }

    /** @param path of a new journal, which begins as the one does that another process has */
    RunOutcome carryOnIn(Path path, JournalReading history, RunSettings settings, Resumption resumption) {
        try (Journal journal = JournalFile.carryOnIn(path, history, clock, lease.epoch())) {
            return at(path, journal, settings, resumption, preflight(path, settings));
        }
    }

    private RunOutcome at(Path path, Journal journal, RunSettings settings, Resumption resumption,
            Function<Console, Event.PreflightEnded> preflight) {
        try (Console console = Console.of(output, false); RunPrompt prompt = RunPrompt.open(this, console, path)) {
            console.screen().print("Run " + settings.id() + " on " + environment()
                    + (resumption == Resumption.NONE ? "" : " is carried on") + ", journal " + path);
            return interruptibly(journal, path, console, prompt, settings, resumption,
                    () -> preflight.apply(console));
        }
    }

    /** It broke off before it had one. */
    private Function<Console, Event.PreflightEnded> preflight(Path path, RunSettings settings) {
        return console -> shown(new RealPreflight(program, inventory, lease.cluster(), settings.names().values(),
                clock).clear(path), console);
    }

    private Event.PreflightEnded shown(Event.PreflightEnded preflight, Console console) {
        if (!json) {
            console.screen().print(new PreflightReport(preflight, console.screen().style()).brief());
        }
        return preflight;
    }

    private String environment() {
        return inventory.inventory().environment().name().toLowerCase(Locale.ROOT);
    }

    private RunOutcome interruptibly(Journal journal, Path path, Console console, RunPrompt prompt,
            RunSettings settings, Resumption resumption, Supplier<Event.PreflightEnded> preflight) {
        lease.frozen().forEach(run -> console.screen().print("Frozen until this ends: run " + run));
        try (Interruptions interruptions = Interruptions.listen(console.screen(), resumeBy(path, settings))) {
            RunOutcome outcome = interruptions.run(clock,
                    () -> execute(journal, path, console, prompt, settings, resumption, preflight, interruptions));
            if (outcome == RunOutcome.INTERRUPTED || outcome == RunOutcome.NEEDS_A_PERSON) {
                console.screen().print(resumeBy(path, settings) + " carries it on.");
            }
            lease.ends(outcome.name());
            return outcome;
        }
    }

    private String resumeBy(Path path, RunSettings settings) {
        return "`lifeboat resume " + RunsFolder.nameOf(path, settings.id()) + (manner.stepwise() ? " --step`" : "`");
    }

    private RunOutcome execute(Journal journal, Path path, Console console, RunPrompt prompt, RunSettings settings,
            Resumption resumption, Supplier<Event.PreflightEnded> preflight, Interruptions interruptions) {
        Secrets secrets = secrets();
        Notifier notifier = new Notifier(inventory.inventory(), Channels.of(inventory.inventory(), inventory.folder(),
                secrets, clock, new ConsoleChannel(console.screen()::print)), clock);
        Acknowledgements acknowledgements = new Acknowledgements(notifier, clock);
        Inbox inbox = Inbox.beside(path);
        Entitled entitled = new Entitled(inventory.inventory(), operator);
        ApprovalDesk desk = new ApprovalDesk(settings.id(), inbox,
                new Scrutiny(inventory.inventory(), entitled, clock), acknowledgements::refuse, console.screen());
        People present = prompt.people(people(console, entitled, desk, notifier, acknowledgements));
        People people = new InterruptingPeople(new WatchedPeople(present, Memory.beside(path)), interruptions::take);
        InboxWatch watch = InboxWatch.begin(inbox, clock,
                letter -> receive(letter, desk, acknowledgements), acknowledgements::refuse);
        try {
            return new Run(program, world(settings.id(), journal, console, prompt, secrets, people), settings,
                    resumption).after(preflight).execute();
        } catch (Journal.JournalLost lost) {
            output.err().println("lifeboat: " + lost.getMessage());
            InDoubt.of(JournalReader.read(path).records()).forEach(call -> output.err().println("  in doubt: " + call));
            output.err().println(
                    "hint: Once that is put right, `lifeboat resume " + settings.id() + "` carries the run on.");
            output.err().flush();
            return RunOutcome.FAILED;
        } finally {
            watch.end().ifPresent(console.screen()::print);
            console.screen().print("Journal: " + path);
            lease.unheard().ifPresent(console.screen()::print);
        }
    }

    private Secrets secrets() {
        return new Secrets(inventory.folder(), System.getenv(), text -> Optional.ofNullable(System.console())
                .map(terminal -> terminal.readPassword("%s: ", text)).map(String::new),
                warning -> output.err().println("warning: " + warning));
    }

    private World world(String id, Journal journal, Console console, RunPrompt prompt, Secrets secrets,
            People people) {
        RealPorts ports = new RealPorts(inventory.inventory(), inventory.folder(), secrets, clock,
                SessionMark.of(lease, lease.cluster(), id));
        Listener listener = json ? new JsonLines(output.out()) : new Timeline(console.screen());
        return new World(clock, people, ports, Builtins.registry(inventory.inventory()), journal,
                Stream.concat(Stream.of(listener), prompt.listeners().stream()).toList(), Optional.empty());
    }

    private static void receive(Envelope letter, ApprovalDesk desk, Acknowledgements acknowledgements) {
        if (ApprovalDesk.isFor(letter)) {
            desk.receive(letter);
        } else {
            acknowledgements.receive(letter);
        }
    }

    private People people(Console console, Entitled entitled, ApprovalDesk desk, Notifier notifier,
            Acknowledgements acknowledgements) {
        return answers
                .<People>map(written -> new AnswersPeople(written, entitled, notifier, acknowledgements, operator))
                .orElseGet(() -> new TerminalPeople(console.prompt(), entitled, desk, clock, notifier,
                        acknowledgements, operator));
    }
}
