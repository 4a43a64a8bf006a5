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
        Kind kind = map.need("kind", "write `haproxy` or `file`").map(value -> value.word(Kind.class))
                .orElse(Kind.FILE);
        return new Endpoint(kind, needed(map, "socket", kind == Kind.HAPROXY, "the path of HAProxy's runtime socket"),
                needed(map, "backend", kind == Kind.HAPROXY, "the backend's name in HAProxy"),
                needed(map, "path", kind == Kind.FILE, "the file that holds the writable server's address"),
                map.find("address").map(ClusterReader::address), map.find("login").map(names::login),
                map.eachValue("servers", "server", (server, value) -> value.text()));
    }

    private static Optional<String> needed(YamlMap map, String key, boolean here, String purpose) {
        return here ? map.need(key, purpose).map(YamlValue::text) : map.text(key);
    }
}
