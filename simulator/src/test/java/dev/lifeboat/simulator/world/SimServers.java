package dev.lifeboat.simulator.world;

import dev.lifeboat.builtins.mysql.GivenServers;
import dev.lifeboat.builtins.mysql.MySqlServer;
import dev.lifeboat.builtins.mysql.MySqlServer.SourceSettings;
import dev.lifeboat.builtins.mysql.ServerMetrics;
import dev.lifeboat.interpreter.world.Clock;
import dev.lifeboat.simulator.model.Account;
import dev.lifeboat.simulator.model.Application;
import dev.lifeboat.simulator.model.ApplierSettings;
import dev.lifeboat.simulator.model.Model;
import dev.lifeboat.simulator.model.Network;
import dev.lifeboat.simulator.model.ReceiverSettings;
import dev.lifeboat.simulator.model.Server;
import dev.lifeboat.simulator.model.Written;
import java.time.Duration;

/** The servers of the contract, simulated. */
final class SimServers implements GivenServers {
    private final Simulation simulation = Stories.simulation("""
            environment: lab
            clusters:
              shop:
                primary: db1
                servers:
                  db1: {address: "db1:3306", admin: "db1:33062", login: dba}
                  db2: {address: "db2:3306", login: dba}
                  db3: {address: "db3:3306", login: dba}
            logins: {dba: {user: lifeboat, password: {env: A}}, replication: {user: repl, password: {env: B}}}
            """, """
            servers:
              db1: {option_file_read_only: false}
              db2: {net_timeout: 4s, heartbeat_period: 1s, connect_retry: 1s, retry_count: 86400}
              db3: {heartbeat_period: 1s, connect_retry: 1s, retry_count: 86400}
            start_run: 5s
            """);
    private final Model model = simulation.model();

    @Override
    public Clock clock() {
        return simulation.clock();
    }

    @Override
    public MySqlServer server(String name) {
        return Stories.server(simulation, name);
    }

    ServerMetrics metrics(String name) {
        return simulation.ports().find(ServerMetrics.class, name).orElseThrow();
    }

    @Override
    public SourceSettings source(String name) {
        return new SourceSettings(name, 3306, "replication");
    }

    @Override
    public int order(String server) {
        return number(model.change(() -> model(server).insert(Account.APPLICATION, model.now(), Application.TABLE,
                "an order")));
    }

    private static int number(Written written) {
        return switch (written) {
            case Written.Committed row -> 0;
            case Written.Refused no -> no.error();
            case Written.Silent no -> throw new IllegalStateException("No answer.");
        };
    }

    @Override
    public void openSession(String server) {
        model.change(() -> model(server).sessions().open(Application.USER, Network.APPLICATION));
    }

    @Override
    public void openTransaction(String server) {
        model.change(() -> model(server).sessions().openTransaction(Application.USER, Network.APPLICATION));
    }

    @Override
    public int commit(String server) {
        return order(server);
    }

    @Override
    public void holdLock(String server) {
        model.change(() -> model(server).sessions().openWithLock(Application.USER, Network.APPLICATION));
    }

    @Override
    public void useUpConnections(String server) {
        model.change(() -> model(server).sessions().useUp(Application.USER, Network.APPLICATION));
    }

    @Override
    public int amend(String server) {
        return number(model.change(() -> model(server).write(Account.APPLICATION, model.now(),
                model(server).rows().upsert(Application.TABLE, 1, "amended"))));
    }

    @Override
    public void lose(String server) {
        model.change(() -> model(server).rows().remove(Application.TABLE, 1));
    }

    @Override
    public void giveFewRetries(String replica) {
        model.change(() -> {
            Server server = model(replica);
            server.replicates(new ReceiverSettings(Duration.ofMillis(2), Duration.ofSeconds(4), Duration.ofSeconds(1),
                    Duration.ofSeconds(1), 2), ApplierSettings.DEFAULTS);
            model.follow(server, model("db1"), "repl");
        });
    }

    @Override
    public void recoverRelayLogAtStart(String replica) {
        model.change(() -> model(replica).variables().relayLogRecovery(true));
    }

    @Override
    public void spoil(String server) {
        model.change(() -> model(server).rows().put(Application.TABLE, 1, "spoilt"));
    }

    @Override
    public void purge(String server) {
        model.change(() -> model(server).purgeBinlog());
    }

    @Override
    public void kill(String server) {
        model.change(() -> model(server).stop());
    }

    @Override
    public void start(String server) {
        model.change(() -> model(server).start());
    }

    @Override
    public void freeze(String server) {
        model.change(() -> model(server).hang());
    }

    @Override
    public void thaw(String server) {
        model.change(() -> model(server).thaw(model.now()));
    }

    @Override
    public void cut() {
        model.change(() -> model.network().cut(Network.LIFEBOAT, "db3", Network.Cut.DROP));
    }

    @Override
    public void heal() {
        model.change(() -> model.network().heal(Network.LIFEBOAT, "db3"));
    }

    private Server model(String name) {
        return model.server(name).orElseThrow();
    }
}
