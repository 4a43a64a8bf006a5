package dev.lifeboat.builtins.mysql;

import dev.lifeboat.builtins.lab.LabServer;
import dev.lifeboat.builtins.lab.MySqlDistribution;
import dev.lifeboat.builtins.lab.MySqlLab;
import dev.lifeboat.builtins.lab.ServerPlan;
import dev.lifeboat.interpreter.world.Clock;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;

/** Real servers for {@link BinaryLogsContract} and {@link InstanceContract}; with the clone plugin where this MySQL has it. */
public final class LabLogs implements GivenLogs, AutoCloseable {
    private final MySqlLab lab;
    private final LabWords words;

    private LabLogs(MySqlLab lab, LabWords words) {
        this.lab = lab;
        this.words = words;
    }

    public static LabLogs start(MySqlDistribution distribution, Path folder) throws SQLException {
        MySqlLab lab = MySqlLab.start(distribution, plan(ServerPlan.primary("db1"), distribution),
                plan(ServerPlan.replica("db2", "db1"), distribution));
        LabWords words = new LabWords(lab, folder, Map.of());
        words.prepare();
        lab.server("db2").replica().awaitAppliedFrom(lab.server("db1"));
        return new LabLogs(lab, words);
    }

    private static ServerPlan plan(ServerPlan plan, MySqlDistribution distribution) {
        return canClone(distribution) ? plan.with("plugin_load_add", "mysql_clone.so") : plan;
    }

    /** The 8.0.31 of Maven Central comes without plugins. */
    static boolean canClone(MySqlDistribution distribution) {
        return !distribution.version().toString().startsWith("8.0.");
    }

    /** As each test finds them. */
    public void well() throws SQLException {
        lab.server("db1").start();
        lab.server("db2").execute("SET GLOBAL super_read_only = ON", "START REPLICA");
        lab.server("db2").replica().awaitAppliedFrom(lab.server("db1"));
    }

    public LabServer lab(String name) {
        return lab.server(name);
    }

    @Override
    public Clock clock() {
        return words.clock();
    }

    @Override
    public BinaryLogs logs(String server) {
        return words.port(BinaryLogs.class, server);
    }

    @Override
    public Instance instance(String server) {
        return words.port(Instance.class, server);
    }

    @Override
    public MySqlServer server(String name) {
        return words.port(MySqlServer.class, name);
    }

    @Override
    public Instance.Donor donor(String server) {
        return new Instance.Donor("127.0.0.1", lab.server(server).port(), "dba");
    }

    @Override
    public GtidSet insert(String server, long id, String note) {
        return execute(server,
                "INSERT INTO shop.orders (id, note) VALUES (" + id + ", '" + note.replace("'", "''") + "')");
    }

    @Override
    public GtidSet update(String server, long id, String note) {
        return execute(server, "UPDATE shop.orders SET note = '" + note.replace("'", "''") + "' WHERE id = " + id);
    }

    @Override
    public GtidSet delete(String server, long id) {
        return execute(server, "DELETE FROM shop.orders WHERE id = " + id);
    }

    private GtidSet execute(String server, String sql) {
        try (var connection = lab.server(server).connect(); var statement = connection.createStatement()) {
            GtidSet before = executed(server);
            statement.execute(sql);
            return own(server, before, sql);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private GtidSet executed(String server) throws SQLException {
        return GtidSet.parse(lab.server(server).replica().executed());
    }

    /** Of what came since, that which touched the application's table. */
    private GtidSet own(String server, GtidSet before, String sql) throws SQLException {
        GtidSet since = executed(server).subtract(before);
        GtidSet own = server(server).clientWrites(since);
        if (own.count() != 1) {
            throw new IllegalStateException(sql + " was no single transaction: " + own);
        }
        return own;
    }

    @Override
    public void kill(String server) {
        lab.server(server).kill();
    }

    @Override
    public void start(String server) {
        lab.server(server).start();
    }

    @Override
    public void close() {
        lab.close();
    }
}
