package dev.lifeboat.builtins.inventory;

import dev.lifeboat.builtins.inventory.Inventory.Address;
import dev.lifeboat.builtins.inventory.Inventory.Cluster;
import dev.lifeboat.builtins.inventory.Inventory.Promote;
import dev.lifeboat.builtins.inventory.Inventory.Server;
import dev.lifeboat.builtins.yaml.YamlMap;
import dev.lifeboat.builtins.yaml.YamlValue;
import java.time.Duration;
import java.util.List;
import java.util.SequencedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the clusters of an inventory, with their servers. */
final class ClusterReader {
    /** Where a server is of which the inventory does not say. */
    static final String USUAL_SITE = "main";
    private static final int MYSQL_PORT = 3306;
    private static final int LAST_PORT = 65_535;
    private static final Pattern ADDRESS = Pattern
            .compile("([A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?|\\[[0-9A-Fa-f:.]+])(?::(\\d{1,5}))?");
    private final InventoryNames names;

    ClusterReader(InventoryNames names) {
        this.names = names;
    }

    Cluster cluster(String name, YamlMap map) {
        SequencedMap<String, Server> servers = map.each("servers", "server", this::server);
        String primary = map.need("primary", "name the server that is the primary now")
                .map(value -> primary(value, servers)).orElse("");
        return new Cluster(primary, servers, map.each("spares", "spare", this::server),
                map.find("witnesses").map(value -> value.list().stream().map(names::host).toList()).orElse(List.of()),
                map.find("replication").map(names::login).orElse("replication"),
                map.find("failover").flatMap(failover -> failover.map().find("again_after")).map(YamlValue::duration)
                        .orElse(Cluster.AGAIN_AFTER));
    }

    private static String primary(YamlValue value, SequencedMap<String, Server> servers) {
        String primary = value.text();
        if (!servers.containsKey(primary)) {
            value.unknown("server", primary, servers.keySet());
        }
        return primary;
    }

    private Server server(String name, YamlMap map) {
        names.claim(name, map);
        Address address = map.need("address", "write `host:port`").map(ClusterReader::address)
                .orElse(new Address("", MYSQL_PORT));
        return new Server(address, map.find("admin").map(ClusterReader::address), map.text("site").orElse(USUAL_SITE),
                map.need("login", "name one of `logins`").map(names::login).orElse(""),
                map.find("host").map(names::host),
                map.find("promote").map(value -> value.word(Promote.class)).orElse(Promote.NEUTRAL),
                map.find("delay").map(YamlValue::duration).orElse(Duration.ZERO), map.text("binary_logs"));
    }

    /** {@code host:port}; IPv6 in brackets. Without a port it is MySQL's. */
    static Address address(YamlValue value) {
        return address(value, MYSQL_PORT);
    }

    static Address address(YamlValue value, int usualPort) {
        String text = value.text();
        Matcher parts = ADDRESS.matcher(text);
        int port = parts.matches() && parts.group(2) != null ? Integer.parseInt(parts.group(2)) : usualPort;
        if (!parts.matches() || port == 0 || port > LAST_PORT) {
            value.unexpected(text,
                    "an address such as `db1.example.net:" + usualPort + "` or `[2001:db8::1]:" + usualPort + "`");
            return new Address(text, usualPort);
        }
        return new Address(parts.group(1), port);
    }
}
