package dev.lifeboat.simulator.scenario;

import dev.lifeboat.builtins.yaml.YamlMap;
import dev.lifeboat.builtins.yaml.YamlValue;
import dev.lifeboat.simulator.scenario.Scenario.EndpointStory;
import java.time.Duration;
import java.util.Optional;
import java.util.SequencedMap;

/** Reads what the endpoints of a scenario do: the server that one leads to at first, or more of it. */
final class EndpointStoryReader {
    private final Names names;

    EndpointStoryReader(Names names) {
        this.names = names;
    }

    private enum Belief {
        READ_ONLY
    }

    SequencedMap<String, EndpointStory> read(YamlMap file) {
        return file.eachValue("endpoints", "endpoint", (name, value) -> {
            names.endpoint(name, value);
            return value.isMap()
                    ? story(value.map())
                    : new EndpointStory(Optional.of(names.server(value)), Optional.empty());
        });
    }

    private EndpointStory story(YamlMap map) {
        Optional<Belief> belief = map.find("believes").flatMap(value -> value.findWord(Belief.class));
        Duration every = map.find("looks_every").map(EndpointStoryReader::every).orElse(Duration.ofMillis(1_500));
        EndpointStory story = new EndpointStory(map.find("leads_to").map(names::server), belief.map(any -> every));
        map.reportUnknownKeys();
        return story;
    }

    private static Duration every(YamlValue value) {
        Duration every = ScenarioReader.length(value);
        if (every.isZero()) {
            value.wrong("It can't look all the time: expected a duration such as `1500ms`.");
            return Duration.ofSeconds(1);
        }
        return every;
    }
}
