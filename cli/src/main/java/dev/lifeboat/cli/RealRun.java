package dev.lifeboat.cli;

import dev.lifeboat.builtins.Builtins;
import dev.lifeboat.builtins.RealPorts;
import dev.lifeboat.builtins.comms.Channels;
import dev.lifeboat.builtins.comms.ConsoleChannel;
import dev.lifeboat.builtins.comms.Notifier;
import dev.lifeboat.builtins.inventory.Secrets;
import dev.lifeboat.cli.approvals.ApprovalDesk;
import dev.lifeboat.cli.approvals.Entitled;
import dev.lifeboat.cli.approvals.Scrutiny;
import dev.lifeboat.cli.console.Screen;
import dev.lifeboat.cli.console.Timeline;
import dev.lifeboat.cli.files.Answers;
import dev.lifeboat.cli.files.InventoryFile;
import dev.lifeboat.cli.inbox.Envelope;
import dev.lifeboat.cli.inbox.Inbox;
import dev.lifeboat.cli.inbox.InboxWatch;
import dev.lifeboat.cli.people.Acknowledgements;
import dev.lifeboat.cli.people.AnswersPeople;
import dev.lifeboat.cli.people.InterruptingPeople;
import dev.lifeboat.cli.people.Prompt;
import dev.lifeboat.cli.people.TerminalPeople;
import dev.lifeboat.interpreter.check.CheckedRunbook;
import dev.lifeboat.interpreter.journal.Journal;
import dev.lifeboat.interpreter.journal.JournalFile;
import dev.lifeboat.interpreter.journal.JournalReader;
import dev.lifeboat.interpreter.journal.JournalReading;
import dev.lifeboat.interpreter.replay.Resumption;
import dev.lifeboat.interpreter.run.Listener;
import dev.lifeboat.interpreter.run.Run;
import dev.lifeboat.interpreter.run.RunOutcome;
import dev.lifeboat.interpreter.run.RunSettings;
import dev.lifeboat.interpreter.run.World;
import dev.lifeboat.interpreter.world.Clock;
import dev.lifeboat.interpreter.world.People;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Puts a run on real servers together: clock, ports, people, journal. */
record RealRun(CheckedRunbook program, InventoryFile inventory, String operator, Optional<Answers> answers,
        boolean json, Clock clock, Output output) {

    RunOutcome begin(Path path, RunSettings settings) {
        Screen screen = output.screen(false);
        try (Journal journal = JournalFile.create(path, clock)) {
            screen.print("Run " + settings.id() + " on " + environment() + ", journal " + path);
            return interruptibly(journal, path, screen, settings, Resumption.NONE);
        }
    }

    RunOutcome carryOn(JournalReading history, RunSettings settings, Resumption resumption) {
        Screen screen = output.screen(false);
        try (Journal journal = JournalFile.carryOn(history, clock)) {
            screen.print("Run " + settings.id() + " on " + environment() + " is carried on, journal "
                    + history.path());
            return interruptibly(journal, history.path(), screen, settings, resumption);
        }
    }

    private String environment() {
        return inventory.inventory().environment().name().toLowerCase(Locale.ROOT);
    }

    private RunOutcome interruptibly(Journal journal, Path path, Screen screen, RunSettings settings,
            Resumption resumption) {
        try (Interruptions interruptions = Interruptions.listen(screen, resumeBy(path, settings))) {
            RunOutcome outcome = interruptions.run(clock,
                    () -> execute(journal, path, screen, settings, resumption, interruptions));
            if (outcome == RunOutcome.INTERRUPTED) {
                screen.print(resumeBy(path, settings) + " carries it on.");
            }
            return outcome;
        }
    }

    private static String resumeBy(Path path, RunSettings settings) {
        boolean hasItsName = RunsFolder.journal(Optional.empty(), settings.id()).equals(path);
        return "`lifeboat resume " + (hasItsName ? settings.id() : path) + "`";
    }

    private RunOutcome execute(Journal journal, Path path, Screen screen, RunSettings settings,
            Resumption resumption, Interruptions interruptions) {
        Secrets secrets = secrets();
        Notifier notifier = new Notifier(inventory.inventory(), Channels.of(inventory.inventory(), inventory.folder(),
                secrets, clock, new ConsoleChannel(screen::print)), clock);
        Acknowledgements acknowledgements = new Acknowledgements(notifier, clock);
        Inbox inbox = Inbox.beside(path);
        Entitled entitled = new Entitled(inventory.inventory(), operator);
        ApprovalDesk desk = new ApprovalDesk(settings.id(), inbox,
                new Scrutiny(inventory.inventory(), entitled, clock), acknowledgements::refuse, screen);
        People people = new InterruptingPeople(people(screen, entitled, desk, notifier, acknowledgements),
                interruptions::take);
        InboxWatch watch = InboxWatch.begin(inbox, clock,
                letter -> receive(letter, desk, acknowledgements), acknowledgements::refuse);
        try {
            return new Run(program, world(journal, screen, secrets, people), settings, resumption).execute();
        } catch (Journal.JournalLost lost) {
            output.err().println("lifeboat: " + lost.getMessage());
            InDoubt.of(JournalReader.read(path).records()).forEach(call -> output.err().println("  in doubt: " + call));
            output.err().println(
                    "hint: Once that is put right, `lifeboat resume " + settings.id() + "` carries the run on.");
            output.err().flush();
            return RunOutcome.FAILED;
        } finally {
            watch.end().ifPresent(screen::print);
            screen.print("Journal: " + path);
        }
    }

    private Secrets secrets() {
        return new Secrets(inventory.folder(), System.getenv(), text -> Optional.ofNullable(System.console())
                .map(console -> new String(console.readPassword("%s: ", text))));
    }

    private World world(Journal journal, Screen screen, Secrets secrets, People people) {
        RealPorts ports = new RealPorts(inventory.inventory(), inventory.folder(), secrets, clock);
        Listener listener = json ? new JsonLines(output.out()) : new Timeline(screen);
        return new World(clock, people, ports, Builtins.registry(inventory.inventory()), journal, List.of(listener),
                Optional.empty());
    }

    private static void receive(Envelope letter, ApprovalDesk desk, Acknowledgements acknowledgements) {
        if (ApprovalDesk.isFor(letter)) {
            desk.receive(letter);
        } else {
            acknowledgements.receive(letter);
        }
    }

    private People people(Screen screen, Entitled entitled, ApprovalDesk desk, Notifier notifier,
            Acknowledgements acknowledgements) {
        return answers
                .<People>map(written -> new AnswersPeople(written, entitled, notifier, acknowledgements, operator))
                .orElseGet(() -> new TerminalPeople(
                        new Prompt(new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)),
                                screen),
                        entitled, desk, clock, notifier, acknowledgements, operator));
    }
}
