package dev.lifeboat.builtins.yaml;

import dev.lifeboat.grammar.Hint;
import dev.lifeboat.grammar.Nearest;
import dev.lifeboat.grammar.Span;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** Keys with values in a YAML file. Remembers which keys were asked for: the others have no meaning. */
public final class YamlMap {
    private final YamlFile file;
    private final String what;
    private final Span span;
    private final SequencedMap<String, Node> values = new LinkedHashMap<>();
    private final SequencedMap<String, Node> keys = new LinkedHashMap<>();
    private final SequencedSet<String> asked = new LinkedHashSet<>();
    private final List<Missing> missing = new ArrayList<>();

    /** Keys of which one has to be there. */
    private record Missing(Collection<String> keys, String message) {}

    private YamlMap(YamlFile file, Span span, String what) {
        this.file = file;
        this.what = what;
        this.span = span;
    }

    static YamlMap of(YamlFile file, Node node, String what) {
        YamlMap map = new YamlMap(file, file.span(node), what);
        if (node instanceof MappingNode mapping) {
            file.opened(map);
            mapping.getValue().forEach(map::add);
        } else {
            file.report(YamlCode.WRONG_VALUE, "Expected keys with values for " + what + ".", map.span,
                    Optional.empty());
        }
        return map;
    }

    private void add(NodeTuple entry) {
        if (entry.getKeyNode() instanceof ScalarNode key && YamlFile.isLegible(key.getValue())) {
            values.put(key.getValue(), entry.getValueNode());
            Node first = keys.putIfAbsent(key.getValue(), key);
            if (first != null) {
                file.report(YamlCode.WRONG_VALUE, "Key `" + key.getValue() + "` stands in " + what + " twice.",
                        file.span(key),
                        Optional.of(Hint.of("The first one is in line " + file.span(first).line() + ".")));
            }
        } else {
            file.report(YamlCode.WRONG_VALUE, "A key has to be a text of characters that show themselves.",
                    file.span(entry.getKeyNode()),
                    Optional.empty());
        }
    }

    public Span span() {
        return span;
    }

    /** Reports that this map does not fit; {@code message} is a full sentence. */
    public void wrong(String message) {
        file.report(YamlCode.WRONG_VALUE, message, span, Optional.empty());
    }

    public Optional<YamlValue> find(String key) {
        asked.add(key);
        return Optional.ofNullable(values.get(key))
                .map(node -> new YamlValue(file, node, file.span(keys.get(key)), "`" + key + "` of " + what));
    }

    public Optional<String> text(String key) {
        return find(key).map(YamlValue::text);
    }

    /** A key that has to be there; {@code purpose} ends the message: "Key `owner` is missing in …: " + purpose. */
    public Optional<YamlValue> need(String key, String purpose) {
        Optional<YamlValue> value = find(key);
        if (value.isEmpty()) {
            missing.add(new Missing(List.of(key), "Key `" + key + "` is missing in " + what + ": " + purpose + "."));
        }
        return value;
    }

    /** Reports that none of these keys is there; {@code message} is a full sentence. */
    public void missing(Collection<String> oneOf, String message) {
        missing.add(new Missing(oneOf, message));
    }

    /** The entries of a map below this one, read one by one, in the order of the file; empty where the key is not there. */
    public <T> SequencedMap<String, T> each(String key, String kind, BiFunction<String, YamlMap, T> shape) {
        return eachValue(key, kind, (name, value) -> {
            YamlMap entry = value.map();
            T result = shape.apply(name, entry);
            entry.reportUnknownKeys();
            return result;
        });
    }

    /** As {@link #each}, for entries that are not maps. */
    public <T> SequencedMap<String, T> eachValue(String key, String kind, BiFunction<String, YamlValue, T> shape) {
        SequencedMap<String, T> result = new LinkedHashMap<>();
        find(key).map(YamlValue::map).ifPresent(map -> map.values.forEach((name, node) -> {
            map.asked.add(name);
            result.put(name, shape.apply(name,
                    new YamlValue(file, node, file.span(map.keys.get(name)), kind + " `" + name + "`")));
        }));
        return result;
    }

    /** Names of all keys, in the order of the file. */
    public List<String> names() {
        return List.copyOf(values.sequencedKeySet());
    }

    /** The texts of all keys that were not asked for: settings that only a later reader understands. One that is a slip of a missing key is not among them. */
    public SequencedMap<String, String> rest() {
        SequencedMap<String, String> rest = new LinkedHashMap<>();
        unknown().filter(name -> missing.stream().noneMatch(key -> Nearest.to(name, key.keys()).isPresent())).toList()
                .forEach(name -> find(name).ifPresent(value -> rest.put(name, value.text())));
        return rest;
    }

    private Stream<String> unknown() {
        return names().stream().filter(name -> !asked.contains(name));
    }

    /** Reports each key that nobody asked for. To be called when everything known has been taken. */
    public void reportUnknownKeys() {
        unknown().forEach(name -> file.report(YamlCode.UNKNOWN_KEY,
                "Key `" + name + "` has no meaning in " + what + ".", file.span(keys.get(name)),
                Nearest.hint(name, asked)
                        .or(() -> Optional.of(Hint.of("Known are: " + String.join(", ", asked) + ".")))));
    }

    /** Reports each key that is missing, but for one that is there with a slip: that has been reported. */
    void reportMissingKeys() {
        Set<String> meant = unknown().flatMap(name -> Nearest.to(name, asked).stream()).collect(Collectors.toSet());
        missing.stream().filter(key -> key.keys().stream().noneMatch(meant::contains))
                .forEach(key -> file.report(YamlCode.MISSING_KEY, key.message(), span, Optional.empty()));
    }
}
