package dev.lifeboat.builtins.inventory;

import dev.lifeboat.builtins.inventory.Inventory.Endpoint;
import dev.lifeboat.builtins.inventory.Inventory.Endpoint.Kind;
import dev.lifeboat.builtins.yaml.YamlMap;
import dev.lifeboat.builtins.yaml.YamlValue;
import java.util.Optional;

/** Reads the endpoints of an inventory. */
final class EndpointReader {
    private final InventoryNames names;

    EndpointReader(InventoryNames names) {
        this.names = names;
    }

    Endpoint endpoint(String name, YamlMap map) {
        Optional<Kind> kind = map.need("kind", "write `haproxy` or `file`")
                .flatMap(value -> value.findWord(Kind.class));
        boolean proxy = kind.equals(Optional.of(Kind.HAPROXY));
        return new Endpoint(kind.orElse(Kind.FILE),
                value(map, "socket", proxy, "the path of HAProxy's runtime socket").map(YamlValue::text),
                value(map, "backend", proxy, "the backend's name in HAProxy").map(YamlValue::text),
                value(map, "path", kind.equals(Optional.of(Kind.FILE)),
                        "the file that holds the writable server's address")
                        .map(YamlValue::text),
                value(map, "address", proxy, "write where the application connects, `host:port`")
                        .map(ClusterReader::address),
                map.need("login", "name the application's own login").map(names::login),
                map.eachValue("servers", "server", (server, value) -> value.text()));
    }

    private static Optional<YamlValue> value(YamlMap map, String key, boolean needed, String purpose) {
        return needed ? map.need(key, purpose) : map.find(key);
    }
}
