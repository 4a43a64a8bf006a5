package dev.lifeboat.interpreter.run;

import dev.lifeboat.interpreter.evaluate.Frame;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a rollback has to know of a step that has begun. */
final class LedgerEntry {

    private final String step;
    private final Optional<LedgerEntry> owner;
    private final List<Undoable> done = new ArrayList<>();
    private final List<Undoable> doneByHandler = new ArrayList<>();
    private boolean bodyIsOver;
    private boolean altered;
    private boolean told;
    private boolean byHand;
    private Optional<StepSite> site = Optional.empty();
    private Optional<Frame> latest = Optional.empty();
    private Optional<Frame> firstTrace = Optional.empty();

    /** @param owner the {@code perform} that this step belongs to */
    LedgerEntry(String step, Optional<LedgerEntry> owner) {
        this.step = step;
        this.owner = owner;
    }

    String step() {
        return step;
    }

    Optional<LedgerEntry> owner() {
        return owner;
    }

    boolean isWithin(LedgerEntry other) {
        return this == other || owner.filter(outer -> outer.isWithin(other)).isPresent();
    }

    synchronized void belongsTo(StepSite began) {
        site = Optional.of(began);
    }

    synchronized StepSite site() {
        return site.orElseThrow();
    }

    /** Each attempt has its own values. */
    synchronized void attempt(Frame begun) {
        latest = Optional.of(begun);
    }

    /** The values that the last attempt has bound. */
    synchronized Frame frame(RunContext context) {
        return latest.orElseGet(() -> site().frame(context));
    }

    /** For an undo: the values of the first attempt that left a trace, as only they tell what was found before it. */
    synchronized Frame frameAsFound(RunContext context) {
        return firstTrace.orElseGet(() -> frame(context));
    }

    synchronized void bodyIsOver(boolean over) {
        bodyIsOver = over;
    }

    synchronized void add(Undoable undoable) {
        done.add(undoable);
        if (bodyIsOver) {
            doneByHandler.add(undoable);
        }
    }

    synchronized void altered() {
        altered = true;
        firstTrace = firstTrace.or(() -> latest);
        owner.ifPresent(LedgerEntry::altered);
    }

    synchronized void told() {
        told = true;
        firstTrace = firstTrace.or(() -> latest);
        owner.ifPresent(LedgerEntry::told);
    }

    /** What it did has been taken back. */
    synchronized void forget() {
        done.clear();
        doneByHandler.clear();
        altered = false;
        told = false;
        byHand = false;
        firstTrace = Optional.empty();
    }

    /** A person did it: nobody but a person knows how to take that back. */
    synchronized void doneByHand() {
        byHand = true;
        altered();
    }

    synchronized boolean wasDoneByHand() {
        return byHand;
    }

    /** Whether something was changed, or may have been. */
    synchronized boolean hasAltered() {
        return altered;
    }

    synchronized boolean hasTold() {
        return told;
    }

    /** What the step did, in that order. */
    synchronized List<Undoable> done() {
        return List.copyOf(done);
    }

    /** What of it {@code on failure} did. */
    synchronized List<Undoable> doneByHandler() {
        return List.copyOf(doneByHandler);
    }
}
