package dev.lifeboat.cli.endtoend;

import dev.lifeboat.builtins.backup.SealKeys;
import dev.lifeboat.builtins.lab.AcknowledgedWriter;
import dev.lifeboat.builtins.lab.CutPort;
import dev.lifeboat.builtins.lab.LabApplication;
import dev.lifeboat.builtins.lab.LabHaProxy;
import dev.lifeboat.builtins.lab.LabServer;
import dev.lifeboat.builtins.lab.MySqlLab;
import dev.lifeboat.builtins.lab.ServerPlan;
import dev.lifeboat.cli.Invocation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;

/**
 * A real estate in two sites: in `main` the primary `db1`, `db2` and `db3`, in `dr` `dr1` and `dr2`, all behind one HAProxy, which reaches site `main` by ways
 * that can be shut. A shop writes, steered as the inventory says, and so does what a test lets write. Store `san` lies in neither site.
 */
final class TwoSites implements AutoCloseable {
    static final List<String> MAIN = List.of("db1", "db2", "db3");
    static final List<String> DR = List.of("dr1", "dr2");
    private static final int ORDERS_A_SECOND = 50;
    /** Those that are run in such an estate. */
    private static final Path[] RUNBOOKS = Stream
            .of("site-outage", "failback-prepare", "failback-switch", "backup-binlogs")
            .map(TwoSites::runbook).toArray(Path[]::new);

    private final MySqlLab lab;
    private final Map<String, CutPort> ways;
    private final LabHaProxy proxy;
    private final LabApplication shop;
    private final SiteSurroundings surroundings;
    private final List<AcknowledgedWriter> writers = new ArrayList<>();
    private int runs;

    private TwoSites(MySqlLab lab, Map<String, CutPort> ways) throws IOException {
        this.lab = lab;
        this.ways = ways;
        LabServer[] others = lab.servers().stream().filter(server -> !server.name().equals("db1"))
                .toArray(LabServer[]::new);
        proxy = LabHaProxy.start(lab, this::way, lab.server("db1"), others);
        shop = LabApplication.start(proxy.address(), ORDERS_A_SECOND);
        surroundings = SiteSurroundings.start(ways.values(), this::ordersPerSecond, ORDERS_A_SECOND / 2);
    }

    static TwoSites start() throws SQLException, IOException {
        MySqlLab lab = MySqlLab.start(plan(ServerPlan.primary("db1")), plan(ServerPlan.replica("db2", "db1")),
                plan(ServerPlan.replica("db3", "db1")), plan(ServerPlan.replica("dr1", "db1")),
                plan(ServerPlan.replica("dr2", "db1")));
        Map<String, CutPort> ways = new LinkedHashMap<>();
        for (String name : MAIN) {
            ways.put(name, CutPort.to(lab.server(name)));
        }
        TwoSites sites = new TwoSites(lab, ways);
        Files.writeString(sites.inventory(), sites.inventoryText());
        sites.prepare();
        return sites;
    }

    private static ServerPlan plan(ServerPlan plan) {
        return plan.bootsFenced().with("plugin_load_add", "mysql_clone.so").supervisedByItsMachine();
    }

    private String way(LabServer server) {
        return ways.containsKey(server.name()) ? ways.get(server.name()).address() : server.address();
    }

    /** Of the last half second: whoever asks too early looks again in a minute. */
    private long ordersPerSecond() {
        Instant since = Instant.now().minusMillis(500);
        return shop.acknowledged().stream().filter(order -> order.at().isAfter(since)).count() * 2;
    }

