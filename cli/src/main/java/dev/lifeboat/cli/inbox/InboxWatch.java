package dev.lifeboat.cli.inbox;

import dev.lifeboat.interpreter.world.Clock;
import dev.lifeboat.interpreter.world.People.Refusal;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/** Looks into the inbox of a run while that goes on. */
public final class InboxWatch {
    private static final Duration LOOK = Duration.ofMillis(500);
    private final Inbox inbox;
    private final Clock.Task task;

    private InboxWatch(Inbox inbox, Clock.Task task) {
        this.inbox = inbox;
        this.task = task;
    }

    public static InboxWatch begin(Inbox inbox, Clock clock, Consumer<Envelope> letters, Consumer<Refusal> refused) {
        inbox.open();
        return new InboxWatch(inbox, clock.fork("inbox", () -> {
            while (true) {
                clock.sleep(LOOK);
                inbox.take(letters, refused);
            }
        }));
    }

    /** Returns when nothing is read any more. @return what keeps the inbox from being removed; empty where it is gone */
    public Optional<String> end() {
        task.cancel();
        task.join();
        return inbox.close();
    }
}
