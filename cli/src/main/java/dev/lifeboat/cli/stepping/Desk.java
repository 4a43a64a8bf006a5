package dev.lifeboat.cli.stepping;

import java.util.Optional;
import java.util.function.Function;

/** Where people sit down to decide. */
public interface Desk {

    /**
     * Lets whoever is there answer.
     *
     * @param dialogue empty where they left without an answer
     * @return empty where nobody will come any more
     */
    <T> Optional<T> ask(Function<Session, Optional<T>> dialogue);

    /** Whether somebody is there now. */
    boolean isTaken();

    /** One person who stays till the end. */
    static Desk of(Session session) {
        return new Desk() {
            @Override
            public <T> Optional<T> ask(Function<Session, Optional<T>> dialogue) {
                return dialogue.apply(session);
            }

            @Override
            public boolean isTaken() {
                return true;
            }
        };
    }
}
