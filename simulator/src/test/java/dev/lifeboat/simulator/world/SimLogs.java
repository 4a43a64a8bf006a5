package dev.lifeboat.simulator.world;

import dev.lifeboat.builtins.mysql.BinaryLogs;
import dev.lifeboat.builtins.mysql.GivenLogs;
import dev.lifeboat.builtins.mysql.GtidSet;
import dev.lifeboat.builtins.mysql.Instance;
import dev.lifeboat.builtins.mysql.MySqlServer;
import dev.lifeboat.interpreter.world.Clock;
import dev.lifeboat.simulator.model.Model;
import dev.lifeboat.simulator.model.RowChange;
import dev.lifeboat.simulator.model.Server;

/** The servers of the contracts of binary logs and instances, simulated. */
final class SimLogs implements GivenLogs {
    private final Simulation simulation = Stories.simulation("""
            environment: lab
            clusters:
              shop:
                primary: db1
                servers:
                  db1: {address: "db1:3306", login: dba, host: one, binary_logs: /var/lib/mysql/binlog}
                  db2: {address: "db2:3306", login: dba, host: two, binary_logs: /var/lib/mysql/binlog}
            hosts:
              one: {services: {mysql: mysqld}}
              two: {services: {mysql: mysqld}}
            logins: {dba: {user: lifeboat, password: {env: A}}, replication: {user: repl, password: {env: B}}}
            """, """
            servers:
              db1: {option_file_read_only: false}
              db2: {retry_count: 86400}
            start_run: 5s
            """);
    private final Model model = simulation.model();

    @Override
    public Clock clock() {
        return simulation.clock();
    }

    @Override
    public BinaryLogs logs(String server) {
        return simulation.ports().find(BinaryLogs.class, server).orElseThrow();
    }

    @Override
    public Instance instance(String server) {
        return simulation.ports().find(Instance.class, server).orElseThrow();
    }

    @Override
    public MySqlServer server(String name) {
        return Stories.server(simulation, name);
    }

    @Override
    public Instance.Donor donor(String server) {
        return new Instance.Donor(server, 3306, "dba");
    }

    @Override
    public GtidSet insert(String server, long id, String note) {
        return written(server, RowChange.insert("shop.orders", id, note));
    }

    @Override
    public GtidSet update(String server, long id, String note) {
        return written(server, RowChange.update("shop.orders", id, note));
    }

    @Override
    public GtidSet delete(String server, long id) {
        return written(server, RowChange.delete("shop.orders", id));
    }

    private GtidSet written(String server, RowChange change) {
        return Stories.written(simulation, server, change);
    }

    @Override
    public void kill(String server) {
        model.change(() -> model(server).stop());
    }

    @Override
    public void start(String server) {
        model.change(() -> model(server).start());
    }

    private Server model(String name) {
        return model.server(name).orElseThrow();
    }
}
