package dev.lifeboat.simulator.scenario;

import dev.lifeboat.builtins.inventory.Inventory;
import dev.lifeboat.builtins.yaml.YamlMap;
import dev.lifeboat.builtins.yaml.YamlValue;
import dev.lifeboat.simulator.model.Network;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The names that a scenario can use: those of its inventory. Whatever else it names is reported, with the nearest that there is. */
final class Names {
    /** Whoever sits before a run. */
    static final String OPERATOR = "operator";

    private final Inventory inventory;

    Names(Inventory inventory) {
        this.inventory = inventory;
    }

    String server(YamlValue value) {
        return known(value, "server", value.text(), servers());
    }

    void server(String name, YamlValue value) {
        known(value, "server", name, servers());
    }

    String store(YamlValue value) {
        return known(value, "store", value.text(), inventory.stores().keySet());
    }

    String endpoint(YamlValue value) {
        return known(value, "endpoint", value.text(), inventory.endpoints().keySet());
    }

    void endpoint(String name, YamlValue value) {
        known(value, "endpoint", name, inventory.endpoints().keySet());
    }

    /** A host, or all hosts of a site. */
    List<String> hosts(YamlValue value) {
        List<String> ofSite = hostsOf(value.text());
        return ofSite.isEmpty()
                ? List.of(known(value, "host or site", value.text(),
                        Stream.concat(inventory.hosts().keySet().stream(), sites()).toList()))
                : ofSite;
    }

    private List<String> hostsOf(String site) {
        return inventory.hosts().containsKey(site)
                ? List.of()
                : declared().filter(server -> server.site().equals(site)).flatMap(server -> server.host().stream())
                        .distinct().toList();
    }

    void host(String name, YamlValue value) {
        known(value, "host", name, inventory.hosts().keySet());
    }

    void site(String name, YamlMap entry) {
        if (!inventory.isSite(name)) {
            entry.wrong("No server of the inventory is in site `" + name + "`.");
        }
    }

    /** Somebody who can be asked: a role, a person, or the operator. */
    void somebody(String name, YamlValue value) {
        known(value, "role or person", name, Stream.of(inventory.roles().keySet().stream(),
                inventory.people().keySet().stream(), Stream.of(OPERATOR)).flatMap(names -> names).toList());
    }

    /** A role that is called, or {@link Saying#ANY}. */
    String roleOrAny(YamlValue value) {
        return known(value, "role", value.text(),
                Stream.concat(inventory.roles().keySet().stream(), Stream.of(Saying.ANY)).toList());
    }

    /** Whoever can be cut off from others; of a site, its servers and their hosts. */
    List<String> vantagePoints(YamlValue value) {
        List<String> all = vantagePoints();
        if (all.contains(value.text()) || sites().noneMatch(value.text()::equals)) {
            return List.of(known(value, "server, host, endpoint, witness or site", value.text(),
                    Stream.concat(all.stream(), sites()).toList()));
        }
        return Stream.concat(each().filter(server -> server.getValue().site().equals(value.text()))
                .map(Map.Entry::getKey), hostsOf(value.text()).stream()).toList();
    }

    List<String> allBut(List<String> these) {
        return vantagePoints().stream().filter(name -> !these.contains(name)).toList();
    }

    private List<String> vantagePoints() {
        return Stream.of(servers().stream(), inventory.hosts().keySet().stream(),
                inventory.endpoints().keySet().stream(),
                inventory.clusters().values().stream().flatMap(cluster -> cluster.witnesses().stream()),
                Stream.of(Network.LIFEBOAT, Network.APPLICATION)).flatMap(names -> names).distinct().toList();
    }

    private Stream<String> sites() {
        return declared().map(Inventory.Server::site).filter(site -> !site.isEmpty()).distinct();
    }

    private List<String> servers() {
        return each().map(Map.Entry::getKey).toList();
    }

    private Stream<Inventory.Server> declared() {
        return each().map(Map.Entry::getValue);
    }

    private Stream<Map.Entry<String, Inventory.Server>> each() {
        return inventory.clusters().values().stream().flatMap(
                cluster -> Stream.of(cluster.servers(), cluster.spares()).flatMap(all -> all.entrySet().stream()));
    }

    private static String known(YamlValue value, String kind, String name, Collection<String> names) {
        if (!names.contains(name)) {
            value.unknown(kind, name, names);
        }
        return name;
    }
}
