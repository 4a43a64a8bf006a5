package dev.lifeboat.cli.endtoend;

import dev.lifeboat.builtins.backup.SealKeys;
import dev.lifeboat.builtins.lab.LabApplication;
import dev.lifeboat.builtins.lab.LabHaProxy;
import dev.lifeboat.builtins.lab.LabServer;
import dev.lifeboat.builtins.lab.MySqlLab;
import dev.lifeboat.builtins.lab.ServerPlan;
import dev.lifeboat.cli.Invocation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;

/**
 * A shop whose data are destroyed by mistake: the primary `db1`, its replica `db2`, `db3`, which is behind on purpose, the empty spare `new1`, all behind one HAProxy, an application that places orders, and a store.
 * Nobody's inventory knows the {@link Twin}.
 */
final class CorruptedShop implements AutoCloseable {
    static final List<String> SERVERS = List.of("db1", "db2", "db3", "new1");
    /** Before the application's own, which count from 1. */
    static final long FIRST = 1_000_000_001L;
    static final int DESTROYED = 200;
    static final int ITEMS = 3_000;
    private static final int ORDERS = 300;
    private static final int ORDERS_A_SECOND = 50;
    private static final String BEHIND = "SOURCE_DELAY = 3600";

    private final MySqlLab lab;
    private final LabHaProxy proxy;
    private final LabApplication application;
    private final Twin twin;
    private int runs;

    private CorruptedShop(MySqlLab lab) throws SQLException, IOException {
        this.lab = lab;
        proxy = LabHaProxy.start(lab, server("db1"), server("db2"), server("db3"), server("new1"));
        Files.writeString(inventory(), inventoryText());
        prepare();
        application = LabApplication.start(proxy.address(), ORDERS_A_SECOND);
        seed();
        twin = Twin.of(server("db1"));
        server("db3").replica().awaitAppliedFrom(server("db1"));
        server("db3").execute("STOP REPLICA SQL_THREAD", "CHANGE REPLICATION SOURCE TO " + BEHIND,
                "START REPLICA SQL_THREAD");
    }

    static CorruptedShop open() throws SQLException, IOException {
        return new CorruptedShop(MySqlLab.start(member(ServerPlan.primary("db1")),
                member(ServerPlan.replica("db2", "db1")), member(ServerPlan.replica("db3", "db1")),
                member(ServerPlan.spare("new1"))));
    }

    private static ServerPlan member(ServerPlan plan) {
        return plan.bootsFenced().with("plugin_load_add", "mysql_clone.so").supervisedByItsMachine();
    }

    private String inventoryText() throws IOException {
        Files.createDirectory(lab.folder().resolve("san"));
        Files.writeString(lab.folder().resolve("backup.key"), SealKeys.create().text());
        Files.writeString(lab.folder().resolve("shop.token"), LabApplication.TOKEN);
        return new InventoryText(lab, proxy, Map.of("db3", "must_not, delay: 1h")).text().replaceFirst(" {6}new1: ",
                "    spares:\n$0");
    }

    private void prepare() throws IOException, SQLException {
        Invocation prepared = Invocation.of("prepare", "--inventory", inventory().toString());
        Assertions.assertThat(prepared.status()).as(prepared.all()).isZero();
        for (String line : Invocation.of("prepare", "--inventory", inventory().toString(), "--grants").out().lines()
                .toList()) {
            server("db1").execute(line.replaceFirst(";$", ""));
        }
    }

    private void seed() throws IOException, SQLException {
        Files.writeString(inventory(), Files.readString(inventory()) + """
                secrets: {backup-key: {file: backup.key}}
                stores: {san: {kind: directory, path: san, key: backup-key}}
                application:
                  url: %s
                  headers: {Authorization: {secret: {file: shop.token}}}
                  maintenance:
                    on: {http: PUT /admin/maintenance}
                    off: {http: DELETE /admin/maintenance}
                    state: {http: GET /admin/maintenance}
                  smoke_test: {http: GET /health}
                """.formatted(application.url()));
        server("db1").execute("USE shop", "SET SESSION cte_max_recursion_depth = 100000",
                "CREATE TABLE shop.stock (item INT PRIMARY KEY, pieces INT NOT NULL, note TEXT)",
                "INSERT INTO shop.orders (id, note) " + numbers(ORDERS, "n + " + FIRST + ", CONCAT('kept ', n)"),
                "INSERT INTO shop.stock " + numbers(ITEMS, "n, n, REPEAT(SHA2(n, 256), 30)"));
    }

