package dev.lifeboat.interpreter.run;

import dev.lifeboat.interpreter.builtin.Effect;
import dev.lifeboat.interpreter.value.Texts;
import dev.lifeboat.interpreter.value.Value;
import dev.lifeboat.interpreter.world.People;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A journal as a reviewer reads it: one event a line, with what it says, in the order in which it happened. */
record Story(List<Recorded> records) {

    private static final List<String> LEFT_OUT = List.of("files", "inventory", "inventoryPath", "scenario", "seed",
            "digest", "drill",
            "simulated", "operator", "run", "call", "number", "incidentSince", "names");

    @Override
    public String toString() {
        var start = records.getFirst().at();
        return records.stream().filter(recorded -> isTold(recorded.event()))
                .map(recorded -> line(start, recorded)).collect(Collectors.joining("\n", "", "\n"));
    }

    /** Not what the tests of the gate show already. */
    private static boolean isTold(Event event) {
        return switch (event) {
            case Event.ClockRead read -> false;
            case Event.WaitCut cut -> false;
            case Event.PortCallBegan port -> false;
            case Event.PortCallEnded port -> false;
            case Event.CallBegan call -> call.effect() != Effect.OBSERVES;
            case Event.CallEnded call -> call.failure() != null;
            default -> true;
        };
    }

    private static String line(Instant start, Recorded recorded) {
        var event = recorded.event();
        var at = Texts.literal(Duration.between(start, recorded.at()));
        return "%-7s %s %s".formatted(at, event.getClass().getSimpleName(), fields(event)).stripTrailing();
    }

    private static String fields(Object event) {
        return Stream.of(event.getClass().getRecordComponents())
                .filter(component -> !LEFT_OUT.contains(component.getName()))
                .map(component -> field(component, read(component, event))).filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private static String field(RecordComponent component, Object value) {
        var text = text(value);
        return text.isEmpty() ? "" : component.getName() + "=" + text;
    }

    private static String text(Object value) {
        return switch (value) {
            case null -> "";
            case String text when text.isEmpty() -> "";
            case String text -> text.matches("\\S+") ? text : "\"" + text.replace("\n", "\\n") + "\"";
            case Duration duration -> Texts.literal(duration);
            case Value known -> written(known);
            case Collection<?> list when list.isEmpty() -> "";
            case Collection<?> list -> list.stream().map(Story::text).collect(Collectors.joining(", ", "[", "]"));
            case Map<?, ?> map when map.isEmpty() -> "";
            case Map<?, ?> map -> map.entrySet().stream()
                    .map(entry -> entry.getKey() + ": " + text(entry.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
            case People.Delivery delivery -> delivery.role()
                    + (delivery.person().isEmpty() || delivery.person().equals(delivery.role())
                            ? ""
                            : "/" + delivery.person())
                    + (delivery.delivered() ? "" : ": " + delivery.problem());
            case People.Recipient recipient -> recipient.role()
                    + (recipient.person().equals(recipient.role()) ? "" : "/" + recipient.person());
            case Record inner -> "(" + fields(inner) + ")";
            default -> value.toString();
        };
    }

    private static String written(Value value) {
        return value instanceof Value.Text text ? "\"" + text.value() + "\"" : Texts.of(value);
    }

    private static Object read(RecordComponent component, Object event) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(event);
        } catch (ReflectiveOperationException defect) {
            throw new AssertionError(defect);
        }
    }
}
