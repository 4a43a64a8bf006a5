package dev.lifeboat.builtins.backup;

import dev.lifeboat.builtins.mysql.GtidSet;
import dev.lifeboat.interpreter.journal.RecordJson;
import dev.lifeboat.interpreter.value.Value;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/** Manifests and notes as they stand in a store: JSON that a person can read, sizes in bytes. */
final class BackupText {
    private static final JsonMapper MAPPER = RecordJson.builder().addModule(plain())
            .enable(SerializationFeature.INDENT_OUTPUT).build();

    private BackupText() {}

    static byte[] of(Object written) {
        return MAPPER.writeValueAsBytes(written);
    }

    /** Empty where it is not what it should be. */
    static <T> Optional<T> read(byte[] text, Class<T> kind) {
        try {
            return Optional.of(MAPPER.readValue(text, kind));
        } catch (JacksonException unreadable) {
            return Optional.empty();
        }
    }

    private static SimpleModule plain() {
        SimpleModule plain = new SimpleModule("plain");
        RecordJson.addText(plain, GtidSet.class, GtidSet::parse);
        plain.addSerializer(Value.Size.class, new ValueSerializer<Value.Size>() {
            @Override
            public void serialize(Value.Size size, JsonGenerator out, SerializationContext context) {
                out.writeNumber(size.bytes());
            }
        });
        plain.addDeserializer(Value.Size.class, new ValueDeserializer<Value.Size>() {
            @Override
            public Value.Size deserialize(JsonParser in, DeserializationContext context) {
                return new Value.Size(in.getLongValue());
            }
        });
        return plain;
    }
}
