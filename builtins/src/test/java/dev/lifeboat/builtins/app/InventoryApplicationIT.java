package dev.lifeboat.builtins.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.builtins.RealPorts;
import dev.lifeboat.builtins.inventory.Inventory;
import dev.lifeboat.builtins.inventory.InventoryReader;
import dev.lifeboat.builtins.inventory.Secrets;
import dev.lifeboat.builtins.lab.LabApplication;
import dev.lifeboat.builtins.lab.LabServer;
import dev.lifeboat.builtins.lab.MySqlLab;
import dev.lifeboat.builtins.lab.ServerPlan;
import dev.lifeboat.grammar.Parsed;
import dev.lifeboat.grammar.Source;
import dev.lifeboat.interpreter.world.Clock;
import dev.lifeboat.interpreter.world.SystemClock;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A small application that writes to real servers, steered as its inventory says. */
class InventoryApplicationIT extends ApplicationContract implements GivenApplication {
    private static MySqlLab lab;
    private final Clock clock = new SystemClock();
    private LabApplication shop;

    @BeforeAll
    static void startServers() throws Exception {
        lab = MySqlLab.start(ServerPlan.primary("db1"), ServerPlan.primary("db2"));
    }

    @AfterAll
    static void endServers() {
        if (lab != null) {
            lab.close();
        }
    }

    @BeforeEach
    void openShop() throws Exception {
        lab.server("db1").start();
        shop = LabApplication.start(lab.server("db1").address(), 50);
        assertThat(shop.takesOrders()).isTrue();
    }

    @AfterEach
    void closeShop() {
        shop.close();
    }

    @Override
    public GivenApplication given() {
        return this;
    }

    @Override
    public Clock clock() {
        return clock;
    }

    @Override
    public Application application() {
        return application("""
                application:
                  url: %s
                  headers: {Authorization: {secret: {env: SHOP_TOKEN}}}
                  maintenance:
                    on: {http: PUT /admin/maintenance}
                    off: {http: DELETE /admin/maintenance}
                    state: {http: GET /admin/maintenance}
                  read_only:
                    on: {http: PUT /admin/read-only}
                    off: {http: DELETE /admin/read-only}
                    state: {http: GET /admin/read-only}
                  restart: {http: POST /admin/restart}
                  smoke_test: {http: GET /health}
                  reconfigure: {http: "PUT /admin/database?server=${address}"}
                  database: {http: GET /admin/database}
                """.formatted(shop.url()));
    }

    @Override
    public Application undeclared() {
        return application("");
    }

    private Application application(String section) {
        Parsed<Inventory> read = InventoryReader.read(Source.of("inventory.yaml", """
                environment: lab
                clusters:
                  shop:
                    primary: db1
                    servers: {db1: {address: "%s", login: dba}, db2: {address: "%s", login: dba}}
                logins: {dba: {user: lifeboat, password: {env: DBA}}, replication: {user: repl, password: {env: B}}}
                """.formatted(lab.server("db1").address(), lab.server("db2").address()) + section));
        assertThat(read.diagnostics()).isEmpty();
        Path here = Path.of("");
        Secrets secrets = new Secrets(here, Map.of("SHOP_TOKEN", LabApplication.TOKEN), text -> Optional.empty(),
                warning -> {});
        return new RealPorts(read.tree().orElseThrow(), here, secrets, clock)
                .find(Application.class, Application.NAME).orElseThrow();
    }

    @Override
    public Optional<String> writesTo() {
        long before = orders("db2");
        return shop.takesOrders() ? Optional.of(orders("db2") > before ? "db2" : "db1") : Optional.empty();
    }

    private static long orders(String server) {
        try {
            LabServer db = lab.server(server);
            return Long.parseLong(db.value("SELECT COUNT(*) FROM shop.orders"));
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    @Override
    public void vanish() {
        shop.vanish();
    }

    @Override
    public void killDatabase() {
        lab.server("db1").kill();
    }

    /** The measure of every failover: what its users were told is placed is there. */
    @Test
    void whatItReportsAsAcknowledgedIsInTheDatabase() throws Exception {
        application().readOnly(true);

        assertThat(shop.acknowledged()).isNotEmpty();
        String listed = String.join(",",
                shop.acknowledged().stream().map(order -> String.valueOf(order.id())).toList());
        assertThat(lab.server("db1").value("SELECT COUNT(*) FROM shop.orders WHERE id IN (" + listed + ")"))
                .isEqualTo(String.valueOf(shop.acknowledged().size()));
    }
}
