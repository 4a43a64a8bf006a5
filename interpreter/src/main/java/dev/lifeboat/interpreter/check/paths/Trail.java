package dev.lifeboat.interpreter.check.paths;

import java.util.LinkedList;
import java.util.List;
import java.util.Optional;

/**
 * What a path has left out so far. Paths that part share what they have in common.
 *
 * @param last empty where nothing has been left out
 */
public record Trail(Optional<Turn> last, Optional<Trail> before) {

    static final Trail NONE = new Trail(Optional.empty(), Optional.empty());

    Trail with(Turn turn) {
        return new Trail(Optional.of(turn), Optional.of(this));
    }

    /** In the order of the path. */
    public List<Turn> turns() {
        var turns = new LinkedList<Turn>();
        for (var trail = Optional.of(this); trail.isPresent(); trail = trail.get().before) {
            trail.get().last.ifPresent(turns::addFirst);
        }
        return turns;
    }
}
