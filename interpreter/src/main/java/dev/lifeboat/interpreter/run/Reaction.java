package dev.lifeboat.interpreter.run;

import java.util.Optional;

/** What is done about a failure. */
sealed interface Reaction {

    record Continue() implements Reaction {}

    record RollBack(Optional<String> toBefore) implements Reaction {}

    record Pause() implements Reaction {}

    record Stop() implements Reaction {}

    record TryAgain() implements Reaction {}

    /** {@code finish} in the handler. */
    record Finish(String why) implements Reaction {}

    /** Whoever performs the procedure has to see to it. */
    record HandUp() implements Reaction {}
}
