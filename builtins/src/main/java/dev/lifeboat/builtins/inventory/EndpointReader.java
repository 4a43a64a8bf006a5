package dev.lifeboat.builtins.inventory;

import dev.lifeboat.builtins.inventory.Inventory.Address;
import dev.lifeboat.builtins.inventory.Inventory.Endpoint;
import dev.lifeboat.builtins.yaml.YamlMap;
import dev.lifeboat.builtins.yaml.YamlValue;
import java.util.List;
import java.util.Optional;

/** Reads the endpoints of an inventory. */
final class EndpointReader {
    private static final int ADMIN_PORT = 6032;
    private static final List<String> KEYS = List.of("socket", "backend", "path", "server", "resolvers", "zone", "name",
            "ttl", "key", "addresses", "admin", "admin_login", "hostgroup", "host", "target", "switch", "remove",
            "drain");
    private final InventoryNames names;

    EndpointReader(InventoryNames names) {
        this.names = names;
    }

    private enum Kind {
        HAPROXY, PROXYSQL, DNS, FILE, COMMAND
    }

    Endpoint endpoint(String name, YamlMap map) {
        Optional<Kind> kind = map.need("kind", "write `haproxy`, `proxysql`, `dns`, `file` or `command`")
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
            case PROXYSQL -> new EndpointPlan.ProxySql(
                    map.need("admin", "write ProxySQL's admin interface, `host:port`")
                            .map(value -> ClusterReader.address(value, ADMIN_PORT)).orElse(new Address("", ADMIN_PORT)),
                    map.need("admin_login", "name the login of its admin interface").map(names::login).orElse(""),
                    map.need("hostgroup", "write the number of the hostgroup that takes the writes")
                            .map(EndpointReader::hostgroup).orElse(0));
            case COMMAND -> new EndpointPlan.Command(map.find("host").map(names::host),
                    text(map, "target", "the command that prints which server it leads to"),
                    map.need("switch", "the command that sends it to `${server}`").map(EndpointReader::ofServer)
                            .orElse(""),
                    map.find("remove").map(EndpointReader::ofServer), map.text("drain"));
        };
    }

    private static int hostgroup(YamlValue value) {
        long number = value.whole();
        if (number < 0 || number > Integer.MAX_VALUE) {
            value.wrong("Found `" + value.text() + "`, expected the number of a hostgroup.");
        }
        return (int) number;
    }

    /** A command that does not say which server would do the same for each. */
    private static String ofServer(YamlValue value) {
        String command = value.text();
        if (!command.contains(EndpointPlan.SERVER)) {
            value.wrong("The command has no `${server}`: it has to say which server is meant.");
        }
        return command;
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
