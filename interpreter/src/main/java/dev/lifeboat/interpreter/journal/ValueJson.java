package dev.lifeboat.interpreter.journal;

import dev.lifeboat.interpreter.value.Value;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/**
 * Values as JSON that says what they are: {@code true}, {@code 12}, {@code "text"} and {@code […]} as themselves, anything else as an object whose first key
 * is its kind, such as {@code {"duration":"PT5M"}}. JSON's {@code null} is a value that is not there; {@code none} is {@code {"none":true}}.
 */
public final class ValueJson {
    private static final JsonMapper MAPPER = RecordJson.builder().addModule(module()).build();

    private ValueJson() {}

    /** On one line. */
    public static String write(Value value) {
        return MAPPER.writeValueAsString(value);
    }

    /** @throws IllegalArgumentException where the text is none that {@link #write(Value)} writes */
    public static Value read(String text) {
        try {
            return MAPPER.readValue(text, Value.class);
        } catch (RuntimeException e) {
            throw new IllegalArgumentException("`" + text + "` is no value: " + e.getMessage(), e);
        }
    }

    /** Lets a mapper write and read values. */
    static SimpleModule module() {
        SimpleModule module = new SimpleModule("values");
        module.addSerializer(Value.class, new ValueSerializer<Value>() {
            @Override
            public void serialize(Value value, JsonGenerator out, SerializationContext context) {
                write(value, out);
            }
        });
        module.addDeserializer(Value.class, new ValueDeserializer<Value>() {
            @Override
            public Value deserialize(JsonParser in, DeserializationContext context) {
                return of(in.readValueAsTree());
            }
        });
        return module;
    }

    static void write(Value value, JsonGenerator out) {
        switch (value) {
            case Value.Bool bool -> out.writeBoolean(bool.value());
            case Value.Int number -> out.writeNumber(number.value());
            case Value.Text text -> out.writeString(text.value());
            case Value.Listing list -> writeAll(list.items(), out);
            case Value.Size size -> {
                out.writeStartObject();
                out.writeNumberProperty("size", size.bytes());
                out.writeEndObject();
            }
            case Value.Nothing nothing -> {
                out.writeStartObject();
                out.writeBooleanProperty("none", true);
                out.writeEndObject();
            }
            case Value.Decimal number -> writeTexts(out, "decimal", number.value().toString());
            case Value.Percent percent -> writeTexts(out, "percent", percent.value().toString());
            case Value.Span span -> writeTexts(out, "duration", span.value().toString());
            case Value.Timestamp time -> writeTexts(out, "timestamp", time.value().toString());
            case Value.Word word -> writeTexts(out, "enum", word.type(), "word", word.word());
            case Value.Handle handle -> writeTexts(out, "handle", handle.type(), "text", handle.text());
            case Value.Secret secret -> writeTexts(out, "secret", secret.name());
            case Value.Fields fields -> writeFields(fields, out);
            case Value.Code code -> writeCode(code, out);
        }
    }

    private static void writeAll(List<Value> values, JsonGenerator out) {
        out.writeStartArray();
        values.forEach(value -> write(value, out));
        out.writeEndArray();
    }

    private static void writeTexts(JsonGenerator out, String... keysAndTexts) {
        out.writeStartObject();
        for (int i = 0; i < keysAndTexts.length; i += 2) {
            out.writeStringProperty(keysAndTexts[i], keysAndTexts[i + 1]);
        }
        out.writeEndObject();
    }

    private static void writeFields(Value.Fields fields, JsonGenerator out) {
        out.writeStartObject();
        out.writeStringProperty("record", fields.type());
        out.writeObjectPropertyStart("fields");
        fields.fields().forEach((name, value) -> {
            out.writeName(name);
            write(value, out);
        });
        out.writeEndObject();
        out.writeEndObject();
    }

    private static void writeCode(Value.Code code, JsonGenerator out) {
        out.writeStartObject();
        out.writeStringProperty("code", code.type());
        out.writeStringProperty("text", code.text());
        out.writeName("parameters");
        writeAll(code.parameters(), out);
        out.writeEndObject();
    }

    private static Value of(JsonNode json) {
        return switch (json.getNodeType()) {
            case BOOLEAN -> Value.of(json.booleanValue());
            case NUMBER -> new Value.Int(json.longValue());
            case STRING -> new Value.Text(json.stringValue());
            case ARRAY -> new Value.Listing(readAll(json));
            case OBJECT -> readKind(json);
            case NULL, MISSING, BINARY, POJO -> throw new IllegalArgumentException("No value: " + json);
        };
    }

    private static List<Value> readAll(JsonNode json) {
        List<Value> values = new ArrayList<>();
        json.forEach(item -> values.add(of(item)));
        return values;
    }

    private static Value readKind(JsonNode json) {
        String kind = json.propertyNames().stream().findFirst().orElse("");
        JsonNode content = json.get(kind);
        return switch (kind) {
            case "none" -> Value.NONE;
            case "decimal" -> new Value.Decimal(new BigDecimal(content.stringValue()));
            case "percent" -> new Value.Percent(new BigDecimal(content.stringValue()));
            case "duration" -> new Value.Span(Duration.parse(content.stringValue()));
            case "size" -> new Value.Size(content.longValue());
            case "timestamp" -> new Value.Timestamp(Instant.parse(content.stringValue()));
            case "enum" -> new Value.Word(content.stringValue(), text(json, "word"));
            case "handle" -> new Value.Handle(content.stringValue(), text(json, "text"));
            case "secret" -> new Value.Secret(content.stringValue());
            case "record" -> readFields(content.stringValue(), json);
            case "code" -> new Value.Code(content.stringValue(), text(json, "text"), readAll(json.get("parameters")));
            default -> throw new IllegalArgumentException("No kind of value: `" + kind + "`.");
        };
    }

    private static String text(JsonNode json, String key) {
        return json.required(key).stringValue();
    }

    private static Value readFields(String type, JsonNode json) {
        SequencedMap<String, Value> fields = new LinkedHashMap<>();
        json.required("fields").properties().forEach(field -> fields.put(field.getKey(), of(field.getValue())));
        return new Value.Fields(type, fields);
    }
}
