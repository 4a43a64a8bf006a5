package dev.lifeboat.builtins.inventory;

import dev.lifeboat.builtins.inventory.Inventory.Action;
import java.util.List;
import java.util.Optional;

/**
 * Something that is on or off: how it is switched, in order, and how one sees which it is.
 *
 * @param on empty where the inventory does not say how
 */
public record Switch(List<Action> on, List<Action> off, Optional<Question> state) {
    public static final Switch NONE = new Switch(List.of(), List.of(), Optional.empty());

    /**
     * What is asked, and what it answers where it is on and where it is off. White space does not count.
     */
    public record Question(Action action, String on, String off) {}

    public List<Action> to(boolean wanted) {
        return wanted ? on : off;
    }
}
