package dev.lifeboat.simulator.scenario;

import dev.lifeboat.interpreter.world.People.Choice;
import java.time.Duration;
import java.util.Optional;

/** What a person says when asked. */
public sealed interface Saying {
    /** Stands for every step. */
    String ANY = "any";

    /** Which step or question it is for; {@link #ANY} for all. */
    String to();

    /** How long the person takes; empty where the simulator draws it. */
    Optional<Duration> after();

    /** @param step which step is approved, or not */
    record Vote(String step, boolean yes, String reason, Optional<Duration> after) implements Saying {
        @Override
        public String to() {
            return step;
        }
    }

    /** @param step at which step's pause */
    record Decision(String step, Choice choice, String reason, Optional<Duration> after) implements Saying {
        @Override
        public String to() {
            return step;
        }
    }

    /** @param value as the person would type it */
    record Reply(String question, String value, Optional<Duration> after) implements Saying {
        @Override
        public String to() {
            return question;
        }
    }

    /**
     * @param role  as whose holder the person is called; {@link #ANY} for all
     * @param heard whether the person acknowledges at all
     */
    record Acknowledgement(String role, boolean heard, Optional<Duration> after) implements Saying {
        @Override
        public String to() {
            return role;
        }
    }

    default boolean isFor(String name) {
        return to().equals(ANY) || to().equals(name);
    }
}
