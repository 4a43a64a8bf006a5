package dev.lifeboat.interpreter.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What can be taken back: the steps in the order in which they began, each with what it did. Follows the journal, so
 * that what is not in it was not done.
 */
final class Ledger implements Listener {

    private final List<LedgerEntry> begun = new ArrayList<>();
    private final Map<String, LedgerEntry> latest = new HashMap<>();
    /** How many steps had begun before one was come to for the first time, even if it was passed over then. */
    private final Map<String, Integer> before = new HashMap<>();
    private boolean closed;

    /** A step is come to; it has begun as soon as the journal says so. */
    synchronized LedgerEntry arrive(String step, Optional<LedgerEntry> owner) {
        var entry = new LedgerEntry(step, owner);
        latest.put(step, entry);
        return entry;
    }

    @Override
    public void heard(Recorded recorded) {
        switch (recorded.event()) {
            case Event.StepBegan began -> begun(began.step());
            case Event.StepSkipped skipped -> comeTo(skipped.step());
            case Event.CallBegan call when call.effect().alters() -> find(call.step()).ifPresent(this::altered);
            case Event.InverseRegistered inverse -> find(inverse.step()).ifPresent(entry -> entry.add(
                    new Undoable.Inverse(inverse.inverse(), inverse.description(), inverse.builtin(),
                            inverse.arguments())));
            default -> {
            }
        }
    }

    private synchronized void begun(String step) {
        comeTo(step);
        begun(latest.get(step));
    }

    private synchronized void altered(LedgerEntry entry) {
        begun(entry);
        entry.altered();
    }

    /** A call that somebody makes before a step belongs to it already. */
    private void begun(LedgerEntry entry) {
        if (!begun.contains(entry)) {
            begun.add(entry);
        }
    }

    synchronized Optional<LedgerEntry> latest(String step) {
        return Optional.ofNullable(latest.get(step));
    }

    /** A step and what it performed, as far as they have begun, in that order. */
    synchronized List<LedgerEntry> with(LedgerEntry entry) {
        return begun.stream().filter(other -> other.isWithin(entry)).toList();
    }

    /** It is taken back while the run goes on: what happens to it meanwhile is not taken back itself. */
    synchronized void withdraw(LedgerEntry entry) {
        begun.remove(entry);
        latest.remove(entry.step(), entry);
    }

    /** It was taken back, and may be tried again. */
    synchronized void readmit(LedgerEntry entry) {
        entry.forget();
        latest.put(entry.step(), entry);
        begun(entry);
    }

    private synchronized void comeTo(String step) {
        before.putIfAbsent(latest.get(step).site().step().name(), begun.size());
    }

    /** How many steps had begun before that step of the runbook was come to; empty where it never was. */
    synchronized Optional<Integer> before(String step) {
        return Optional.ofNullable(before.get(step));
    }

    private synchronized Optional<LedgerEntry> find(String step) {
        return closed ? Optional.empty() : Optional.ofNullable(latest.get(step));
    }

    /** A rollback begins: what happens from here on is a rollback's own work, and is not taken back. */
    synchronized List<LedgerEntry> close() {
        closed = true;
        return List.copyOf(begun);
    }
}
