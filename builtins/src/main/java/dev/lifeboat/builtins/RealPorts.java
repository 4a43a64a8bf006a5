package dev.lifeboat.builtins;

import dev.lifeboat.builtins.app.Application;
import dev.lifeboat.builtins.app.InventoryApplication;
import dev.lifeboat.builtins.endpoint.Endpoint;
import dev.lifeboat.builtins.endpoint.FileEndpoint;
import dev.lifeboat.builtins.endpoint.HaProxyEndpoint;
import dev.lifeboat.builtins.host.DistantHost;
import dev.lifeboat.builtins.host.Host;
import dev.lifeboat.builtins.host.LocalHost;
import dev.lifeboat.builtins.inventory.Inventory;
import dev.lifeboat.builtins.inventory.Secrets;
import dev.lifeboat.builtins.mysql.JdbcLogin;
import dev.lifeboat.builtins.mysql.JdbcMySqlServer;
import dev.lifeboat.builtins.mysql.JdbcWays;
import dev.lifeboat.builtins.mysql.MySqlServer;
import dev.lifeboat.builtins.mysql.SessionMark;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.builtin.IdentityGuard;
import dev.lifeboat.interpreter.builtin.Ports;
import dev.lifeboat.interpreter.world.Clock;
import dev.lifeboat.interpreter.world.Lease;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.stream.Stream;

/** The real world of an inventory: its servers by JDBC, its hosts and endpoints by their adapters. */
public final class RealPorts implements Ports {
    private final Inventory inventory;
    private final Path folder;
    private final Secrets secrets;
    private final Clock clock;
    private final SessionMark mark;
    private volatile IdentityGuard guard;

    /** Those of no run. */
    public RealPorts(Inventory inventory, Path folder, Secrets secrets, Clock clock) {
        this(inventory, folder, secrets, clock, SessionMark.NONE);
    }

    /**
     * @param folder where the inventory lies; its paths are relative to it
     * @param mark   of the run that uses them
     */
    public RealPorts(Inventory inventory, Path folder, Secrets secrets, Clock clock, SessionMark mark) {
        this(inventory, folder, secrets, clock, mark, IdentityGuard.NONE);
    }

    private RealPorts(Inventory inventory, Path folder, Secrets secrets, Clock clock, SessionMark mark,
            IdentityGuard guard) {
        this.inventory = inventory;
        this.folder = folder;
        this.secrets = secrets;
        this.clock = clock;
        this.mark = mark;
        this.guard = guard;
    }

    @Override
    public Lease lease() {
        return mark.lease();
    }

    @Override
    public Ports marked(String step, long call) {
        return new RealPorts(inventory, folder, secrets, clock, mark.at(step, call), guard);
    }

    @Override
    public Eviction evictFormer() {
        return new Evictions(inventory, this::ways, mark).all();
    }

    @Override
    public <P> Optional<P> find(Class<P> kind, String name) {
        if (kind == MySqlServer.class) {
            return server(name).map(server -> mySqlServer(name, server)).map(kind::cast);
        }
        if (kind == Host.class) {
            return Optional.ofNullable(inventory.hosts().get(name)).map(host -> host(name, host)).map(kind::cast);
        }
        if (kind == Endpoint.class) {
            return Optional.ofNullable(inventory.endpoints().get(name)).map(endpoint -> endpoint(name, endpoint))
                    .map(kind::cast);
        }
        return kind == Application.class && name.equals(Application.NAME)
                ? Optional.of(kind.cast(new InventoryApplication(here(), clock)))
                : Optional.empty();
    }

    @Override
    public void guardedBy(IdentityGuard guard) {
        this.guard = guard;
    }

    private Optional<Inventory.Server> server(String name) {
        return inventory.clusters().values().stream().flatMap(cluster -> Stream.of(cluster.servers(), cluster.spares()))
                .filter(servers -> servers.containsKey(name)).findFirst().map(servers -> servers.get(name));
    }

    private JdbcWays ways(String name, Inventory.Server server) {
        JdbcLogin login = login(name, server.address(), server.login());
        return JdbcWays.of(login, server.admin());
    }

    private MySqlServer mySqlServer(String name, Inventory.Server server) {
        return new JdbcMySqlServer(login(name, server.address(), server.login()), server.admin(),
                account -> login(account, server.address(), account), clock, guard);
    }

    /** A way into a server with an account of the inventory. */
    public JdbcLogin login(String name, Inventory.Address address, String account) {
        Inventory.Login login = Optional.ofNullable(inventory.logins().get(account))
                .orElseThrow(() -> Failure.of("The inventory has no login `" + account + "`.")
                        .hint("Add it under `logins:`."));
        return new JdbcLogin(name, address, login.user(),
                () -> secrets.fetch(login.password(), "login `" + account + "`"), login.tls(),
                login.ca().map(folder::resolve), mark);
    }

    private Host host(String name, Inventory.Host host) {
        return host.ssh().isPresent() ? new DistantHost(name) : new LocalHost(name, host, clock);
    }

    /** The machine on which Lifeboat runs. */
    private Host here() {
        return new LocalHost("this machine",
                new Inventory.Host(Optional.empty(), new LinkedHashMap<>(), Optional.empty()), clock);
    }

    private Endpoint endpoint(String name, Inventory.Endpoint endpoint) {
        return switch (endpoint.kind()) {
            case HAPROXY -> new HaProxyEndpoint(name, folder.resolve(endpoint.socket().orElseThrow()),
                    endpoint.backend().orElseThrow(), endpoint.servers(),
                    application(name, endpoint, need(name, "address", endpoint.address())), clock);
            case FILE -> new FileEndpoint(name, folder.resolve(endpoint.path().orElseThrow()),
                    server -> server(server).map(known -> application(name, endpoint, known.address())), clock);
        };
    }

    private JdbcLogin application(String name, Inventory.Endpoint endpoint, Inventory.Address address) {
        return login(name, address, need(name, "login", endpoint.login()));
    }

    private static <T> T need(String name, String key, Optional<T> value) {
        return value.orElseThrow(() -> Failure
                .of("Endpoint `" + name + "` has no `" + key + "` in the inventory: writes through it can't be tried.")
                .hint("Add `" + key + "`: the application's own way in."));
    }
}
