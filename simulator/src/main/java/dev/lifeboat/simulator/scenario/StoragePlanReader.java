package dev.lifeboat.simulator.scenario;

import dev.lifeboat.builtins.yaml.YamlMap;
import dev.lifeboat.builtins.yaml.YamlValue;
import dev.lifeboat.simulator.scenario.StoragePlan.BackupPlan;
import dev.lifeboat.simulator.scenario.StoragePlan.LogsPlan;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code size: 40GB}, {@code backups: [{store: san, server: db2, ago: 9h}]} and {@code archived_logs: [{store: san, server: db1, at: 10m}]}. */
final class StoragePlanReader {
    private static final Pattern SIZE = Pattern.compile("(\\d{1,6}(?:\\.\\d{1,3})?)(KB|MB|GB|TB)");
    private static final Map<String, Double> UNITS = Map.of("KB", 1e3, "MB", 1e6, "GB", 1e9, "TB", 1e12);
    private final Names names;

    StoragePlanReader(Names names) {
        this.names = names;
    }

    StoragePlan read(YamlMap file) {
        return new StoragePlan(file.find("size").map(StoragePlanReader::size).orElse(0L),
                each(file, "backups", this::backup), each(file, "archived_logs", this::logs));
    }

    private static <T> List<T> each(YamlMap file, String key, Function<YamlMap, T> shape) {
        return file.find(key).map(YamlValue::list).orElse(List.of()).stream().map(item -> {
            YamlMap map = item.map();
            T read = shape.apply(map);
            map.reportUnknownKeys();
            return read;
        }).toList();
    }

    private BackupPlan backup(YamlMap map) {
        Duration ago = map.find("ago").map(YamlValue::duration).map(Duration::negated).orElse(Duration.ZERO);
        Duration moment = map.find("at").map(ScenarioReader::length).orElse(ago);
        if (map.find("ago").isPresent() == map.find("at").isPresent()) {
            map.wrong("Expected one moment of a backup: `ago: 9h`, before the story begins, or `at: 20m`, in it.");
        }
        return new BackupPlan(store(map), server(map), moment,
                map.find("verified").map(YamlValue::truth).orElse(true),
                map.find("rehearsed").map(YamlValue::truth).orElse(false));
    }

    private LogsPlan logs(YamlMap map) {
        return new LogsPlan(store(map), server(map), map.need("at", "until then its logs are archived")
                .map(ScenarioReader::length).orElse(Duration.ZERO));
    }

    private String store(YamlMap map) {
        return map.need("store", "it lies there").map(names::store).orElse("");
    }

    private String server(YamlMap map) {
        return map.need("server", "it comes from there").map(names::server).orElse("");
    }

    private static long size(YamlValue value) {
        Matcher size = SIZE.matcher(value.text());
        if (!size.matches()) {
            value.unexpected(value.text(), "a size such as `40GB`");
            return 0;
        }
        return (long) (Double.parseDouble(size.group(1)) * UNITS.get(size.group(2)));
    }
}
