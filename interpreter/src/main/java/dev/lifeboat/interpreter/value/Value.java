package dev.lifeboat.interpreter.value;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/**
 * What an expression of a runbook evaluates to. Values are immutable, are compared by content, and can all be written to the journal and read back
 * ({@code ValueJson}).
 */
public sealed interface Value {

    /** {@code none}. */
    record Nothing() implements Value {}

    record Bool(boolean value) implements Value {}

    record Int(long value) implements Value {}

    record Decimal(BigDecimal value) implements Value {}

    /** A percentage; {@code 95%} holds 95. */
    record Percent(BigDecimal value) implements Value {}

    /** A length of time, {@code 1h30m}. */
    record Span(Duration value) implements Value {}

    /** An amount of data in bytes, {@code 10GB}. */
    record Size(long bytes) implements Value {}

    record Timestamp(Instant value) implements Value {}

    record Text(String value) implements Value {}

    record Listing(List<Value> items) implements Value {
        public Listing {
            items = List.copyOf(items);
        }
    }

    /**
     * A record with named fields, in the order in which they were declared.
     *
     * @param type the name of its record type, such as {@code election}
     */
    record Fields(String type, SequencedMap<String, Value> fields) implements Value {
        public Fields {
            fields = java.util.Collections.unmodifiableSequencedMap(new LinkedHashMap<>(fields));
        }

        public Fields(String type, Map<String, Value> fields) {
            this(type, new LinkedHashMap<>(fields));
        }
    }

    /** A word of an enumeration, such as {@code DEAD} of {@code state}. */
    record Word(String type, String word) implements Value {}

    /**
     * Something that only builtins look into, known by its text: a server, a host, an endpoint, a role, a GTID set.
     *
     * @param type {@code server}, {@code host}, {@code endpoint}, {@code store}, {@code role}, {@code gtids}, {@code table}, …
     */
    record Handle(String type, String text) implements Value {}

    /** A secret of the inventory, by its name; what it hides never enters a value. */
    record Secret(String name) implements Value {}

    /** Text bound for a place with a grammar of its own: {@code sql} with its parameters, or {@code command} with its quoted arguments. */
    record Code(String type, String text, List<Value> parameters) implements Value {
        public Code {
            parameters = List.copyOf(parameters);
        }
    }

    Nothing NONE = new Nothing();
    Bool TRUE = new Bool(true);
    Bool FALSE = new Bool(false);

    static Bool of(boolean value) {
        return value ? TRUE : FALSE;
    }
}
