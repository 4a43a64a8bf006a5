package dev.lifeboat.cli;

import dev.lifeboat.cli.files.InventoryFile;
import dev.lifeboat.cli.files.RecordedRunbook;
import dev.lifeboat.cli.watch.BrokenRun;
import dev.lifeboat.interpreter.journal.JournalLock;
import dev.lifeboat.interpreter.run.Event;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Finds the runs that broke off. A journal is only appended to: it is read again when it is longer. */
final class BrokenRuns implements BrokenRun.Finder {
    private final Map<Path, Seen> seen = new HashMap<>();

    private record Seen(long size, Optional<BrokenRun> run) {}

    @Override
    public Optional<BrokenRun> find(Path journal) {
        if (JournalLock.isHeld(journal)) {
            return Optional.empty();
        }
        long size = journal.toFile().length();
        Seen last = seen.get(journal);
        if (last == null || last.size() != size) {
            last = new Seen(size, read(journal));
            seen.put(journal, last);
        }
        // Held by now: it was carried on while it was read.
        return last.run().filter(run -> !JournalLock.isHeld(journal));
    }

    private static Optional<BrokenRun> read(Path journal) {
        RecordedRun recorded = RecordedRun.read(journal);
        recorded.journal().trusted();
        return recorded.first().filter(began -> recorded.outcome().isEmpty() && !began.simulated())
                .map(began -> broken(recorded, began));
    }

    private static BrokenRun broken(RecordedRun recorded, Event.RunBegan began) {
        InventoryFile inventory = recorded.inventory();
        return new BrokenRun(recorded.journal().path(), recorded.journal().records(),
                RecordedRunbook.of(recorded.files(), Assembly.checkerOfRecorded(inventory.inventory())), inventory,
                RunsFolder.nameOf(recorded.journal().path(), began.run()), InDoubt.of(recorded.journal().records()));
    }
}
