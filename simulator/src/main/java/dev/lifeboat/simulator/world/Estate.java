package dev.lifeboat.simulator.world;

import dev.lifeboat.builtins.inventory.EndpointPlan;
import dev.lifeboat.builtins.inventory.Inventory;
import dev.lifeboat.builtins.inventory.Inventory.Cluster;
import dev.lifeboat.builtins.mysql.MySqlServer.ReadOnly;
import dev.lifeboat.builtins.mysql.SemiSync;
import dev.lifeboat.simulator.model.Application;
import dev.lifeboat.simulator.model.ApplierSettings;
import dev.lifeboat.simulator.model.Machine;
import dev.lifeboat.simulator.model.Model;
import dev.lifeboat.simulator.model.Route;
import dev.lifeboat.simulator.model.Rows;
import dev.lifeboat.simulator.model.Server;
import dev.lifeboat.simulator.scenario.Scenario;
import dev.lifeboat.simulator.scenario.Scenario.ApplicationPlan;
import dev.lifeboat.simulator.scenario.Scenario.EndpointStory;
import dev.lifeboat.simulator.scenario.ServerPlan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/** Builds the model of an inventory's estate: each cluster well, its replicas with the primary's data, its endpoint on the primary. */
final class Estate {
    private static final int ROWS = 1_000;
    private static final long TRANSACTIONS = 1_000;

    private final Inventory inventory;
    private final Scenario scenario;
    private final Model model;

    Estate(Inventory inventory, Scenario scenario, Model model) {
        this.inventory = inventory;
        this.scenario = scenario;
        this.model = model;
    }

    void build() {
        inventory.hosts().forEach((name, host) -> {
            Machine machine = model.addMachine(name);
            host.services().keySet().forEach(machine::runs);
        });
        inventory.stores().forEach((name, store) -> model.storage().add(name, store.key().orElse(name)));
        inventory.clusters().values().forEach(this::addCluster);
        inventory.endpoints().keySet().forEach(this::addEndpoint);
        scenario.application().ifPresent(plan -> model.route(plan.endpoint())
                .ifPresent(route -> model.addApplication(route, plan.interval())));
    }

    private void addCluster(Cluster cluster) {
        List<Server> servers = new ArrayList<>();
        cluster.servers().forEach((name, declared) -> servers.add(addServer(name, declared)));
        cluster.spares().forEach(this::addServer);
        Server primary = model.server(primary(cluster)).orElseThrow();
        Rows rows = orders();
        new Beginnings(inventory, cluster, model).define(rows, primary);
        model.beginWith(rows, primary, TRANSACTIONS, servers);
        servers.forEach(server -> plan(server.name()).ifPresent(plan -> Beginnings.differ(server, plan.defined())));
        model.change(() -> servers.forEach(server -> takeUp(server, primary, cluster)));
    }

    /** As the scenario has it, where that is one of its servers. */
    private String primary(Cluster cluster) {
        return scenario.primary().filter(cluster.servers()::containsKey).orElse(cluster.primary());
    }

    private void takeUp(Server server, Server primary, Cluster cluster) {
        if (server == primary) {
            server.variables().readOnly(opened(server));
        } else if (scenario.returned().contains(server.name())) {
            server.variables().readOnly(ReadOnly.FENCED);
        } else {
            String login = cluster.replicationLogin();
            model.follow(server, primary,
                    Optional.ofNullable(inventory.logins().get(login)).map(Inventory.Login::user).orElse(login));
        }
    }

    /** As unfenced as it can be: runtime only, with whatever the scenario says is persisted. */
    private ReadOnly opened(Server server) {
        return new ReadOnly(false, false, plan(server.name()).flatMap(ServerPlan::persistedReadOnly),
                Optional.empty());
    }

    private static Rows orders() {
        Rows rows = new Rows();
        for (int key = 1; key <= ROWS; key++) {
            rows.put(Application.TABLE, key, "placed long ago");
        }
        return rows;
    }

    private Server addServer(String name, Inventory.Server declared) {
        Server server = model.addServer(name, declared.address());
        declared.host().ifPresent(host -> service(host, name)
                .ifPresent(service -> model.addMachine(host).runs(service, server)));
        ServerPlan plan = plan(name).orElse(ServerPlan.USUAL);
        server.replicates(plan.receiving(), new ApplierSettings(plan.applyLag(), plan.applyEach(), declared.delay()));
        server.sessions().adminPort(declared.admin().isPresent());
        plan.semiSync().ifPresent(timeout -> server.semiSync().optionFile(new SemiSync(true, true, 1, timeout)));
        server.variables().optionFileReadOnly(plan.optionFileReadOnly());
        server.variables().relayLogRecovery(plan.relayLogRecovery());
        server.variables().persistSkipReplicaStart(plan.skipReplicaStart());
        server.variables().readOnly(new ReadOnly(true, true, plan.persistedReadOnly(), Optional.empty()));
        return server;
    }

    /** Which of a host's services is the server: the one with its name, where several share the host, else `mysql` or the only one. */
    private Optional<String> service(String host, String server) {
        SequencedMap<String, Inventory.Service> services = Optional.ofNullable(inventory.hosts().get(host))
                .map(Inventory.Host::services).orElse(new java.util.LinkedHashMap<>());
        return services.keySet().stream().filter(name -> name.endsWith(server)).findFirst()
                .or(() -> services.keySet().stream().filter(name -> name.equals("mysql")).findFirst())
                .or(() -> services.keySet().stream().findFirst());
    }

    private Optional<ServerPlan> plan(String server) {
        return Optional.ofNullable(scenario.servers().get(server));
    }

    private void addEndpoint(String name) {
        Optional<EndpointStory> story = Optional.ofNullable(scenario.endpoints().get(name));
        Optional<Cluster> cluster = clusterOf(name);
        String target = story.flatMap(EndpointStory::leadsTo)
                .orElseGet(() -> cluster.map(this::primary).orElse(""));
        Route route = model.addRoute(name, model.server(target).stream().toList());
        if (inventory.endpoints().get(name).plan() instanceof EndpointPlan.Dns dns) {
            route.isName(dns.ttl(), !dns.resolvers().isEmpty(), keeps(name));
        }
        story.flatMap(EndpointStory::looksEvery).ifPresent(every -> model.believeReadOnly(route,
                cluster.stream().flatMap(one -> one.servers().keySet().stream())
                        .flatMap(server -> model.server(server).stream()).toList(),
                every));
    }

    private Duration keeps(String endpoint) {
        return scenario.application().filter(plan -> plan.endpoint().equals(endpoint))
                .map(ApplicationPlan::keepsAddresses).orElse(Duration.ZERO);
    }

    /** An endpoint that lists servers leads to their cluster; any other to the first. */
    private Optional<Cluster> clusterOf(String endpoint) {
        return inventory.clusterOfEndpoint(endpoint)
                .or(() -> inventory.clusters().sequencedKeySet().stream().findFirst())
                .map(inventory.clusters()::get);
    }
}
