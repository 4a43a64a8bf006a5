package dev.lifeboat.builtins;

import dev.lifeboat.builtins.inventory.Inventory;
import dev.lifeboat.builtins.mysql.Cluster;
import dev.lifeboat.builtins.mysql.Site;
import dev.lifeboat.builtins.mysql.Sites;
import dev.lifeboat.interpreter.builtin.Doc;
import dev.lifeboat.interpreter.builtin.JavaTypes;
import dev.lifeboat.interpreter.value.Type;
import dev.lifeboat.interpreter.value.Value;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/** The names that every runbook knows without declaring them: their types, and the values of those that come from the inventory. */
public final class ImplicitNames {
    private static final String COMMANDER = "incident_commander";
    private static final String TEAM = "database_team";

    private ImplicitNames() {}

    static SequencedMap<String, Type> types(JavaTypes java, Inventory inventory) {
        SequencedMap<String, Type> types = new LinkedHashMap<>();
        types.put("cluster", withSites(java, inventory));
        types.put("rto", Type.DURATION);
        types.put("rpo", Type.DURATION);
        types.put("run", java.typeOf(Run.class));
        types.put("incident", java.typeOf(Incident.class));
        return types;
    }

    /** Which sites there are only the inventory knows. */
    private static Type withSites(JavaTypes java, Inventory inventory) {
        Type.RecordOf cluster = (Type.RecordOf) java.typeOf(Cluster.class);
        SequencedMap<String, Type> fields = new LinkedHashMap<>(cluster.fields());
        fields.put("sites", Sites.type(inventory, java.typeOf(Site.class)));
        return new Type.RecordOf(cluster.name(), fields);
    }

    /** What a runbook sees of the run; the run itself fills it. */
    @Doc("The run itself.")
    private record Run(@Doc("Its name, as in the name of its journal.") String id,
            @Doc("When it began.") Instant started,
            @Doc("Who started it.") String operator,
            @Doc("Whether it is a dry run: nothing real is touched.") boolean simulated) {}

    /** What a runbook sees of the incident; the run fills it, and the inventory says who is in it. */
    @Doc("What the run is about: since when, how bad, what was done; above all for templates.")
    private record Incident(@Doc("Since when it has lasted.") Instant started,
            @Doc("How long it has lasted.") Duration elapsed,
            @Doc("The service level, 1 (full) to 4 (unavailable).") long level,
            @Doc("What is affected, as `service level` says it.") String affected,
            @Doc("The titles of the steps that have succeeded.") List<String> actions,
            @Doc("When customers are told next.") Optional<Instant> nextUpdate,
            @Doc("Who leads it: the first holder of `@incident_commander`.") String commander,
            @Doc("Who works on it: the holders of `@database_team`.") List<String> team) {}

    /**
     * What the inventory says of {@code cluster} and of {@code incident}; the run adds the rest.
     *
     * @param cluster which cluster of the inventory the run is about
     */
    public static SequencedMap<String, Value> of(Inventory inventory, String cluster) {
        SequencedMap<String, Value> names = new LinkedHashMap<>();
        names.put("cluster", cluster(cluster, inventory.clusters().get(cluster)));
        names.put("incident", incident(inventory));
        return names;
    }

    /** The value of what {@link Cluster} is to the builtins: field for field the same. */
    private static Value cluster(String name, Inventory.Cluster cluster) {
        SequencedMap<String, Value> fields = new LinkedHashMap<>();
        fields.put("name", new Value.Text(name));
        fields.put("primary", new Value.Handle("server", cluster.primary()));
        fields.put("replicas", handles("server", cluster.replicas()));
        fields.put("servers", handles("server", cluster.primaryFirst()));
        fields.put("spares", handles("server", List.copyOf(cluster.spares().sequencedKeySet())));
        fields.put("delayed", handles("server", cluster.delayed()));
        fields.put("witnesses", handles("host", cluster.witnesses()));
        fields.put("sites", Sites.of(cluster));
        fields.put("primary_site", Sites.primarySite(cluster));
        return new Value.Fields("cluster", fields);
    }

    private static Value handles(String type, List<String> names) {
        return new Value.Listing(names.stream().<Value>map(name -> new Value.Handle(type, name)).toList());
    }

    private static Value incident(Inventory inventory) {
        SequencedMap<String, Value> fields = new LinkedHashMap<>();
        List<String> commanders = inventory.roles().getOrDefault(COMMANDER, List.of());
        fields.put("commander", new Value.Text(commanders.isEmpty() ? "" : commanders.getFirst()));
        fields.put("team", new Value.Listing(
                inventory.roles().getOrDefault(TEAM, List.of()).stream().<Value>map(Value.Text::new).toList()));
        return new Value.Fields("incident", fields);
    }
}
