package dev.lifeboat.cli.people;

import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/** Somebody who is asked for a line. */
public interface Prompt {

    /** Nobody has to be asked any more. */
    final class Left extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** Nobody is there any more. */
    final class Closed extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /**
     * @param words what can be typed here, for whoever has a key that completes
     * @return empty where the input has ended: nobody is there any more
     */
    Optional<String> line(String question, List<String> words);

    default Optional<String> line(String question) {
        return line(question, List.of());
    }

    /** Lines that {@code aside} takes answer no question: they are typed whenever somebody likes, where that can be heard. */
    default void listen(Predicate<String> aside) {}

    /**
     * Asks as long as it is not answered {@code elsewhere}.
     *
     * @throws Left where it is
     */
    Optional<String> line(String question, BooleanSupplier elsewhere);

    void say(String text);
}
