package dev.lifeboat.cli.watch;

import dev.lifeboat.cli.files.InventoryFile;
import dev.lifeboat.interpreter.check.CheckedRunbook;
import dev.lifeboat.interpreter.check.budget.Budgets;
import dev.lifeboat.interpreter.run.Event;
import dev.lifeboat.interpreter.run.Recorded;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A run whose process is gone and whose journal has no end.
 *
 * @param records what its journal has
 * @param program the runbook, as the run had it last
 * @param name    by which commands find it: its id, or its journal
 * @param inDoubt the calls of which nobody knows what came of them, for people
 */
public record BrokenRun(Path journal, List<Recorded> records, CheckedRunbook program, InventoryFile inventory,
        String name, List<String> inDoubt) {

    /** Tells which runs have broken off. */
    public interface Finder {

        /**
         * Empty where the run goes on, has ended or was simulated.
         *
         * @throws dev.lifeboat.interpreter.builtin.Failure       where its journal can't be read
         * @throws dev.lifeboat.cli.files.InvalidFile             where what its journal holds can't be used
         */
        Optional<BrokenRun> find(Path journal);
    }

    Event.RunBegan began() {
        return (Event.RunBegan) records.getFirst().event();
    }

    /** Nothing is known of it since then. */
    Instant last() {
        return records.getLast().at();
    }

    /** Counts how often the run has been begun and carried on. */
    long epoch() {
        return records.getLast().epoch();
    }

    boolean isServiceRestored() {
        return records.stream().anyMatch(recorded -> recorded.event() instanceof Event.Reached reached
                && reached.objective().equals(Budgets.SERVICE_RESTORED));
    }

    <E extends Event> Optional<E> lastOf(Class<E> kind) {
        return records.reversed().stream().map(Recorded::event).filter(kind::isInstance).map(kind::cast).findFirst();
    }
}
