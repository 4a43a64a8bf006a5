package dev.lifeboat.simulator.scenario;

import dev.lifeboat.builtins.yaml.YamlMap;
import dev.lifeboat.builtins.yaml.YamlValue;
import dev.lifeboat.simulator.fault.Fault;
import dev.lifeboat.simulator.fault.ServerFault;
import dev.lifeboat.simulator.model.Network;
import dev.lifeboat.simulator.scenario.Scenario.Event;
import dev.lifeboat.simulator.scenario.Scenario.Trigger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads what happens and when: {@code {at: 60s, crash: db1}}, {@code {after: promote, wait: 5s, cut: [lifeboat, db2]}}. */
final class EventReader {
    private static final List<String> HAPPENINGS = Stream
            .of(Arrays.stream(ServerFault.values()).map(EventReader::word),
                    Stream.of("power_off", "power_on", "cut", "isolate", "heal", "reconnect"),
                    StorageFaultReader.WORDS.stream())
            .flatMap(words -> words).toList();
    private static final String WORDS = String.join(", ", HAPPENINGS.stream().map(word -> "`" + word + "`").toList());
    private static final List<String> KEYS = Stream
            .concat(HAPPENINGS.stream(), Stream.of("at", "during", "after", "wait", "how")).toList();

    private final Names names;

    EventReader(Names names) {
        this.names = names;
    }

    List<Event> read(YamlMap file) {
        List<Event> events = new ArrayList<>();
        file.find("events").map(YamlValue::list).orElse(List.of())
                .forEach(item -> event(item).ifPresent(events::add));
        return events;
    }

    private Optional<Event> event(YamlValue item) {
        YamlMap map = item.map();
        List<Trigger> triggers = triggers(map);
        List<Fault> faults = faults(map);
        boolean misspelt = map.names().stream().anyMatch(name -> !KEYS.contains(name));
        if (triggers.size() > 1 || triggers.isEmpty() && !misspelt) {
            item.wrong("Expected one moment of an event: `at: 60s`, `during: step` or `after: step`.");
        }
        if (faults.size() > 1 || faults.isEmpty() && !misspelt) {
            item.wrong("Expected one thing that happens: " + WORDS + ".");
        }
        map.reportUnknownKeys();
        return triggers.stream().findFirst()
                .flatMap(when -> faults.stream().findFirst().map(what -> new Event(when, what)));
    }

    private static List<Trigger> triggers(YamlMap map) {
        Duration wait = map.find("wait").map(YamlValue::duration).orElse(Duration.ZERO);
        Optional<Trigger> at = map.find("at").map(value -> new Trigger.At(value.duration().plus(wait)));
        Optional<Trigger> during = map.text("during").map(step -> new Trigger.Step(step, false, wait));
        Optional<Trigger> after = map.text("after").map(step -> new Trigger.Step(step, true, wait));
        return Stream.of(at, during, after).flatMap(Optional::stream).toList();
    }

    private List<Fault> faults(YamlMap map) {
        Stream<Optional<Fault>> onServer = Arrays.stream(ServerFault.values()).map(what -> map.find(word(what))
                .map(value -> new Fault.OnServer(what, names.server(value))));
        Stream<Optional<Fault>> around = Stream.of(power(map, "power_off", false), power(map, "power_on", true),
                cut(map), isolate(map), heal(map), reconnect(map));
        return Stream.concat(Stream.concat(onServer, around).flatMap(Optional::stream),
                new StorageFaultReader(names).read(map)).toList();
    }

    private Optional<Fault> power(YamlMap map, String key, boolean on) {
        return map.find(key).map(value -> several(names.hosts(value).stream().map(host -> new Fault.Power(host, on))));
    }

    private Optional<Fault> cut(YamlMap map) {
        return map.find("cut").map(value -> several(pairs(value)
                .map(pair -> new Fault.Cut(pair.getFirst(), pair.getLast(), how(map)))));
    }

    private Optional<Fault> isolate(YamlMap map) {
        return map.find("isolate").map(value -> several(around(value)
                .map(pair -> new Fault.Cut(pair.getFirst(), pair.getLast(), how(map)))));
    }

    private Optional<Fault> heal(YamlMap map) {
        return map.find("heal").map(value -> several(pairs(value)
                .map(pair -> new Fault.Heal(pair.getFirst(), pair.getLast()))));
    }

    private Optional<Fault> reconnect(YamlMap map) {
        return map.find("reconnect").map(value -> several(around(value)
                .map(pair -> new Fault.Heal(pair.getFirst(), pair.getLast()))));
    }

    private static Network.Cut how(YamlMap map) {
        return map.find("how").map(value -> value.word(Network.Cut.class)).orElse(Network.Cut.DROP);
    }

    /** What happens to one thing alone stays that. */
    private static Fault several(Stream<? extends Fault> faults) {
        List<Fault> all = faults.map(fault -> (Fault) fault).toList();
        return all.size() == 1 ? all.getFirst() : new Fault.Several(all);
    }

    /** Each of the one with each of the other, where they are sites. */
    private Stream<List<String>> pairs(YamlValue value) {
        List<YamlValue> two = value.list();
        if (two.size() != 2) {
            value.wrong("Expected the two between whom the way is cut or healed, such as `[lifeboat, db1]`.");
            return Stream.of(List.of("", ""));
        }
        List<String> others = names.vantagePoints(two.getLast());
        return names.vantagePoints(two.getFirst()).stream()
                .flatMap(one -> others.stream().map(other -> List.of(one, other)));
    }

    /** One with everybody else; within a site they go on reaching one another. */
    private Stream<List<String>> around(YamlValue value) {
        List<String> inside = names.vantagePoints(value);
        List<String> outside = inside.size() == 1 ? List.of(Network.EVERYONE) : names.allBut(inside);
        return inside.stream().flatMap(one -> outside.stream().map(other -> List.of(one, other)));
    }

    private static String word(ServerFault what) {
        return what.name().toLowerCase(Locale.ROOT);
    }

}
