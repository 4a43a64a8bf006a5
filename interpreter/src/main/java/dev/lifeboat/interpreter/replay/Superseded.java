package dev.lifeboat.interpreter.replay;

import dev.lifeboat.interpreter.run.Event;
import dev.lifeboat.interpreter.run.Event.PauseAnswered;
import dev.lifeboat.interpreter.run.Recorded;
import dev.lifeboat.interpreter.value.Value;
import dev.lifeboat.interpreter.world.Direction;
import dev.lifeboat.interpreter.world.People;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What counts no more as a run is carried on: its end; where somebody left it at a pause or stopped it, that answer with all that followed from it; and where it
 * ended because a name led to another server, that call with all that followed from it. That is put right by now, or the run ends there once more.
 */
final class Superseded {
    private final boolean ended;
    private final Set<Recorded> records = new HashSet<>();
    private final List<String> left = new ArrayList<>();

    private Superseded(boolean ended) {
        this.ended = ended;
    }

    static Set<Recorded> of(List<Recorded> history) {
        var superseded = new Superseded(history.stream().anyMatch(record -> record.event() instanceof Event.RunEnded));
        history.forEach(superseded::look);
        history.stream().filter(superseded::beganWhatWasHalted).toList().forEach(superseded.records::add);
        return superseded.records;
    }

    private void look(Recorded record) {
        if (leaves(record.event()) || halts(record.event())) {
            left.add(record.strand());
            records.add(record);
        } else if (left.stream().anyMatch(strand -> isWithin(strand, record.strand()))) {
            records.add(record);
            raisedBy(record).ifPresent(left::add);
        } else if (ends(record.event())) {
            records.add(record);
        }
    }

    /** The strand of a call-out, which is the run's and no child of that which raised it. */
    private static Optional<String> raisedBy(Recorded record) {
        return record.event() instanceof Event.Escalated escalated
                ? Optional.of(record.strand().split("/")[0] + "/" + escalated.rung())
                : Optional.empty();
    }

    private static boolean isWithin(String strand, String other) {
        return strand.equals(other) || strand.startsWith(other + "/");
    }

    private static boolean ends(Event event) {
        return event instanceof Event.RunEnded || event instanceof Event.LeaseLost;
    }

    /** What has not ended the run yet is gone through again. */
    private boolean halts(Event event) {
        return ended && switch (event) {
            case Event.PortCallEnded call -> isHalt(call.failure());
            case Event.CallEnded call -> isHalt(call.failure());
            default -> false;
        };
    }

    private static boolean isHalt(Event.FailureRecord failure) {
        return failure != null && failure.kind() == Event.FailureKind.HALTED;
    }

    /** Nothing was done there: it is not in doubt. */
    private boolean beganWhatWasHalted(Recorded record) {
        return record.event() instanceof Event.PortCallBegan began
                && records.stream().map(Recorded::event).anyMatch(event -> event instanceof Event.PortCallEnded end
                        && isHalt(end.failure()) && end.call() == began.call() && end.number() == began.number());
    }

    private static boolean leaves(Event event) {
        return switch (event) {
            case PauseAnswered answered -> leaves(answered);
            case Event.Answered answered -> answered.name().equals(Event.INTERRUPTED)
                    && answered.answer().value() instanceof Value.Word(String type, String word)
                    && word.equals(Event.INTERRUPTED_STOP);
            case Event.Directed directed -> directed.direction().move() == Direction.Move.LEAVE;
            case Event other -> false;
        };
    }

    /** At the proof of a write to stop is to leave as well. */
    private static boolean leaves(PauseAnswered answered) {
        return answered.answer().choice() == People.Choice.LEAVE
                || answered.step().equals(Event.PROOF) && answered.answer().choice() == People.Choice.STOP;
    }
}
