package dev.lifeboat.builtins.inventory;

import dev.lifeboat.builtins.inventory.MetricsPlan.Query;
import dev.lifeboat.builtins.yaml.YamlMap;
import dev.lifeboat.builtins.yaml.YamlValue;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/** Reads what is around the databases: the application, the sites, and what measures them. */
final class SurroundingsReader {
    private final InventoryNames names;

    SurroundingsReader(InventoryNames names) {
        this.names = names;
    }

    ApplicationPlan application(YamlMap file) {
        return file.find("application").map(YamlValue::map).map(map -> {
            WebAccess web = SteeringReader.web(map, "url");
            SteeringReader steering = SteeringReader.of(web);
            ApplicationPlan plan = new ApplicationPlan(web, map.find("host").map(names::host),
                    steering.onOff(map, "maintenance"), steering.onOff(map, "read_only"),
                    steering.actions(map, "restart"), steering.actions(map, "smoke_test"),
                    steering.withServer(map, "reconfigure"), steering.one(map, "database"));
            map.reportUnknownKeys();
            return plan;
        }).orElse(ApplicationPlan.NONE);
    }

    SequencedMap<String, SitePlan> sites(YamlMap file) {
        return file.each("sites", "site", (name, map) -> {
            if (!names.sites().contains(name)) {
                map.wrong("No server is in site `" + name + "`; servers are in: " + String.join(", ", names.sites())
                        + ".");
            }
            map.need("fenced", "write how one sees whether the site is shut off");
            WebAccess web = SteeringReader.web(map, "url");
            SteeringReader steering = SteeringReader.of(web);
            return new SitePlan(web, map.find("host").map(names::host), new Switch(steering.needed(map, "fence"),
                    steering.needed(map, "unfence"), steering.question(map, "fenced")));
        });
    }

    MetricsPlan metrics(YamlMap file) {
        return file.find("metrics").map(YamlValue::map).map(map -> {
            MetricsPlan plan = new MetricsPlan(SteeringReader.web(map, "prometheus"),
                    map.eachValue("queries", "query", (name, value) -> query(value)),
                    map.find("baseline").flatMap(SurroundingsReader::age),
                    map.eachValue("baselines", "baseline", (name, value) -> BigDecimal.valueOf(value.number())));
            if (!plan.queries().isEmpty() && plan.web().url().isEmpty()) {
                map.missing(List.of("prometheus"),
                        "Key `prometheus` is missing in `metrics`: the queries are sent there.");
            }
            map.reportUnknownKeys();
            return plan;
        }).orElse(MetricsPlan.NONE);
    }

    private static Query query(YamlValue value) {
        if (!value.isMap()) {
            return new Query(value.text(), "");
        }
        YamlMap map = value.map();
        Query query = new Query(map.need("query", "write what Prometheus is asked").map(YamlValue::text).orElse(""),
                map.text("unit").orElse(""));
        map.reportUnknownKeys();
        return query;
    }

    private static Optional<Duration> age(YamlValue value) {
        Duration age = value.duration();
        if (age.isZero()) {
            value.wrong("A baseline of no time ago is now: expected a duration such as `7d`.");
        }
        return Optional.of(age).filter(duration -> !duration.isZero());
    }
}