    private static String numbers(int count, String columns) {
        return "WITH RECURSIVE numbers (n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM numbers WHERE n < " + (count - 1)
                + ") SELECT " + columns + " FROM numbers";
    }

    /** By the runbooks that are due each night and every four hours. */
    void backUp() throws IOException {
        for (String runbook : List.of("backup-full", "backup-binlogs")) {
            Invocation run = run(runbook, "approvals: {}\n");
            Assertions.assertThat(run.status()).as(run.all()).isZero();
        }
    }

    /**
     * Somebody destroys orders, and what the shop sells goes on: in other rows of the same table, and in another one.
     *
     * @param statement changes or deletes the first orders, {@link #DESTROYED} of them
     * @return its GTID
     */
    String mistake(String statement, int goodOnesAfterIt) throws SQLException {
        twin.catchUp();
        String gtid = alone(statement);
        twin.passOver(gtid);
        try (Connection connection = server("db1").connect(); Statement sql = connection.createStatement()) {
            for (int i = 0; i < goodOnesAfterIt; i++) {
                sql.execute("UPDATE shop.stock SET pieces = pieces - 1 WHERE item = " + i % ITEMS);
                if (i % 10 == 0) {
                    sql.execute("UPDATE shop.orders SET note = CONCAT(note, ', paid') WHERE id = "
                            + (FIRST + DESTROYED + i % (ORDERS - DESTROYED)));
                }
            }
        }
        twin.catchUp();
        return gtid;
    }

    /** Nobody else writes meanwhile: so it is known which transaction it was. */
    private String alone(String statement) throws SQLException {
        try (Connection connection = server("db1").connect(); Statement sql = connection.createStatement()) {
            sql.execute("SET GLOBAL event_scheduler = OFF");
            sql.execute("LOCK TABLES shop.orders WRITE");
            String before = server("db1").replica().executed();
            Assertions.assertThat(sql.executeUpdate(statement)).isEqualTo(DESTROYED);
            String gtid = server("db1").value("SELECT GTID_SUBTRACT(@@GLOBAL.gtid_executed, '" + before + "')");
            sql.execute("UNLOCK TABLES");
            sql.execute("SET GLOBAL event_scheduler = ON");
            Assertions.assertThat(gtid).matches("[0-9a-f-]{36}:\\d+");
            return gtid;
        }
    }

    /** Runs a runbook of the repository; {@code answers} is the text of an answers file. */
    Invocation run(String runbook, String answers) throws IOException {
        return Invocation.of(runs(runbook, answers));
    }

    /** The arguments by which it is run. */
    String[] runs(String runbook, String answers) throws IOException {
        runs++;
        return new String[]{"run", Path.of("..", "runbooks", runbook + ".runbook").toString(), "--inventory",
                inventory().toString(), "--operator", "senior_dba", "--answers", answers(answers), "--journal",
                journal().toString()};
    }

    /** The arguments by which the last run is carried on. */
    String[] resumes(String answers) throws IOException {
        return new String[]{"resume", journal().toString(), "--operator", "senior_dba", "--answers",
                answers(answers)};
    }

    private String answers(String text) throws IOException {
        return Files.writeString(lab.folder().resolve("answers.yaml"), text).toString();
    }

    /** What people say in a recovery. */
    static String answers(String bad, String way) {
        List<String> approvals = new ArrayList<>();
        for (String step : List.of("decide", "reach", "mend", "pass_over", "agree_replica", "restore",
                "agree_restored", "'rebuild[db2]'", "'rebuild[db3]'")) {
            approvals.add("  " + step + ": {by: infrastructure_manager, answer: yes}\n");
        }
        return "approvals:\n" + String.join("", approvals) + """
                questions:
                  bad: {by: senior_dba, answer: "%s"}
                  way: {by: senior_dba, answer: %s}
                """.formatted(bad, way);
    }

    /** Of the last run. */
    Path journal() {
        return lab.folder().resolve("run-" + runs + ".journal");
    }

    Path inventory() {
        return lab.folder().resolve("inventory.yaml");
    }

    Path folder() {
        return lab.folder();
    }

    LabServer server(String name) {
        return lab.server(name);
    }

    LabApplication application() {
        return application;
    }

    Twin twin() {
        return twin;
    }

    @Override
    public void close() throws IOException {
        application.close();
        twin.close();
        proxy.close();
        lab.close();
    }
}
