package dev.lifeboat.builtins;

import dev.lifeboat.builtins.endpoint.CommandEndpoint;
import dev.lifeboat.builtins.endpoint.DnsEndpoint;
import dev.lifeboat.builtins.endpoint.DnsServer;
import dev.lifeboat.builtins.endpoint.Endpoint;
import dev.lifeboat.builtins.endpoint.FileEndpoint;
import dev.lifeboat.builtins.endpoint.HaProxyEndpoint;
import dev.lifeboat.builtins.endpoint.ProxySqlAdmin;
import dev.lifeboat.builtins.endpoint.ProxySqlEndpoint;
import dev.lifeboat.builtins.endpoint.ServerNames;
import dev.lifeboat.builtins.host.Host;
import dev.lifeboat.builtins.inventory.EndpointPlan;
import dev.lifeboat.builtins.inventory.Inventory;
import dev.lifeboat.builtins.inventory.Inventory.Address;
import dev.lifeboat.builtins.inventory.Secrets;
import dev.lifeboat.builtins.mysql.jdbc.JdbcLogin;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.world.Clock;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Function;
import java.util.stream.Stream;

/** The endpoints of an inventory, each by the adapter of its kind. */
record RealEndpoints(Inventory inventory, Path folder, Secrets secrets, Clock clock, RealPorts ports) {

    Optional<Endpoint> find(String name) {
        return Optional.ofNullable(inventory.endpoints().get(name)).map(endpoint -> endpoint(name, endpoint));
    }

    private Endpoint endpoint(String name, Inventory.Endpoint endpoint) {
        return switch (endpoint.plan()) {
            case EndpointPlan.HaProxy(String socket, String backend) -> new HaProxyEndpoint(name,
                    folder.resolve(socket), backend, endpoint.servers(), application(name, endpoint), clock);
            case EndpointPlan.File(String path) -> new FileEndpoint(name, folder.resolve(path),
                    server -> address(server).map(address -> application(name, endpoint, address)), clock);
            case EndpointPlan.Dns dns -> dns(name, endpoint, dns);
            case EndpointPlan.ProxySql proxy -> new ProxySqlEndpoint(name,
                    new ProxySqlAdmin(name, ports.login(name, proxy.admin(), proxy.login()), clock), proxy.hostgroup(),
                    new ServerNames(servers(server -> server.address().toString()), endpoint.servers()),
                    application(name, endpoint), clock);
            case EndpointPlan.Command command -> new CommandEndpoint(name, command, host(command),
                    new ServerNames(servers(server -> ""), endpoint.servers()), application(name, endpoint), clock);
        };
    }

    private Endpoint dns(String name, Inventory.Endpoint endpoint, EndpointPlan.Dns dns) {
        return new DnsEndpoint(name, dns, address -> new DnsServer(name, address, clock),
                () -> secrets.fetch(dns.key().secret(), "endpoint `" + name + "`"), application(name, endpoint), clock);
    }

    private Host host(EndpointPlan.Command command) {
        return command.host().map(host -> ports.find(Host.class, host).orElseThrow()).orElseGet(ports::here);
    }

    private Optional<Address> address(String server) {
        return allServers().filter(known -> known.getKey().equals(server)).findFirst()
                .map(known -> known.getValue().address());
    }

    /** What each server of the inventory is called where the endpoint has no other name for it; by its own name where that is empty. */
    private SequencedMap<String, String> servers(Function<Inventory.Server, String> called) {
        SequencedMap<String, String> names = new LinkedHashMap<>();
        allServers().forEach(server -> names.put(server.getKey(),
                Optional.of(called.apply(server.getValue())).filter(name -> !name.isEmpty()).orElse(server.getKey())));
        return names;
    }

    private Stream<Map.Entry<String, Inventory.Server>> allServers() {
        return inventory.clusters().values().stream()
                .flatMap(cluster -> Stream.of(cluster.servers(), cluster.spares()))
                .flatMap(servers -> servers.sequencedEntrySet().stream());
    }

    private JdbcLogin application(String name, Inventory.Endpoint endpoint) {
        return application(name, endpoint, need(name, "address", endpoint.address()));
    }

    private JdbcLogin application(String name, Inventory.Endpoint endpoint, Address address) {
        return ports.login(name, address, need(name, "login", endpoint.login()));
    }

    private static <T> T need(String name, String key, Optional<T> value) {
        return value.orElseThrow(() -> Failure
                .of("Endpoint `" + name + "` has no `" + key + "` in the inventory: writes through it can't be tried.")
                .hint("Add `" + key + "`: the application's own way in."));
    }
}
