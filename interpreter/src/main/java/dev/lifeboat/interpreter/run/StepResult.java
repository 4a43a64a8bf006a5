package dev.lifeboat.interpreter.run;

import dev.lifeboat.interpreter.check.CheckedStep;
import dev.lifeboat.interpreter.check.Outcome;
import dev.lifeboat.interpreter.value.Value;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How a step ended.
 *
 * @param error  what failed; empty where nothing did
 * @param values what its body bound, or a person gave in its place
 */
record StepResult(StepState state, Duration took, Optional<String> error, Map<String, Value> values) {

    /** Of a step that was never come to. */
    static final StepResult NOT_RUN = new StepResult(StepState.SKIPPED, Duration.ZERO, Optional.empty(), Map.of());

    /** Those of a step's fields that say how it ended; the others are values. */
    private static final Set<String> OUTCOME = Set.of(Outcome.SUCCEEDED, Outcome.FAILED, Outcome.SKIPPED,
            Outcome.UNKNOWN, Outcome.DURATION, Outcome.ERROR);

    static boolean isValue(String field) {
        return !OUTCOME.contains(field);
    }

    boolean failed() {
        return state == StepState.FAILED || state == StepState.UNKNOWN;
    }

    /** As later steps see it. */
    Value value(CheckedStep step) {
        var fields = new LinkedHashMap<String, Value>();
        for (var name : step.type().fields().keySet()) {
            fields.put(name, field(name));
        }
        return new Value.Fields(step.type().name(), fields);
    }

    private Value field(String name) {
        return switch (name) {
            case Outcome.SUCCEEDED -> Value.of(state == StepState.SUCCEEDED);
            case Outcome.FAILED -> Value.of(state == StepState.FAILED);
            case Outcome.SKIPPED -> Value.of(state == StepState.SKIPPED);
            case Outcome.UNKNOWN -> Value.of(state == StepState.UNKNOWN);
            case Outcome.DURATION -> new Value.Span(took);
            case Outcome.ERROR -> new Value.Text(error.orElse(""));
            default -> values.getOrDefault(name, Value.NONE);
        };
    }
}
