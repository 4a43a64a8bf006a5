package dev.lifeboat.builtins.inventory;

import dev.lifeboat.builtins.inventory.Inventory.Approvals;
import dev.lifeboat.builtins.inventory.Inventory.Environment;
import dev.lifeboat.builtins.inventory.Inventory.Escalation;
import dev.lifeboat.builtins.inventory.Inventory.Level;
import dev.lifeboat.builtins.yaml.YamlFile;
import dev.lifeboat.builtins.yaml.YamlMap;
import dev.lifeboat.builtins.yaml.YamlValue;
import dev.lifeboat.grammar.Parsed;
import dev.lifeboat.grammar.Source;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/** Reads an inventory; what is wrong in the file comes back as diagnostics, all of it at once. */
public final class InventoryReader {
    private static final String LEVEL = "[1-4]";

    private InventoryReader() {}

    public static Parsed<Inventory> read(Source source) {
        return YamlFile.read(source, InventoryReader::inventory);
    }

    private static Inventory inventory(YamlMap file) {
        InventoryNames names = new InventoryNames(file);
        Environment environment = file.need("environment", "write `production`, `staging` or `lab`")
                .map(value -> value.word(Environment.class))
                .orElse(Environment.PRODUCTION);
        SurroundingsReader surroundings = new SurroundingsReader(names);
        SequencedMap<String, ChannelPlan> channels = file.each("channels", "channel", ChannelReader::channel);
        return new Inventory(environment, file.each("clusters", "cluster", new ClusterReader(names)::cluster),
                file.each("hosts", "host", HostReader::host), file.each("logins", "login", SecretReader::login),
                file.eachValue("secrets", "secret", (name, value) -> SecretReader.source(value, "secret")),
                file.each("endpoints", "endpoint", new EndpointReader(names)::endpoint),
                file.each("stores", "store", new StoreReader(names)::store),
                levels(file),
                file.find("approvals").map(InventoryReader::approvals).orElse(new Approvals(false, false)),
                file.find("escalation").map(InventoryReader::escalation).orElse(Escalation.USUAL),
                file.eachValue("roles", "role", names::holders),
                file.each("people", "person", new PersonReader(names, channels)::person), channels,
                file.find("lease").map(value -> LeaseReader.place(value, names)), surroundings.application(file),
                surroundings.sites(file),
                surroundings.metrics(file), file.find("journal").map(value -> LeaseReader.mirror(value, names)));
    }

    private static SequencedMap<Integer, Level> levels(YamlMap file) {
        SequencedMap<Integer, Level> levels = new LinkedHashMap<>();
        file.each("levels", "level", InventoryReader::level).forEach((name, level) -> {
            if (name.matches(LEVEL)) {
                levels.put(Integer.valueOf(name), level);
            }
        });
        return levels;
    }

    private static Level level(String name, YamlMap map) {
        if (!name.matches(LEVEL)) {
            map.wrong("Found level `" + name + "`, expected 1 (full) to 4 (unavailable).");
        }
        return new Level(actions(map, "enter"), actions(map, "leave"));
    }

    private static List<Inventory.Action> actions(YamlMap map, String key) {
        return map.find(key).map(value -> value.list().stream().map(InventoryReader::action).toList())
                .orElse(List.of());
    }

    private static Inventory.Action action(YamlValue value) {
        YamlMap map = value.map();
        Inventory.Action action = new Inventory.Action(map.text("http"), map.text("command"));
        if (action.http().isPresent() == action.command().isPresent()) {
            value.wrong("Expected either `http: POST https://…` or `command: …`.");
        }
        map.reportUnknownKeys();
        return action;
    }

    private static Approvals approvals(YamlValue value) {
        YamlMap map = value.map();
        Approvals approvals = new Approvals(allows(map, "self"), allows(map, "attest"));
        map.reportUnknownKeys();
        return approvals;
    }

    private enum Policy {
        REFUSE, ALLOW
    }

    private static boolean allows(YamlMap map, String key) {
        return map.find(key).map(value -> value.word(Policy.class) == Policy.ALLOW).orElse(false);
    }

    private static Escalation escalation(YamlValue value) {
        YamlMap map = value.map();
        Escalation escalation = new Escalation(
                map.find("acknowledge_within").map(InventoryReader::patience)
                        .orElse(Escalation.USUAL.acknowledgeWithin()),
                map.find("rounds").map(InventoryReader::rounds).orElse(Escalation.USUAL.rounds()));
        map.reportUnknownKeys();
        return escalation;
    }

    private static Duration patience(YamlValue value) {
        Duration patience = value.duration();
        if (patience.isZero()) {
            value.wrong("Nobody can acknowledge within no time: expected a duration such as `5m`.");
        }
        return patience;
    }

    private static int rounds(YamlValue value) {
        long rounds = value.whole();
        if (rounds < 1 || rounds > 10) {
            value.wrong("Found `" + rounds + "`, expected a number of rounds from 1 to 10.");
        }
        return (int) rounds;
    }
}
