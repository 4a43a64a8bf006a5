package dev.lifeboat.builtins;

import dev.lifeboat.builtins.backup.LogFeed;
import dev.lifeboat.builtins.host.Host;
import dev.lifeboat.builtins.inventory.Inventory;
import dev.lifeboat.builtins.mysql.BinaryLogs;
import dev.lifeboat.builtins.mysql.Instance;
import dev.lifeboat.builtins.mysql.MySqlServer;
import dev.lifeboat.builtins.mysql.RowRepair;
import dev.lifeboat.builtins.mysql.ServerCatalog;
import dev.lifeboat.builtins.mysql.ServerMetrics;
import dev.lifeboat.builtins.mysql.binlog.ServerBinaryLogs;
import dev.lifeboat.builtins.mysql.binlog.ServerLogFeed;
import dev.lifeboat.builtins.mysql.jdbc.JdbcInstance;
import dev.lifeboat.builtins.mysql.jdbc.JdbcLogin;
import dev.lifeboat.builtins.mysql.jdbc.JdbcMySqlServer;
import dev.lifeboat.builtins.mysql.jdbc.JdbcRowRepair;
import dev.lifeboat.builtins.mysql.jdbc.JdbcServerCatalog;
import dev.lifeboat.builtins.mysql.jdbc.JdbcServerMetrics;
import dev.lifeboat.builtins.mysql.jdbc.JdbcSession;
import dev.lifeboat.builtins.mysql.jdbc.JdbcWays;
import dev.lifeboat.builtins.mysql.jdbc.KeptConnections;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.builtin.IdentityGuard;
import dev.lifeboat.interpreter.world.Clock;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The servers of an inventory by JDBC, each with all its ports.
 *
 * @param host  finds the machine that a server runs on
 * @param guard is told whom they meet
 * @param kept  connections that several calls have in turn
 */
record RealServers(Inventory inventory, Accounts accounts, Function<String, Optional<Host>> host, Clock clock,
        Supplier<IdentityGuard> guard, KeptConnections kept) {

    /** Ways into servers with accounts of the inventory. */
    interface Accounts {
        JdbcLogin login(String server, Inventory.Address address, String account);
    }

    Optional<MySqlServer> server(String name) {
        return declared(name).map(server -> new JdbcMySqlServer(login(name, server), server.admin(),
                account -> accounts.login(account, server.address(), account), clock, guard.get(), kept));
    }

    Optional<ServerCatalog> catalog(String name) {
        return declared(name).map(server -> new JdbcServerCatalog(login(name, server), server.admin(),
                account -> accounts.login(account, server.address(), account), clock, guard.get(), kept));
    }

    Optional<Instance> instance(String name) {
        return declared(name).map(server -> new JdbcInstance(login(name, server), server.admin(),
                account -> accounts.login(account, server.address(), account), clock, guard.get()));
    }

    Optional<BinaryLogs> binaryLogs(String name) {
        return declared(name).map(server -> binaryLogs(name, server));
    }

    private ServerBinaryLogs binaryLogs(String name, Inventory.Server server) {
        return new ServerBinaryLogs(login(name, server), server.admin(), server.host().flatMap(host),
                server.binaryLogs(), other -> binaryLogs(other, declared(other).orElseThrow()), clock, guard.get());
    }

    Optional<ServerMetrics> metrics(String name) {
        return declared(name).map(server -> new JdbcServerMetrics(login(name, server), ways(name, server).admin(),
                clock, guard.get()));
    }

    /** Those of a server that backups are taken of, or brought back to. */
    JdbcLogin login(String name) {
        return login(name, need(name));
    }

    JdbcSession session(String name) {
        Inventory.Server server = need(name);
        return new JdbcSession(login(name, server), ways(name, server).admin(), clock, guard.get());
    }

    Optional<RowRepair> rows(String name) {
        return declared(name).map(server -> new JdbcRowRepair(session(name)));
    }

    LogFeed logFeed(String name) {
        Inventory.Server server = need(name);
        return new ServerLogFeed(login(name, server), server.admin(), clock, guard.get());
    }

    private Inventory.Server need(String name) {
        return declared(name).orElseThrow(() -> Failure.of("The inventory has no server `" + name + "`."));
    }

    JdbcWays ways(String name, Inventory.Server server) {
        return JdbcWays.of(login(name, server), server.admin());
    }

    private JdbcLogin login(String name, Inventory.Server server) {
        return accounts.login(name, server.address(), server.login());
    }

    private Optional<Inventory.Server> declared(String name) {
        return inventory.clusters().values().stream().flatMap(cluster -> Stream.of(cluster.servers(), cluster.spares()))
                .filter(servers -> servers.containsKey(name)).findFirst().map(servers -> servers.get(name));
    }
}