    private String inventoryText() throws IOException {
        return new InventoryText(lab, proxy, Map.of()).text().replaceAll("host: db\\d", "$0, site: main")
                .replaceAll("host: dr\\d", "$0, site: dr").replace("hosts:\n", """
                            witnesses: [w1]
                        hosts:
                          w1: {}
                        """)
                + """
                        secrets: {backup-key: {file: backup.key}}
                        stores: {san: {kind: directory, path: san, key: backup-key}}
                        sites:
                          main:
                            fence: {http: "PUT %1$s/main/closed"}
                            unfence: {http: "DELETE %1$s/main/closed"}
                            fenced: {http: "GET %1$s/main/closed", on: closed, off: open}
                        metrics:
                          prometheus: %1$s
                          queries:
                            orders_per_second: {query: "sum(rate(shop_orders_total[500ms]))", unit: orders/s}
                          baseline: 7d
                        application:
                          url: %2$s
                          headers: {Authorization: {secret: {file: shop.token}}}
                          maintenance:
                            on: {http: PUT /admin/maintenance}
                            off: {http: DELETE /admin/maintenance}
                            state: {http: GET /admin/maintenance}
                          read_only:
                            on: {http: PUT /admin/read-only}
                            off: {http: DELETE /admin/read-only}
                            state: {http: GET /admin/read-only}
                          reconfigure: {http: "PUT /admin/database?server=${address}"}
                          database: {http: GET /admin/database}
                          restart: {http: POST /admin/restart}
                          smoke_test: {http: GET /health}
                        """.formatted(surroundings.url(), shop.url());
    }

    private void prepare() throws IOException, SQLException {
        Files.writeString(lab.folder().resolve("shop.token"), LabApplication.TOKEN);
        Files.writeString(lab.folder().resolve("backup.key"), SealKeys.create().text());
        Files.createDirectory(lab.folder().resolve("san"));
        Preparing.grants(servers(), inventory(), RUNBOOKS);
        Invocation prepared = Invocation.of("prepare", "--inventory", inventory().toString());
        Assertions.assertThat(prepared.status()).as(prepared.all()).isZero();
    }

    Path inventory() {
        return lab.folder().resolve("inventory.yaml");
    }

    private static Path runbook(String name) {
        return Path.of("..", "runbooks", name + ".runbook");
    }

    /** Runs a runbook of the repository; {@code answers} is the text of an answers file, {@code parameters} are such as {@code patience=1s}. */
    Invocation run(String runbook, String answers, String... parameters) throws IOException {
        runs++;
        List<String> words = new ArrayList<>(List.of("run",
                runbook(runbook).toString(), "--inventory",
                inventory().toString(), "--operator", "senior_dba", "--answers",
                Files.writeString(lab.folder().resolve("answers.yaml"), answers).toString(), "--journal",
                journal().toString()));
        for (String parameter : parameters) {
            words.addAll(List.of("--param", parameter));
        }
        return Invocation.of(words.toArray(String[]::new));
    }

    /** Of the last run. */
    Path journal() {
        return lab.folder().resolve("run-" + runs + ".journal");
    }

    /** Keeps the journal of the last run, which says where its time went, when this estate is gone. */
    void keepJournal(Path file) throws IOException {
        Files.copy(journal(), file, StandardCopyOption.REPLACE_EXISTING);
    }

    Path folder() {
        return lab.folder();
    }

    LabServer server(String name) {
        return lab.server(name);
    }

    List<LabServer> servers() {
        return lab.servers();
    }

    LabHaProxy proxy() {
        return proxy;
    }

    LabApplication shop() {
        return shop;
    }

    SiteSurroundings surroundings() {
        return surroundings;
    }

    /** A program of the servers' distribution, such as {@code mysql}. */
    String program(String name) {
        return lab.distribution().program(name).orElseThrow(() -> new IllegalStateException("No `" + name + "`."))
                .toString();
    }

    /** Somebody else who places orders through the endpoint. */
    AcknowledgedWriter write(int rowsASecond) {
        AcknowledgedWriter writer = AcknowledgedWriter.through(proxy.port()).start(rowsASecond);
        writers.add(writer);
        return writer;
    }

    /** All servers have what this one has. */
    void awaitLevel(String primary) throws SQLException {
        for (LabServer server : servers()) {
            if (!server.name().equals(primary)) {
                server.replica().awaitAppliedFrom(server(primary));
            }
        }
    }

    /** The longest time between two orders that one writer was told are placed. */
    static Duration gap(List<AcknowledgedWriter.Acknowledged> rows) {
        Duration longest = Duration.ZERO;
        for (int i = 1; i < rows.size(); i++) {
            Duration between = Duration.between(rows.get(i - 1).at(), rows.get(i).at());
            longest = between.compareTo(longest) > 0 ? between : longest;
        }
        return longest;
    }

    @Override
    public void close() throws IOException {
        writers.forEach(AcknowledgedWriter::close);
        shop.close();
        surroundings.close();
        proxy.close();
        for (CutPort way : ways.values()) {
            way.close();
        }
        lab.close();
    }
}
