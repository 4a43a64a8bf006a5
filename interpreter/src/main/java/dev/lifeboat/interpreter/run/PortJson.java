package dev.lifeboat.interpreter.run;

import dev.lifeboat.interpreter.builtin.JavaTypes;
import dev.lifeboat.interpreter.journal.RecordJson;
import dev.lifeboat.interpreter.value.Json;
import java.lang.reflect.Type;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/** Arguments and answers of ports as JSON, and back: records by their components, times as ISO text, and what is known by its text as that text. */
public final class PortJson {
    private final JsonMapper mapper;

    public PortJson(JavaTypes types) {
        SimpleModule texts = new SimpleModule();
        types.texts().forEach((java, parse) -> RecordJson.addText(texts, java, parse));
        mapper = RecordJson.builder().addModule(texts).build();
    }

    public Json arguments(Object[] arguments) {
        return new Json(mapper.writeValueAsString(arguments));
    }

    /** @param answer {@code null} for a method that answers nothing */
    public Json answer(Object answer) {
        return new Json(mapper.writeValueAsString(answer));
    }

    /** Reads an answer back. */
    public Object read(Json json, Type type) {
        return mapper.readValue(json.text(), mapper.constructType(type));
    }
}
