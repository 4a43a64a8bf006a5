package dev.lifeboat.cli;

import dev.lifeboat.builtins.inventory.InventoryReader;
import dev.lifeboat.cli.files.InvalidFile;
import dev.lifeboat.cli.files.InventoryFile;
import dev.lifeboat.cli.files.UsageProblem;
import dev.lifeboat.grammar.Source;
import dev.lifeboat.interpreter.journal.JournalLock;
import dev.lifeboat.interpreter.journal.JournalReader;
import dev.lifeboat.interpreter.journal.JournalReading;
import dev.lifeboat.interpreter.run.Event;
import dev.lifeboat.interpreter.run.Recorded;
import dev.lifeboat.interpreter.run.RunOutcome;
import dev.lifeboat.interpreter.value.Value;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SequencedMap;

/** A run, as its journal tells of it. */
record RecordedRun(JournalReading journal) {

    static RecordedRun read(Path path) {
        return new RecordedRun(JournalReader.read(path));
    }

    /** @throws UsageProblem where it broke off before anything began */
    Event.RunBegan began() {
        return first().orElseThrow(() -> new UsageProblem("`" + journal.path()
                + "` tells of no run: it broke off before anything had begun. Start it anew."));
    }

    Optional<Event.RunBegan> first() {
        return journal.records().isEmpty()
                ? Optional.empty()
                : Optional.of(journal.records().getFirst().event()).map(Event.RunBegan.class::cast);
    }

    /** Which one of the inventory's. */
    String cluster() {
        Value.Fields cluster = (Value.Fields) began().names().get("cluster");
        return ((Value.Text) cluster.fields().get("name")).value();
    }

    /** The runbook and its libraries, as they were amended last. */
    SequencedMap<String, String> files() {
        return journal.records().reversed().stream()
                .filter(recorded -> recorded.event() instanceof Event.Resumed resumed && !resumed.amended().isEmpty())
                .map(recorded -> ((Event.Resumed) recorded.event()).amended()).findFirst()
                .orElseGet(() -> began().files());
    }

    /**
     * As it was when the run began; its secrets are references.
     *
     * @throws InvalidFile where this version of Lifeboat can't use it
     */
    InventoryFile inventory() {
        var parsed = InventoryReader.read(Source.of(began().inventoryPath(), began().inventory()));
        return new InventoryFile(Path.of(began().inventoryPath()), began().inventory(),
                parsed.tree().orElseThrow(() -> new InvalidFile(parsed.diagnostics())));
    }

    /** Empty where it goes on or broke off. */
    Optional<RunOutcome> outcome() {
        return journal.records().isEmpty() || !(journal.records().getLast().event() instanceof Event.RunEnded ended)
                ? Optional.empty()
                : Optional.of(ended.outcome());
    }

    String state() {
        return JournalLock.isHeld(journal.path())
                ? isPaused() ? "paused" : "running"
                : outcome().map(outcome -> outcome.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' '))
                        .orElse("broken off");
    }

    private boolean isPaused() {
        return count(Event.Paused.class) > count(Event.PauseAnswered.class);
    }

    private long count(Class<? extends Event> kind) {
        return journal.records().stream().map(Recorded::event).filter(kind::isInstance).count();
    }

    /** @throws UsageProblem where there is nothing to carry on */
    void needUnfinished() {
        if (began().simulated()) {
            throw new UsageProblem("`" + journal.path() + "` is the journal of a dry run, which is never carried on on "
                    + "real servers. `lifeboat dry-run --seed " + began().seed()
                    + "` runs it again, the same in every record.");
        }
        outcome().filter(outcome -> !isOpen(outcome)).ifPresent(outcome -> {
            throw new UsageProblem(
                    "Run `" + began().run() + "` has ended (" + state() + "): there is nothing to carry on.");
        });
    }

    private static boolean isOpen(RunOutcome outcome) {
        return switch (outcome) {
            case NEEDS_A_PERSON, INTERRUPTED -> true;
            case DONE, ROLLED_BACK, OBJECTIVE_MISSED, FAILED, ROLLBACK_FAILED, NOT_MODELLED, TAKEN_OVER -> false;
        };
    }
}
