package dev.lifeboat.interpreter.run;

import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.builtin.Halt;
import dev.lifeboat.interpreter.world.Clock;
import java.util.List;

/** What was thrown, as the journal keeps it. */
final class FailureRecords {
    private FailureRecords() {}

    /** @param altering whether something may have been changed by what was interrupted */
    static Event.FailureRecord of(RuntimeException thrown, boolean altering) {
        return switch (thrown) {
            case Failure failure -> new Event.FailureRecord(Event.FailureKind.FAILED,
                    failure.outcome() == Failure.Outcome.UNKNOWN, failure.getMessage(), failure.evidence(),
                    failure.hint());
            case Halt halt -> new Event.FailureRecord(Event.FailureKind.HALTED, false, halt.getMessage(),
                    halt.evidence(), halt.hint());
            case Clock.DeadlinePassed deadline -> plain(Event.FailureKind.TIME_UP, altering, deadline.getMessage());
            case Clock.Cancelled cancelled -> plain(Event.FailureKind.CANCELLED, altering, cancelled.getMessage());
            default -> plain(Event.FailureKind.DEFECT, altering, "This is a defect in Lifeboat: " + thrown);
        };
    }

    private static Event.FailureRecord plain(Event.FailureKind kind, boolean unknown, String message) {
        return new Event.FailureRecord(kind, unknown, message, List.of(), "");
    }
}
