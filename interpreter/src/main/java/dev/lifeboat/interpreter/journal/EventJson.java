package dev.lifeboat.interpreter.journal;

import dev.lifeboat.interpreter.run.Event;
import dev.lifeboat.interpreter.run.Recorded;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.node.ObjectNode;

/**
 * A recorded event as one line of JSON: {@code {"n":1,"epoch":1,"strand":"main","at":"…","event":"StepBegan","step":"fence",…}}. Parts of an event that are not there are left
 * out.
 */
public final class EventJson {
    private static final Map<String, Shape> SHAPES = new HashMap<>();

    static {
        for (Class<?> event : Event.class.getPermittedSubclasses()) {
            SHAPES.put(event.getSimpleName(), Shape.of(event.asSubclass(Event.class)));
        }
    }

    private static final JsonMapper MAPPER = RecordJson.builder().addModule(ValueJson.module())
            .addModule(RecordJson.passedOn())
            .addModule(new SimpleModule("recorded").addSerializer(Recorded.class, new Writer())).build();

    private EventJson() {}

    public static String write(Recorded recorded) {
        return MAPPER.writeValueAsString(recorded);
    }

    /** @throws Unreadable where it is not written by {@link #write}, or holds an event that this version does not know */
    public static Recorded read(String text) throws Unreadable {
        try {
            ObjectNode json = (ObjectNode) MAPPER.readTree(text);
            long number = take(json, "n").longValue();
            long epoch = take(json, "epoch").longValue();
            String strand = take(json, "strand").stringValue();
            Instant at = Instant.parse(take(json, "at").stringValue());
            return new Recorded(number, epoch, strand, at, event(take(json, "event").stringValue(), json));
        } catch (RuntimeException e) {
            throw new Unreadable(
                    e instanceof JacksonException json ? json.getOriginalMessage() : e.getMessage(), e);
        }
    }

    private static Event event(String name, ObjectNode json) {
        Shape shape = SHAPES.get(name);
        if (shape == null) {
            throw new IllegalArgumentException("This version of Lifeboat knows no event `" + name + "`.");
        }
        return MAPPER.treeToValue(json, shape.event());
    }

    private static JsonNode take(ObjectNode json, String key) {
        JsonNode content = json.required(key);
        json.remove(key);
        return content;
    }

    /** The text is no event. */
    public static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;

        Unreadable(String message, Throwable cause) {
            super(message, cause);
        }
    }

    private static final class Writer extends ValueSerializer<Recorded> {
        @Override
        public void serialize(Recorded recorded, JsonGenerator out, SerializationContext context) {
            Event event = recorded.event();
            String name = event.getClass().getSimpleName();
            out.writeStartObject();
            out.writeNumberProperty("n", recorded.number());
            out.writeNumberProperty("epoch", recorded.epoch());
            out.writeStringProperty("strand", recorded.strand());
            out.writeStringProperty("at", recorded.at().toString());
            out.writeStringProperty("event", name);
            for (Shape.Part part : SHAPES.get(name).parts()) {
                Object content = part.of(event);
                if (content != null) {
                    out.writeName(part.name());
                    context.writeValue(out, content);
                }
            }
            out.writeEndObject();
        }
    }

    /** The parts of an event, looked up once: reflection copies them at each look. */
    private record Shape(Class<? extends Event> event, List<Part> parts) {
        static Shape of(Class<? extends Event> event) {
            return new Shape(event, List.of(event.getRecordComponents()).stream()
                    .map(component -> new Part(component.getName(), component.getAccessor())).toList());
        }

        record Part(String name, java.lang.reflect.Method accessor) {
            Object of(Event event) {
                try {
                    return accessor.invoke(event);
                } catch (ReflectiveOperationException e) {
                    throw new IllegalStateException("`" + accessor + "` can't be read.", e);
                }
            }
        }
    }
}
