package dev.lifeboat.interpreter.check.paths;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What is settled on a path, so that a later condition can't go the other way.
 *
 * @param outcomes   how steps have ended, by their names
 * @param conditions what conditions came to, by their words
 */
record Known(Map<String, String> outcomes, Map<String, Boolean> conditions) {

    static final Known NOTHING = new Known(Map.of(), Map.of());

    Known ended(String step, String outcome) {
        return new Known(with(outcomes, step, outcome), conditions);
    }

    /** Empty where it contradicts what is known. */
    Optional<Known> assuming(String condition, boolean truth) {
        var before = conditions.get(condition);
        return before == null
                ? Optional.of(new Known(outcomes, with(conditions, condition, truth)))
                : Optional.of(this).filter(known -> before == truth);
    }

    /** Only what is still asked about matters. */
    Known keeping(Predicate<String> step, Predicate<String> condition) {
        return outcomes.keySet().stream().allMatch(step) && conditions.keySet().stream().allMatch(condition)
                ? this
                : new Known(only(outcomes, step), only(conditions, condition));
    }

    private static <V> Map<String, V> only(Map<String, V> map, Predicate<String> wanted) {
        var fewer = new LinkedHashMap<>(map);
        fewer.keySet().removeIf(wanted.negate());
        return fewer;
    }

    private static <V> Map<String, V> with(Map<String, V> map, String key, V value) {
        var more = new LinkedHashMap<>(map);
        more.put(key, value);
        return more;
    }
}
