package dev.lifeboat.builtins.inventory;

import dev.lifeboat.builtins.inventory.EndpointPlan.Algorithm;
import dev.lifeboat.builtins.inventory.EndpointPlan.Key;
import dev.lifeboat.builtins.inventory.Inventory.Address;
import dev.lifeboat.builtins.inventory.Inventory.SecretSource;
import dev.lifeboat.builtins.yaml.YamlMap;
import dev.lifeboat.builtins.yaml.YamlValue;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import java.util.regex.Pattern;

/** Reads an endpoint that is a name in DNS. */
final class DnsReader {
    private static final int PORT = 53;
    private static final Duration TTL = Duration.ofSeconds(30);
    private static final Duration LONGEST = Duration.ofHours(1);
    private static final Pattern NAME = Pattern
            .compile("[A-Za-z0-9_]([A-Za-z0-9_-]*[A-Za-z0-9_])?(\\.[A-Za-z0-9_]([A-Za-z0-9_-]*[A-Za-z0-9_])?)*\\.?");
    private static final Pattern ADDRESS = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:-]*");
    private final InventoryNames names;

    DnsReader(InventoryNames names) {
        this.names = names;
    }

    EndpointPlan plan(YamlMap map) {
        Address server = map.need("server", "write the authoritative name server, `host:port`")
                .map(value -> ClusterReader.address(value, PORT)).orElse(new Address("", PORT));
        String zone = map.need("zone", "write the zone that is updated").map(DnsReader::name).orElse("");
        String name = map.need("name", "write the name that leads to the server").map(value -> inZone(value, zone))
                .orElse("");
        return new EndpointPlan.Dns(server,
                map.find("resolvers").map(value -> value.list().stream()
                        .map(resolver -> ClusterReader.address(resolver, PORT)).toList()).orElse(List.of()),
                zone, name, map.find("ttl").map(DnsReader::ttl).orElse(TTL), key(map), addresses(map));
    }

    private SequencedMap<String, String> addresses(YamlMap map) {
        map.need("addresses", "write each server's IP address, or its name for a CNAME");
        return map.eachValue("addresses", "server", (server, value) -> {
            names.server(server, value);
            String text = value.text();
            if (!ADDRESS.matcher(text).matches()) {
                value.unexpected(text, "an IP address, or a name for a CNAME");
            }
            return text;
        });
    }

    private static String inZone(YamlValue value, String zone) {
        String name = name(value);
        if (!absolute(name).endsWith("." + absolute(zone))) {
            value.wrong("`" + name + "` is not in zone `" + zone + "`.");
        }
        return name;
    }

    private static String absolute(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".") ? lower : lower + ".";
    }

    private static String name(YamlValue value) {
        String text = value.text();
        if (!NAME.matcher(text).matches()) {
            value.unexpected(text, "a name in DNS such as `orders-db.example.net`");
        }
        return text;
    }

    /** An hour is too long for a failover already. */
    private static Duration ttl(YamlValue value) {
        Duration ttl = value.duration();
        if (ttl.compareTo(Duration.ofSeconds(1)) < 0 || ttl.compareTo(LONGEST) > 0) {
            value.wrong("Found `" + value.text() + "`, expected a time to live from `1s` to `1h`.",
                    "A client may keep the old address that long: 30 seconds are usual.");
            return TTL;
        }
        return ttl;
    }

    private static Key key(YamlMap map) {
        return map.need("key", "write `{name: …, secret: {file: path}}`: an update has to be signed")
                .map(YamlValue::map).map(key -> {
                    Key read = new Key(key.need("name", "write the key's name on the name server")
                            .map(DnsReader::name).orElse(""),
                            key.find("algorithm").map(DnsReader::algorithm).orElse(Algorithm.HMAC_SHA256),
                            key.need("secret", "write `{env: NAME}` or `{file: path}`")
                                    .map(value -> SecretReader.source(value, "secret"))
                                    .orElse(new SecretSource.FromPrompt("")));
                    key.reportUnknownKeys();
                    return read;
                }).orElse(new Key("", Algorithm.HMAC_SHA256, new SecretSource.FromPrompt("")));
    }

    /** Written as name servers do, {@code hmac-sha256}. */
    private static Algorithm algorithm(YamlValue value) {
        String text = value.text();
        for (Algorithm algorithm : Algorithm.values()) {
            if (algorithm.name().equalsIgnoreCase(text.replace('-', '_'))) {
                return algorithm;
            }
        }
        value.unexpected(text, "`hmac-sha256`, `hmac-sha384` or `hmac-sha512`");
        return Algorithm.HMAC_SHA256;
    }
}
