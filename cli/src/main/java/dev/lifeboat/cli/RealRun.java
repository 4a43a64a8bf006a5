package dev.lifeboat.cli;

import dev.lifeboat.builtins.Builtins;
import dev.lifeboat.builtins.RealPorts;
import dev.lifeboat.builtins.RealStores;
import dev.lifeboat.builtins.inventory.Secrets;
import dev.lifeboat.builtins.mysql.jdbc.SessionMark;
import dev.lifeboat.cli.console.PreflightReport;
import dev.lifeboat.cli.console.Screen;
import dev.lifeboat.cli.console.Timeline;
import dev.lifeboat.cli.files.Answers;
import dev.lifeboat.cli.files.InventoryFile;
import dev.lifeboat.cli.mirror.Mirrored;
import dev.lifeboat.cli.mirror.MirroredJournal;
import dev.lifeboat.cli.people.InterruptingPeople;
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
import java.util.stream.Stream;

/** Puts a run on real servers together: clock, ports, people, journal. */
record RealRun(CheckedRunbook program, InventoryFile inventory, TakenLease lease, String operator,
        Optional<Answers> answers, boolean json, Manner manner, Clock clock, Output output) {

    RunOutcome begin(Path path, RunSettings settings, Event.PreflightEnded preflight) {
        try (Journal journal = mirrored(path, settings.id(), JournalFile.create(path, clock, lease.epoch()))) {
            return at(path, journal, settings, Resumption.NONE, console -> shown(preflight, console));
        }
    }

    RunOutcome carryOn(JournalReading history, RunSettings settings, Resumption resumption) {
        try (Journal journal = mirrored(history.path(), carriedOn(settings),
                JournalFile.carryOn(history, clock, lease.epoch()))) {
            return at(history.path(), journal, settings, resumption, preflight(history.path(), settings));
        }
    }

    /** @param path of a new journal, which begins as the one does that another process has */
    RunOutcome carryOnIn(Path path, JournalReading history, RunSettings settings, Resumption resumption) {
        try (Journal journal = mirrored(path, carriedOn(settings),
                JournalFile.carryOnIn(path, history, clock, lease.epoch()))) {
            return at(path, journal, settings, resumption, preflight(path, settings));
        }
    }

    private String carriedOn(RunSettings settings) {
        return Mirrored.carriedOn(settings.id(), lease.epoch());
    }

    private Journal mirrored(Path path, String copy, Journal journal) {
        return inventory.inventory().journalMirror()
                .flatMap(new RealStores(inventory.inventory(), inventory.folder(), secrets(), clock)::objects)
                .<Journal>map(store -> new MirroredJournal(journal, path, copy, store,
                        warning -> output.err().println("warning: " + warning)))
                .orElse(journal);
    }

    private RunOutcome at(Path path, Journal journal, RunSettings settings, Resumption resumption,
            Function<Console, Event.PreflightEnded> preflight) {
        Secrets secrets = secrets();
        try (Console console = Console.of(output, false);
                RunPrompt prompt = RunPrompt.open(this, console, path);
                RealPorts ports = ports(secrets, settings.id())) {
            console.screen().print("Run " + settings.id() + " on " + environment()
                    + (resumption == Resumption.NONE ? "" : " is carried on") + ", journal " + path);
            lease.frozen().forEach(run -> console.screen().print("Frozen until this ends: run " + run));
            Place place = new Place(path, journal, console, prompt, secrets, ports);
            return interruptibly(place, settings, people -> new Run(program, world(place, people),
                    settings, resumption).after(() -> preflight.apply(console)));
        }
    }

    /** Where a run happens: what it is written into, where people see and steer it, and what only it may know. */
    private record Place(Path path, Journal journal, Console console, RunPrompt prompt, Secrets secrets,
            RealPorts ports) {}

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

    private RunOutcome interruptibly(Place place, RunSettings settings, Function<People, Run> run) {
        Screen screen = place.console().screen();
        String resume = resumeBy(place.path(), settings);
        try (Interruptions interruptions = Interruptions.listen(screen, resume)) {
            RunOutcome outcome = interruptions.run(clock, () -> execute(place, settings, run, interruptions));
            if (outcome == RunOutcome.INTERRUPTED || outcome == RunOutcome.NEEDS_A_PERSON) {
                screen.print(resume + " carries it on.");
            }
            lease.ends(outcome.name());
            return outcome;
        }
    }

    private String resumeBy(Path path, RunSettings settings) {
        return "`lifeboat resume " + RunsFolder.nameOf(path, settings.id()) + (manner.stepwise() ? " --step`" : "`");
    }

    private RunOutcome execute(Place place, RunSettings settings, Function<People, Run> run,
            Interruptions interruptions) {
        Screen screen = place.console().screen();
        try (RealPeople people = RealPeople.open(this, settings.id(), place.path(), place.console(),
                place.secrets())) {
            People told = new WatchedPeople(place.prompt().people(people.present()), Memory.beside(place.path()));
            return run.apply(new InterruptingPeople(told, interruptions::take)).execute();
        } catch (Journal.JournalLost lost) {
            sayWhatIsInDoubt(lost, place.path(), resumeBy(place.path(), settings));
            return RunOutcome.FAILED;
        } finally {
            screen.print("Journal: " + place.path());
            lease.unheard().ifPresent(screen::print);
        }
    }

    private void sayWhatIsInDoubt(Journal.JournalLost lost, Path path, String resume) {
        output.err().println("lifeboat: " + lost.getMessage());
        InDoubt.of(JournalReader.read(path).records()).forEach(call -> output.err().println("  in doubt: " + call));
        output.err().println("hint: Once that is put right, " + resume + " carries the run on.");
        output.err().flush();
    }

    private Secrets secrets() {
        return new Secrets(inventory.folder(), System.getenv(), text -> Optional.ofNullable(System.console())
                .map(terminal -> terminal.readPassword("%s: ", text)).map(String::new),
                warning -> output.err().println("warning: " + warning));
    }

    private RealPorts ports(Secrets secrets, String id) {
        return new RealPorts(inventory.inventory(), inventory.folder(), secrets, clock,
                SessionMark.of(lease, lease.cluster(), id));
    }

    private World world(Place place, People people) {
        Listener listener = json ? new JsonLines(output.out()) : new Timeline(place.console().screen());
        return new World(clock, people, place.ports(), Builtins.registry(inventory.inventory()), place.journal(),
                Stream.concat(Stream.of(listener), place.prompt().listeners().stream()).toList(), Optional.empty());
    }
}
