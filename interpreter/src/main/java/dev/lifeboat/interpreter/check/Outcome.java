package dev.lifeboat.interpreter.check;

import dev.lifeboat.interpreter.value.Type;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/** The fields that every step has as a value: exactly one of the first four is true. */
public final class Outcome {

    public static final String SUCCEEDED = "succeeded";
    public static final String FAILED = "failed";
    public static final String SKIPPED = "skipped";
    public static final String UNKNOWN = "unknown";
    public static final String DURATION = "duration";
    public static final String ERROR = "error";
    /** What a performed procedure returned. */
    public static final String RESULT = "result";

    public static final List<String> STATES = List.of(SUCCEEDED, FAILED, SKIPPED, UNKNOWN);

    private Outcome() {}

    /** Their types, in this order; {@code error} is empty where there was none. */
    static SequencedMap<String, Type> fields() {
        var fields = new LinkedHashMap<String, Type>();
        STATES.forEach(state -> fields.put(state, Type.BOOL));
        fields.put(DURATION, Type.DURATION);
        fields.put(ERROR, Type.TEXT);
        return fields;
    }
}
