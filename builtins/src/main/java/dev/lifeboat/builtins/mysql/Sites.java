package dev.lifeboat.builtins.mysql;

import dev.lifeboat.builtins.inventory.Inventory;
import dev.lifeboat.interpreter.value.Type;
import dev.lifeboat.interpreter.value.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/** The sites of a cluster by their names, as {@code cluster.sites} has them: one field for each, of which only an inventory knows the names. */
public final class Sites {
    private static final String TYPE = "sites";

    private Sites() {}

    /** In the order in which the inventory's servers are in them. */
    public static List<String> names(Inventory.Cluster cluster) {
        return cluster.servers().values().stream().map(Inventory.Server::site).distinct().toList();
    }

    static List<String> servers(Inventory.Cluster cluster, String site) {
        return cluster.primaryFirst().stream().filter(server -> cluster.servers().get(server).site().equals(site))
                .toList();
    }

    /** As the fields of {@code cluster.sites}. */
    public static Value of(Inventory.Cluster cluster) {
        SequencedMap<String, Value> sites = new LinkedHashMap<>();
        names(cluster).forEach(name -> sites.put(field(name), site(cluster, name)));
        return new Value.Fields(TYPE, sites);
    }

    /** Where the primary is. */
    public static Value primarySite(Inventory.Cluster cluster) {
        return site(cluster, cluster.servers().get(cluster.primary()).site());
    }

    /** The value of what {@link Site} is to the builtins. */
    private static Value site(Inventory.Cluster cluster, String name) {
        SequencedMap<String, Value> fields = new LinkedHashMap<>();
        fields.put("name", new Value.Text(name));
        fields.put("servers", new Value.Listing(
                servers(cluster, name).stream().<Value>map(server -> new Value.Handle("server", server)).toList()));
        return new Value.Fields("site", fields);
    }

    /** The sites of all clusters; unknown where the inventory has no cluster, so that anything goes. */
    public static Type type(Inventory inventory, Type site) {
        SequencedMap<String, Type> fields = new LinkedHashMap<>();
        inventory.clusters().values().stream().flatMap(cluster -> names(cluster).stream())
                .forEach(name -> fields.put(field(name), site));
        return fields.isEmpty() ? Type.UNKNOWN : new Type.RecordOf(TYPE, fields);
    }

    /** A runbook writes {@code dc_1} for the site {@code dc-1}. */
    private static String field(String name) {
        return name.replaceAll("[^A-Za-z0-9_]", "_");
    }
}
