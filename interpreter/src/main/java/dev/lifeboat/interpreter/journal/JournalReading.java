package dev.lifeboat.interpreter.journal;

import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.run.Recorded;
import java.nio.file.Path;
import java.util.List;

/**
 * What could be read of a journal.
 *
 * @param records    whole and in unbroken order from the first; in a damaged journal those before the damage
 * @param chain      the hash chain up to the last of them, in hexadecimal
 * @param wholeBytes how long the file is up to the end of the last of them
 */
public record JournalReading(Path path, List<Recorded> records, String chain, long wholeBytes, Condition condition) {
    public JournalReading {
        records = List.copyOf(records);
    }

    /** The state of the file behind the last whole record. */
    public sealed interface Condition {
        record Sound() implements Condition {}

        /** The last record is not whole: the machine or the process ended while it was written. Nothing rests on it, and it may be cut off. */
        record TornTail(long bytes) implements Condition {}

        /**
         * Something that was whole is so no more.
         *
         * @param what         what does not fit, for the middle of a sentence
         * @param wholeRecords how many records behind the damage are whole by themselves
         */
        record Damaged(String what, long wholeRecords) implements Condition {}
    }

    public boolean isSound() {
        return condition instanceof Condition.Sound;
    }

    /** How long the file was when it was read; of a damaged one only what is whole counts. */
    long bytes() {
        return wholeBytes + (condition instanceof Condition.TornTail tail ? tail.bytes() : 0);
    }

    /** A sentence or two about the state of the file. */
    public String describe() {
        String whole = "`" + path + "` has " + records.size() + " whole "
                + (records.size() == 1 ? "record" : "records");
        return switch (condition) {
            case Condition.Sound sound -> whole + ", and nothing else.";
            case Condition.TornTail tail -> whole + ", and behind them " + tail.bytes()
                    + " bytes of one that was never finished.";
            case Condition.Damaged damage -> "`" + path + "` is damaged at byte " + wholeBytes + ", in record "
                    + (records.size() + 1) + ": " + damage.what() + ". " + stillReadable(damage);
        };
    }

    private String stillReadable(Condition.Damaged damage) {
        String before = records.isEmpty()
                ? "No record before it can be read"
                : "Records 1 to " + records.size() + " can still be read";
        return before + "; behind it " + damage.wholeRecords() + " are whole by themselves.";
    }

    /**
     * The records, where the run may rest on them.
     *
     * @throws Failure where the journal is damaged
     */
    public List<Recorded> trusted() {
        if (condition instanceof Condition.Damaged) {
            throw Failure.of(describe()).hint(
                    "Nothing may rest on a damaged journal: look for a copy of it, and see on the servers what was done.");
        }
        return records;
    }
}
