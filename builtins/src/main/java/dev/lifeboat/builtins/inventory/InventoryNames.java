package dev.lifeboat.builtins.inventory;

import dev.lifeboat.builtins.yaml.YamlMap;
import dev.lifeboat.builtins.yaml.YamlValue;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The names that an inventory defines, gathered first, so that a reference to one it does not define is an error where it stands. */
final class InventoryNames {
    private final Set<String> hosts;
    private final Set<String> logins;
    private final Set<String> people;
    private final Set<String> channels;
    private final Set<String> secrets;
    private final Set<String> stores;
    private final Set<String> tapes;
    private final Set<String> servers = new LinkedHashSet<>();
    private final Set<String> sites = new LinkedHashSet<>();
    private final Set<String> claimed = new HashSet<>();

    InventoryNames(YamlMap file) {
        hosts = keys(file, "hosts");
        logins = keys(file, "logins");
        people = keys(file, "people");
        channels = keys(file, "channels");
        secrets = keys(file, "secrets");
        stores = keys(file, "stores");
        tapes = tapes(file);
        file.find("clusters").filter(YamlValue::isMap).map(YamlValue::map)
                .ifPresent(clusters -> clusters.names().forEach(name -> clusters.find(name).filter(YamlValue::isMap)
                        .map(YamlValue::map).ifPresent(this::gather)));
    }

    private void gather(YamlMap cluster) {
        servers.addAll(keys(cluster, "servers"));
        servers.addAll(keys(cluster, "spares"));
        gatherSites(cluster);
    }

    private void gatherSites(YamlMap cluster) {
        cluster.find("servers").filter(YamlValue::isMap).map(YamlValue::map)
                .ifPresent(all -> all.names().forEach(name -> all.find(name).filter(YamlValue::isMap)
                        .map(YamlValue::map)
                        .ifPresent(server -> sites.add(server.find("site").filter(YamlValue::isText)
                                .map(YamlValue::text).orElse(ClusterReader.USUAL_SITE)))));
    }

    /** Where the servers of the clusters are. */
    Set<String> sites() {
        return sites;
    }

    private static Set<String> keys(YamlMap map, String key) {
        return map.find(key).filter(YamlValue::isMap).map(value -> value.map().names())
                .<Set<String>>map(LinkedHashSet::new).orElse(Set.of());
    }

    private static Set<String> tapes(YamlMap file) {
        return keys(file, "stores").stream().filter(name -> kind(file.find("stores").get().map(), name)
                .equals(Optional.of("tape"))).collect(Collectors.toSet());
    }

    private static Optional<String> kind(YamlMap stores, String name) {
        return stores.find(name).filter(YamlValue::isMap).flatMap(store -> store.map().find("kind"))
                .filter(YamlValue::isText).map(YamlValue::text);
    }

    String host(YamlValue value) {
        return known(value, "host", hosts);
    }

    String login(YamlValue value) {
        return known(value, "login", logins);
    }

    String secret(YamlValue value) {
        return known(value, "secret", secrets);
    }

    String store(YamlValue value) {
        return known(value, "store", stores);
    }

    /** One that is there whenever it is needed, as a tape is not. @param what is to lie there: {@code Leases} */
    String standingStore(YamlValue value, String what) {
        String store = store(value);
        if (tapes.contains(store)) {
            value.wrong(
                    what + " can't lie in store `" + store + "`: a tape is not in at all times, and another may be.",
                    "Name a bucket, or a folder that several machines have.");
        }
        return store;
    }

    /** Servers are called by their names alone, in whatever cluster they are. */
    void claim(String server, YamlMap map) {
        if (!claimed.add(server)) {
            map.wrong("Another server is called `" + server + "` as well: each name stands for one server.");
        }
    }

    String server(YamlValue value) {
        return known(value, "server", servers);
    }

    /** @param name a key, of which {@code value} is the value */
    void server(String name, YamlValue value) {
        if (!servers.contains(name)) {
            value.unknown("server", name, servers);
        }
    }

    List<String> channels(YamlValue value) {
        return value.list().stream().map(item -> known(item, "channel", channels)).toList();
    }

    void channel(String name, YamlValue value) {
        if (!channels.contains(name)) {
            value.unknown("channel", name, channels);
        }
    }

    List<String> holders(String role, YamlValue value) {
        return value.list().stream().map(item -> known(item, "person", people)).toList();
    }

    private static String known(YamlValue value, String kind, Collection<String> names) {
        String name = value.text();
        if (!names.contains(name)) {
            value.unknown(kind, name, names);
        }
        return name;
    }
}
