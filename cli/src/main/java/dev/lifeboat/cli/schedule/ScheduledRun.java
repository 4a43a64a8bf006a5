package dev.lifeboat.cli.schedule;

import dev.lifeboat.builtins.yaml.YamlMap;
import dev.lifeboat.builtins.yaml.YamlValue;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.regex.Pattern;

/**
 * A runbook that is due at set times, as the settings of the runbooks have it.
 *
 * @param name       unique among them; timers are called so
 * @param cluster    empty where the inventory has only one
 * @param parameters as one would type them
 */
public record ScheduledRun(String name, Path runbook, Calendar when, Optional<String> cluster,
        SequencedMap<String, String> parameters) {
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9_-]{0,62}");

    /** Reads {@code schedule: {backup-full: {runbook: backup-full.runbook, when: "02:00", parameters: {to: san}}}}. */
    public static List<ScheduledRun> read(Path folder, YamlMap settings) {
        List<Optional<ScheduledRun>> runs = new ArrayList<>();
        settings.each("schedule", "scheduled run", (name, map) -> {
            if (!NAME.matcher(name).matches()) {
                map.wrong("Found `" + name
                        + "`, expected a name of small letters, digits, `-` and `_`: a timer is called so.");
            }
            runs.add(run(folder, name, map));
            return name;
        });
        return runs.stream().flatMap(Optional::stream).toList();
    }

    private static Optional<ScheduledRun> run(Path folder, String name, YamlMap map) {
        Optional<Path> runbook = map.need("runbook", "it is what runs").map(YamlValue::text)
                .filter(text -> !text.isEmpty()).map(folder::resolve);
        Optional<Calendar> when = map.need("when", "it says at what times").flatMap(ScheduledRun::calendar);
        Optional<String> cluster = map.text("cluster");
        SequencedMap<String, String> parameters = map.eachValue("parameters", "parameter",
                (key, value) -> value.text());
        return runbook.flatMap(file -> when.map(time -> new ScheduledRun(name, file, time, cluster, parameters)));
    }

    private static Optional<Calendar> calendar(YamlValue value) {
        Optional<Calendar> calendar = Calendar.parse(value.text());
        if (calendar.isEmpty() && value.isText()) {
            value.wrong("Found `" + value.text() + "`, expected " + Calendar.EXPECTED + ".");
        }
        return calendar;
    }

    /** What is typed to run it. */
    List<String> command(String launcher) {
        List<String> words = new ArrayList<>(List.of(launcher, "run", runbook.toString()));
        cluster.ifPresent(named -> words.addAll(List.of("--cluster", named)));
        parameters.forEach((parameter, value) -> words.addAll(List.of("--param", parameter + "=" + value)));
        words.add("--exit-on-pause");
        return words;
    }
}
