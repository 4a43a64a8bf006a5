package dev.lifeboat.simulator.scenario;

import dev.lifeboat.builtins.yaml.YamlMap;
import dev.lifeboat.builtins.yaml.YamlValue;
import dev.lifeboat.simulator.model.ReceiverSettings;
import java.time.Duration;
import java.util.List;
import java.util.SequencedMap;

/** Reads how the servers of a scenario are set up. */
final class ServerPlanReader {
    private final Names names;

    ServerPlanReader(Names names) {
        this.names = names;
    }

    SequencedMap<String, ServerPlan> read(YamlMap file) {
        return file.eachValue("servers", "server", (name, value) -> {
            names.server(name, value);
            YamlMap map = value.map();
            ServerPlan plan = plan(map);
            map.reportUnknownKeys();
            return plan;
        });
    }

    private static ServerPlan plan(YamlMap map) {
        ServerPlan usual = ServerPlan.USUAL;
        return new ServerPlan(receiving(map), duration(map, "apply_lag", usual.applyLag()),
                map.find("applies_per_second").map(ScenarioReader::rate)
                        .map(rate -> Duration.ofNanos((long) (1_000_000_000 / rate)))
                        .orElse(usual.applyEach()),
                map.find("option_file_read_only").map(YamlValue::truth).orElse(true),
                map.find("persisted_read_only").map(YamlValue::truth),
                map.find("relay_log_recovery").map(YamlValue::truth).orElse(false),
                map.find("skip_replica_start").map(YamlValue::truth).orElse(false), defined(map),
                map.find("semi_sync").map(YamlValue::duration));
    }

    private static DefinedPlan defined(YamlMap map) {
        return new DefinedPlan(texts(map, "lacks_accounts"), texts(map, "events_disabled"),
                map.eachValue("variables", "system variable", (name, value) -> value.text()));
    }

    private static List<String> texts(YamlMap map, String key) {
        return map.find(key).map(value -> value.list().stream().map(YamlValue::text).toList()).orElse(List.of());
    }

    private static ReceiverSettings receiving(YamlMap map) {
        ReceiverSettings usual = ReceiverSettings.DEFAULTS;
        return new ReceiverSettings(duration(map, "lag", usual.lag()), positive(map, "net_timeout", usual.netTimeout()),
                positive(map, "heartbeat_period", usual.heartbeatPeriod()),
                positive(map, "connect_retry", usual.connectRetry()),
                map.find("retry_count").map(ServerPlanReader::count).orElse(usual.retryCount()));
    }

    private static int count(YamlValue value) {
        long count = value.whole();
        if (count < 1 || count > Integer.MAX_VALUE) {
            value.wrong("Found `" + value.text() + "`, expected a number of attempts, at least 1.");
            return 1;
        }
        return (int) count;
    }

    private static Duration duration(YamlMap map, String key, Duration usual) {
        return map.find(key).map(YamlValue::duration).orElse(usual);
    }

    private static Duration positive(YamlMap map, String key, Duration usual) {
        return map.find(key).map(value -> {
            Duration duration = value.duration();
            if (duration.isZero()) {
                value.wrong("Found `" + value.text() + "`, expected more than nothing for `" + key + "`.");
                return usual;
            }
            return duration;
        }).orElse(usual);
    }
}
