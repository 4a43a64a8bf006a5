package dev.lifeboat.simulator.scenario;

import dev.lifeboat.builtins.host.Host.Output;
import dev.lifeboat.builtins.inventory.Inventory;
import dev.lifeboat.builtins.yaml.YamlFile;
import dev.lifeboat.builtins.yaml.YamlMap;
import dev.lifeboat.builtins.yaml.YamlValue;
import dev.lifeboat.grammar.Parsed;
import dev.lifeboat.grammar.Source;
import dev.lifeboat.simulator.scenario.Scenario.ApplicationPlan;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/** Reads scenario files, against the inventory whose servers, hosts, endpoints and people they speak of. */
public final class ScenarioReader {
    private static final Instant START = Instant.parse("2026-01-01T03:00:00Z");
    private static final Duration START_RUN = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofDays(7);
    private static final Duration PATIENCE = Duration.ofHours(1);

    private final Names names;

    private ScenarioReader(Inventory inventory) {
        names = new Names(inventory);
    }

    /** Never throws: what is wrong is told with its place, all of it at once. */
    public static Parsed<Scenario> read(Source source, Inventory inventory) {
        return YamlFile.read(source, new ScenarioReader(inventory)::scenario);
    }

    private Scenario scenario(YamlMap file) {
        return new Scenario(file.find("expect").map(value -> value.word(Expectation.class)),
                file.find("start").map(YamlValue::instant).orElse(START),
                file.find("start_run").map(ScenarioReader::length).orElse(START_RUN), application(file),
                new ServerPlanReader(names).read(file), new EndpointStoryReader(names).read(file),
                new EventReader(names).read(file),
                people(file), commands(file), file.find("patience").map(ScenarioReader::length).orElse(PATIENCE),
                new SurroundingsPlanReader(names).read(file), file.find("primary").map(names::server), returned(file),
                new StoragePlanReader(names).read(file));
    }

    private Optional<ApplicationPlan> application(YamlMap file) {
        return file.find("application").map(value -> {
            YamlMap map = value.map();
            String endpoint = map.need("endpoint", "the application writes through it").map(names::endpoint)
                    .orElse("");
            double rate = map.find("writes_per_second").map(ScenarioReader::rate).orElse(10.0);
            Duration keeps = map.find("keeps_addresses").map(ScenarioReader::length).orElse(Duration.ZERO);
            map.reportUnknownKeys();
            return new ApplicationPlan(endpoint, rate, keeps);
        });
    }

    /** Each second of it is simulated, with all that beats and writes in it. */
    static Duration length(YamlValue value) {
        Duration length = value.duration();
        if (length.compareTo(LONGEST) > 0) {
            value.wrong("Found `" + value.text() + "`, expected at the most a week, `7d`.");
            return LONGEST;
        }
        return length;
    }

    static double rate(YamlValue value) {
        double rate = value.number();
        if (rate <= 0 || rate > 100_000) {
            value.wrong("Found `" + value.text() + "`, expected a rate above 0 and up to 100000 a second.");
            return 1;
        }
        return rate;
    }

    private List<String> returned(YamlMap file) {
        return file.find("returned").map(value -> value.list().stream().map(names::server).toList())
                .orElse(List.of());
    }

    private SequencedMap<String, List<Saying>> people(YamlMap file) {
        return file.eachValue("people", "person", (name, value) -> {
            names.somebody(name, value);
            List<Saying> answers = new ArrayList<>();
            value.list().forEach(item -> SayingReader.read(item, names).ifPresent(answers::add));
            return answers;
        });
    }

    private SequencedMap<String, SequencedMap<String, Output>> commands(YamlMap file) {
        return file.eachValue("commands", "host", (name, value) -> {
            names.host(name, value);
            SequencedMap<String, Output> answers = new LinkedHashMap<>();
            YamlMap map = value.map();
            map.names().forEach(command -> map.find(command)
                    .ifPresent(answer -> answers.put(command, output(answer))));
            return answers;
        });
    }

    private static int exit(YamlValue value) {
        long exit = value.whole();
        if (exit < 0 || exit > 255) {
            value.wrong("Found `" + value.text() + "`, expected an exit status from 0 to 255.");
        }
        return (int) exit;
    }

    /** A text alone is what a command prints that succeeds. */
    private static Output output(YamlValue answer) {
        if (!answer.isMap()) {
            return new Output(0, answer.text());
        }
        YamlMap map = answer.map();
        Output output = new Output(map.find("exit").map(ScenarioReader::exit).orElse(0),
                map.text("text").orElse(""));
        map.reportUnknownKeys();
        return output;
    }
}
