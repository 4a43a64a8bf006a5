package dev.lifeboat.builtins.inventory;

import dev.lifeboat.builtins.inventory.Inventory.Address;
import dev.lifeboat.builtins.inventory.Inventory.Endpoint;
import dev.lifeboat.builtins.yaml.YamlMap;
import dev.lifeboat.builtins.yaml.YamlValue;
import java.util.List;
import java.util.Optional;

/** Reads the endpoints of an inventory. */
final class EndpointReader {
    private static final List<String> KEYS = List.of("socket", "backend", "path", "server", "resolvers", "zone", "name",
            "ttl", "key", "addresses");
    private final InventoryNames names;

    EndpointReader(InventoryNames names) {
        this.names = names;
    }

    private enum Kind {
        HAPROXY, FILE, DNS
    }

    Endpoint endpoint(String name, YamlMap map) {
        Optional<Kind> kind = map.need("kind", "write `haproxy`, `dns` or `file`")
                .flatMap(value -> value.findWord(Kind.class));
        EndpointPlan plan = kind.map(known -> plan(known, map)).orElseGet(() -> unknown(map));
        return new Endpoint(plan, address(map, kind),
                map.need("login", "name the application's own login").map(names::login),
                map.eachValue("servers", "server", (server, value) -> value.text()));
    }

    private EndpointPlan plan(Kind kind, YamlMap map) {
        return switch (kind) {
            case HAPROXY -> new EndpointPlan.HaProxy(text(map, "socket", "the path of HAProxy's runtime socket"),
                    text(map, "backend", "the backend's name in HAProxy"));
            case FILE -> new EndpointPlan.File(text(map, "path", "the file that holds the writable server's address"));
            case DNS -> new DnsReader(names).plan(map);
        };
    }

    /** Which keys it needs can't be told: each has a meaning. */
    private static EndpointPlan unknown(YamlMap map) {
        KEYS.forEach(map::find);
        return new EndpointPlan.File("");
    }

    /** A file names the address itself. */
    private static Optional<Address> address(YamlMap map, Optional<Kind> kind) {
        Optional<YamlValue> value = kind.isEmpty() || kind.equals(Optional.of(Kind.FILE))
                ? map.find("address")
                : map.need("address", "write where the application connects, `host:port`");
        return value.map(ClusterReader::address);
    }

    static String text(YamlMap map, String key, String purpose) {
        return map.need(key, purpose).map(YamlValue::text).orElse("");
    }
}
