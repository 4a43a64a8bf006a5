package dev.lifeboat.cli.watch;

import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.journal.JournalLock;
import dev.lifeboat.interpreter.journal.JournalReader;
import dev.lifeboat.interpreter.run.Event;
import dev.lifeboat.interpreter.run.Recorded;
import dev.lifeboat.interpreter.world.People.Acknowledgement;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What the watch has told, and who has acknowledged it: the file {@code <run>.watch} beside the run's journal, in the same form. The journal itself belongs to
 * the run.
 */
public record Memory(List<Recorded> records) {
    public Memory {
        records = List.copyOf(records);
    }

    static Path file(Path journal) {
        return journal.resolveSibling(journal.getFileName().toString().replaceFirst("\\.journal$", "") + ".watch");
    }

    /** @throws Failure where it is damaged */
    public static Memory beside(Path journal) {
        Path file = file(journal);
        return new Memory(Files.exists(file) ? JournalReader.read(file).trusted() : List.of());
    }

    /** Whether a watch is telling somebody now. */
    static boolean isHeld(Path journal) {
        return Files.exists(file(journal)) && JournalLock.isHeld(file(journal));
    }

    /** The strand of what was told in a turn of a call-out. */
    static String strand(String rung, int turn) {
        return rung + ", turn " + (turn + 1);
    }

    public Optional<Recorded> told(String rung, int turn) {
        String strand = strand(rung, turn);
        return records.stream()
                .filter(recorded -> recorded.strand().equals(strand) && recorded.event() instanceof Event.Told)
                .findFirst();
    }

    public Optional<Acknowledgement> acknowledged(String rung) {
        return records.stream().map(Recorded::event).filter(Event.Acknowledged.class::isInstance)
                .map(Event.Acknowledged.class::cast).filter(by -> by.rung().equals(rung))
                .map(by -> new Acknowledgement(by.role(), by.person(), by.how())).findFirst();
    }
}
