package dev.lifeboat.builtins;

import dev.lifeboat.builtins.app.Application;
import dev.lifeboat.builtins.app.InventoryApplication;
import dev.lifeboat.builtins.endpoint.Endpoint;
import dev.lifeboat.builtins.endpoint.FileEndpoint;
import dev.lifeboat.builtins.endpoint.HaProxyEndpoint;
import dev.lifeboat.builtins.host.DistantHost;
import dev.lifeboat.builtins.host.Host;
import dev.lifeboat.builtins.host.LocalHost;
import dev.lifeboat.builtins.host.SshHost;
import dev.lifeboat.builtins.inventory.ApplicationPlan;
import dev.lifeboat.builtins.inventory.Inventory;
import dev.lifeboat.builtins.inventory.MetricsPlan;
import dev.lifeboat.builtins.inventory.Secrets;
import dev.lifeboat.builtins.inventory.SitePlan;
import dev.lifeboat.builtins.inventory.WebAccess;
import dev.lifeboat.builtins.metrics.Metrics;
import dev.lifeboat.builtins.metrics.PrometheusMetrics;
import dev.lifeboat.builtins.mysql.BinaryLogs;
import dev.lifeboat.builtins.mysql.Instance;
import dev.lifeboat.builtins.mysql.JdbcInstance;
import dev.lifeboat.builtins.mysql.JdbcLogin;
import dev.lifeboat.builtins.mysql.JdbcMySqlServer;
import dev.lifeboat.builtins.mysql.JdbcServerCatalog;
import dev.lifeboat.builtins.mysql.JdbcServerMetrics;
import dev.lifeboat.builtins.mysql.JdbcWays;
import dev.lifeboat.builtins.mysql.MySqlServer;
import dev.lifeboat.builtins.mysql.ServerBinaryLogs;
import dev.lifeboat.builtins.mysql.ServerCatalog;
import dev.lifeboat.builtins.mysql.ServerMetrics;
import dev.lifeboat.builtins.mysql.SessionMark;
import dev.lifeboat.builtins.site.InventoryPerimeter;
import dev.lifeboat.builtins.site.Perimeter;
import dev.lifeboat.builtins.ssh.SshConnections;
import dev.lifeboat.builtins.steering.Steering;
import dev.lifeboat.builtins.steering.WebClient;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.builtin.IdentityGuard;
import dev.lifeboat.interpreter.builtin.Ports;
import dev.lifeboat.interpreter.world.Clock;
import dev.lifeboat.interpreter.world.Lease;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The real world of an inventory: its servers by JDBC, its hosts and endpoints by their adapters. */
public final class RealPorts implements Ports {
    private final Inventory inventory;
    private final Path folder;
    private final Secrets secrets;
    private final Clock clock;
    private final SessionMark mark;
    private final SshConnections ssh;
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
        this(inventory, folder, secrets, clock, mark, SshConnections.of(folder, secrets, clock), IdentityGuard.NONE);
    }

    private RealPorts(Inventory inventory, Path folder, Secrets secrets, Clock clock, SessionMark mark,
            SshConnections ssh, IdentityGuard guard) {
        this.inventory = inventory;
        this.folder = folder;
        this.secrets = secrets;
        this.clock = clock;
        this.mark = mark;
        this.ssh = ssh;
        this.guard = guard;
    }

    @Override
    public Lease lease() {
        return mark.lease();
    }

    @Override
    public Ports marked(String step, long call) {
        return new RealPorts(inventory, folder, secrets, clock, mark.at(step, call), ssh, guard);
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
        if (kind == ServerCatalog.class) {
            return server(name).map(server -> catalog(name, server)).map(kind::cast);
        }
        if (kind == BinaryLogs.class) {
            return server(name).map(server -> binaryLogs(name, server)).map(kind::cast);
        }
        if (kind == Instance.class) {
            return server(name).map(server -> new JdbcInstance(login(name, server.address(), server.login()),
                    server.admin(), account -> login(account, server.address(), account), clock, guard))
                    .map(kind::cast);
        }
        if (kind == Host.class) {
            return Optional.ofNullable(inventory.hosts().get(name)).map(host -> host(name, host)).map(kind::cast);
        }
        if (kind == Endpoint.class) {
            return new RealEndpoints(inventory, folder, secrets, clock, this).find(name).map(kind::cast);
        }
        if (kind == ServerMetrics.class) {
            return server(name).map(server -> new JdbcServerMetrics(login(name, server.address(), server.login()),
                    ways(name, server).admin(), clock, guard)).map(kind::cast);
        }
        if (kind == Metrics.class) {
            return Optional.of(kind.cast(metrics()));
        }
        if (kind == Perimeter.class) {
            return perimeter(name).map(kind::cast);
        }
        return kind == Application.class && name.equals(Application.NAME)
                ? Optional.of(kind.cast(application()))
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

    private ServerCatalog catalog(String name, Inventory.Server server) {
        return new JdbcServerCatalog(login(name, server.address(), server.login()), server.admin(),
                account -> login(account, server.address(), account), clock, guard);
    }

    private ServerBinaryLogs binaryLogs(String name, Inventory.Server server) {
        return new ServerBinaryLogs(login(name, server.address(), server.login()), server.admin(),
                server.host().map(host -> host(host, inventory.hosts().get(host))), server.binaryLogs(),
                other -> binaryLogs(other, server(other).orElseThrow()), clock, guard);
    }

    /** A way into a server with an account of the inventory. */
    public JdbcLogin login(String name, Inventory.Address address, String account) {
        Inventory.Login login = Optional.ofNullable(inventory.logins().get(account))
                .orElseThrow(() -> Failure.of("The inventory has no login `" + account + "`.")
                        .hint("Add it under `logins:`."));
        return new JdbcLogin(name, address, login.user(),
                () -> secrets.fetch(login.password(), "login `" + account + "`"), login.tls(), mark);
    }

    private Host host(String name, Inventory.Host host) {
        return host.ssh().<Host>map(way -> new SshHost(name, host, ssh.shell(name, way), clock))
                .orElseGet(() -> new LocalHost(name, host, clock));
    }

    private Application application() {
        ApplicationPlan plan = inventory.application();
        Map<String, Inventory.Address> servers = new LinkedHashMap<>();
        inventory.clusters().values()
                .forEach(cluster -> cluster.servers().forEach((name, server) -> servers.put(name, server.address())));
        return new InventoryApplication(plan, steering(plan.web(), plan.host(), "the application"), servers);
    }

    private Metrics metrics() {
        MetricsPlan plan = inventory.metrics();
        return new PrometheusMetrics(plan,
                new WebClient(plan.web(), folder, source -> secrets.fetch(source, "the metrics"), clock), clock);
    }

    private Optional<Perimeter> perimeter(String site) {
        return inventory.isSite(site) ? Optional.of(perimeter(site, inventory.site(site))) : Optional.empty();
    }

    private Perimeter perimeter(String site, SitePlan plan) {
        return new InventoryPerimeter(site, plan, steering(plan.web(), plan.host(), "site `" + site + "`"));
    }

    /** @param whose secrets they are, for messages */
    private Steering steering(WebAccess web, Optional<String> host, String whose) {
        WebClient client = new WebClient(web, folder, source -> secrets.fetch(source, whose), clock);
        return new Steering(client, host.map(name -> host(name, inventory.hosts().get(name))).orElseGet(this::here));
    }

    /** The machine on which Lifeboat runs. */
    Host here() {
        return new LocalHost("this machine",
                new Inventory.Host(Optional.empty(), new LinkedHashMap<>(), Optional.empty()), clock);
    }
}
