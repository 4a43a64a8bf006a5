package dev.lifeboat.interpreter.run;

import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.builtin.Halt;
import dev.lifeboat.interpreter.world.Clock;
import dev.lifeboat.interpreter.world.Lease;
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
            case Lease.Lost lost -> plain(Event.FailureKind.CANCELLED, altering, lost.getMessage());
            default -> plain(Event.FailureKind.DEFECT, altering, "This is a defect in Lifeboat: " + thrown);
        };
    }

    private static Event.FailureRecord plain(Event.FailureKind kind, boolean unknown, String message) {
        return new Event.FailureRecord(kind, unknown, message, List.of(), "");
    }

    /** What is to be thrown in the place of it. @param word the builtin whose call it ended */
    static RuntimeException thrown(Event.FailureRecord failure, String word) {
        return switch (failure.kind()) {
            case FAILED -> (failure.outcomeUnknown()
                    ? Failure.unknown(failure.message())
                    : Failure.of(failure.message())).evidence(failure.evidence()).hint(failure.hint());
            case TIME_UP -> failure.outcomeUnknown()
                    ? new Clock.DeadlinePassed(failure).interrupting(word)
                    : new Clock.DeadlinePassed(failure);
            case CANCELLED -> new Clock.Cancelled();
            case HALTED -> new Halt(failure.message(), failure.evidence(), failure.hint());
            case DEFECT -> new IllegalStateException(failure.message());
        };
    }

    /** Whether it says nothing of what was asked for, only that nobody waited for it any more. */
    static boolean isBrokenOff(Event.FailureRecord failure) {
        return failure.kind() == Event.FailureKind.CANCELLED || failure.kind() == Event.FailureKind.DEFECT;
    }
}
