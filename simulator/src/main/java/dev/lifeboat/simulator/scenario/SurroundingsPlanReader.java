package dev.lifeboat.simulator.scenario;

import dev.lifeboat.builtins.yaml.YamlMap;
import dev.lifeboat.builtins.yaml.YamlValue;
import dev.lifeboat.simulator.scenario.SurroundingsPlan.FigurePlan;
import java.math.BigDecimal;
import java.util.Optional;

/** Reads {@code sites: {main: {obeys: false}}} and {@code metrics: {orders: writes, latency: {value: 0.2, baseline: 0.1}}}. */
final class SurroundingsPlanReader {
    private static final String WRITES = "writes";
    private final Names names;

    SurroundingsPlanReader(Names names) {
        this.names = names;
    }

    SurroundingsPlan read(YamlMap file) {
        return new SurroundingsPlan(file.each("sites", "site", (name, map) -> {
            names.site(name, map);
            return map.find("obeys").map(YamlValue::truth).orElse(true);
        }), file.eachValue("metrics", "metric", (name, value) -> figure(value)));
    }

    private static FigurePlan figure(YamlValue value) {
        if (!value.isMap()) {
            String word = value.text();
            if (!word.equals(WRITES)) {
                value.unexpected(word, "`writes`, or `{value: …, baseline: …}`");
            }
            return new FigurePlan.Writes();
        }
        YamlMap map = value.map();
        FigurePlan figure = new FigurePlan.Given(number(map, "value"), number(map, "baseline"));
        map.reportUnknownKeys();
        return figure;
    }

    private static Optional<BigDecimal> number(YamlMap map, String key) {
        return map.find(key).map(YamlValue::number).map(BigDecimal::valueOf);
    }
}
