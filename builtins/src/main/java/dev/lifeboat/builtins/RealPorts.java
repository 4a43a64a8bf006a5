package dev.lifeboat.builtins;

import dev.lifeboat.builtins.app.Application;
import dev.lifeboat.builtins.backup.FullBackups;
import dev.lifeboat.builtins.backup.LogArchive;
import dev.lifeboat.builtins.backup.Restoration;
import dev.lifeboat.builtins.endpoint.Endpoint;
import dev.lifeboat.builtins.host.Host;
import dev.lifeboat.builtins.host.LocalHost;
import dev.lifeboat.builtins.host.SshHost;
import dev.lifeboat.builtins.inventory.Inventory;
import dev.lifeboat.builtins.inventory.Secrets;
import dev.lifeboat.builtins.metrics.Metrics;
import dev.lifeboat.builtins.mysql.BinaryLogs;
import dev.lifeboat.builtins.mysql.Instance;
import dev.lifeboat.builtins.mysql.MySqlServer;
import dev.lifeboat.builtins.mysql.RowRepair;
import dev.lifeboat.builtins.mysql.ServerCatalog;
import dev.lifeboat.builtins.mysql.ServerMetrics;
import dev.lifeboat.builtins.mysql.jdbc.JdbcLogin;
import dev.lifeboat.builtins.mysql.jdbc.KeptConnections;
import dev.lifeboat.builtins.mysql.jdbc.SessionMark;
import dev.lifeboat.builtins.site.Perimeter;
import dev.lifeboat.builtins.ssh.SshConnections;
import dev.lifeboat.builtins.store.Store;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.builtin.IdentityGuard;
import dev.lifeboat.interpreter.builtin.Ports;
import dev.lifeboat.interpreter.world.Clock;
import dev.lifeboat.interpreter.world.Lease;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** The real world of an inventory: its servers by JDBC, its hosts and endpoints by their adapters. */
public final class RealPorts implements Ports, AutoCloseable {
    private final Inventory inventory;
    private final Path folder;
    private final Secrets secrets;
    private final Clock clock;
    private final SessionMark mark;
    private final SshConnections ssh;
    private final KeptConnections kept;
    private final Consumer<String> progress;
    private final RealServers servers;
    private final Map<Class<?>, Function<String, Optional<?>>> finders;
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
        this(inventory, folder, secrets, clock, mark, SshConnections.of(folder, secrets, clock), new KeptConnections(),
                IdentityGuard.NONE, silent -> {});
    }

    private RealPorts(Inventory inventory, Path folder, Secrets secrets, Clock clock, SessionMark mark,
            SshConnections ssh, KeptConnections kept, IdentityGuard guard, Consumer<String> progress) {
        this.inventory = inventory;
        this.folder = folder;
        this.secrets = secrets;
        this.clock = clock;
        this.mark = mark;
        this.ssh = ssh;
        this.kept = kept;
        this.guard = guard;
        this.progress = progress;
        this.servers = new RealServers(inventory, this::login, this::host, clock, () -> this.guard, kept);
        this.finders = finders();
    }

    private Map<Class<?>, Function<String, Optional<?>>> finders() {
        RealSurroundings around = new RealSurroundings(inventory, folder, secrets, clock, this::host, here());
        RealEndpoints endpoints = new RealEndpoints(inventory, folder, secrets, clock, this);
        RealStores stores = new RealStores(inventory, folder, secrets, clock);
        RealBackups backups = new RealBackups(inventory, stores::objects, secrets, servers, clock, mark.run(),
                progress);
        return Map.ofEntries(entry(MySqlServer.class, servers::server), entry(ServerCatalog.class, servers::catalog),
                entry(BinaryLogs.class, servers::binaryLogs), entry(Instance.class, servers::instance),
                entry(ServerMetrics.class, servers::metrics), entry(Host.class, this::host),
                entry(Endpoint.class, endpoints::find), entry(Application.class, around::application),
                entry(Perimeter.class, around::perimeter),
                entry(Metrics.class, any -> Optional.of(around.metrics())), entry(Store.class, stores::find),
                entry(FullBackups.class, backups::full), entry(LogArchive.class, backups::logs),
                entry(Restoration.class, backups::restoration), entry(RowRepair.class, servers::rows));
    }

    private static Map.Entry<Class<?>, Function<String, Optional<?>>> entry(Class<?> port,
            Function<String, Optional<?>> finder) {
        return Map.entry(port, finder);
    }

    @Override
    public Lease lease() {
        return mark.lease();
    }

    @Override
    public Ports marked(String step, long call, Consumer<String> progress) {
        return new RealPorts(inventory, folder, secrets, clock, mark.at(step, call), ssh, kept, guard, progress);
    }

    @Override
    public Eviction evictFormer() {
        return new Evictions(inventory, servers::ways, mark).all();
    }

    @Override
    public <P> Optional<P> find(Class<P> kind, String name) {
        return Optional.ofNullable(finders.get(kind)).flatMap(finder -> finder.apply(name)).map(kind::cast);
    }

    /** Says goodbye to the servers; a call that goes on ends by itself. */
    @Override
    public void close() {
        kept.close();
    }

    @Override
    public void guardedBy(IdentityGuard guard) {
        this.guard = guard;
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

    private Optional<Host> host(String name) {
        return Optional.ofNullable(inventory.hosts().get(name)).map(host -> host(name, host));
    }

    private Host host(String name, Inventory.Host host) {
        return host.ssh().<Host>map(way -> new SshHost(name, host, ssh.shell(name, way), clock))
                .orElseGet(() -> new LocalHost(name, host, clock));
    }

    /** The machine on which Lifeboat runs. */
    Host here() {
        return new LocalHost("this machine",
                new Inventory.Host(Optional.empty(), new LinkedHashMap<>(), Optional.empty()), clock);
    }
}
