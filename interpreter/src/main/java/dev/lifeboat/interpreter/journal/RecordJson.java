package dev.lifeboat.interpreter.journal;

import dev.lifeboat.interpreter.value.Json;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.function.Function;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/** How records become JSON in the journal: components in the order of their declaration, times and durations as ISO text; read back strictly. */
public final class RecordJson {
    private RecordJson() {}

    public static JsonMapper.Builder builder() {
        SimpleModule ordered = new SimpleModule("ordered");
        ordered.addAbstractTypeMapping(SequencedMap.class, LinkedHashMap.class);
        return JsonMapper.builder().addModule(ordered)
                .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS, DateTimeFeature.WRITE_DURATIONS_AS_TIMESTAMPS,
                        DateTimeFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                        DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                        DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES);
    }

    /** Lets {@link Json} stand in other JSON as what it is. Absent is {@code null}; JSON's {@code null} is a {@code Json} of its own. */
    static SimpleModule passedOn() {
        SimpleModule module = new SimpleModule("passed on");
        module.addSerializer(Json.class, new ValueSerializer<Json>() {
            @Override
            public void serialize(Json json, JsonGenerator out, SerializationContext context) {
                out.writeRawValue(json.text());
            }
        });
        module.addDeserializer(Json.class, new ValueDeserializer<Json>() {
            @Override
            public Json deserialize(JsonParser in, DeserializationContext context) {
                return new Json(in.readValueAsTree().toString());
            }

            @Override
            public Json getNullValue(DeserializationContext context) {
                return new Json("null");
            }

            @Override
            public Json getAbsentValue(DeserializationContext context) {
                return null;
            }
        });
        return module;
    }

    /** Lets a class be written as the text of its {@code toString}, and read from it by {@code parse}. */
    public static <T> void addText(SimpleModule module, Class<T> java, Function<String, ?> parse) {
        module.addSerializer(java, new ValueSerializer<T>() {
            @Override
            public void serialize(T object, JsonGenerator out, SerializationContext context) {
                out.writeString(object.toString());
            }
        });
        module.addDeserializer(java, new ValueDeserializer<T>() {
            @Override
            public T deserialize(JsonParser in, DeserializationContext context) {
                return java.cast(parse.apply(in.getString()));
            }
        });
    }
}
