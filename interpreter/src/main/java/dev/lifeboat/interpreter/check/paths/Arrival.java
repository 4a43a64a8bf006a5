package dev.lifeboat.interpreter.check.paths;

import java.util.List;
import java.util.Set;

/**
 * A call can be reached like this.
 *
 * @param state what the rule remembers of the path before the call
 * @param trail what such a path leaves out, in its order
 */
public record Arrival<S>(Event.Called at, S state, Trail trail) {

    /** Where the path leaves out one of these builtins. */
    public List<Turn> without(Set<String> words) {
        return trail.turns().stream().filter(turn -> turn.passed().stream().anyMatch(words::contains)).toList();
    }
}
