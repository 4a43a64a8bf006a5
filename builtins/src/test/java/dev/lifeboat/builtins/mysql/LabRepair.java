package dev.lifeboat.builtins.mysql;

import dev.lifeboat.builtins.lab.AtOnce;
import dev.lifeboat.builtins.lab.Await;
import dev.lifeboat.builtins.lab.LabServer;
import dev.lifeboat.builtins.lab.Shop;
import dev.lifeboat.builtins.mysql.jdbc.JdbcSession;
import dev.lifeboat.builtins.mysql.jdbc.Preparation;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** Makes servers well again after a test: by taking back what it did where that is enough, else by beginning with empty data. */
final class LabRepair {
    private static final String FOUND = """
            SELECT @@GLOBAL.gtid_executed AS executed, COUNT(*) AS own_channels FROM performance_schema.replication_connection_configuration c
              JOIN performance_schema.replication_applier_status_by_worker w USING (CHANNEL_NAME)
              JOIN performance_schema.replication_applier_configuration a USING (CHANNEL_NAME)
             WHERE c.PORT = %d AND c.HEARTBEAT_INTERVAL = 1 AND c.CONNECTION_RETRY_COUNT > 2 AND w.LAST_ERROR_NUMBER = 0 AND a.DESIRED_DELAY = 0
            """;
    private final LabServers given;
    private final LabServer primary;
    private final List<LabServer> replicas;
    private boolean spoiled = true;

    LabRepair(LabServers given, LabServer primary, List<LabServer> replicas) {
        this.given = given;
        this.primary = primary;
        this.replicas = replicas;
    }

    /** What comes next can't be taken back. */
    void rebuild() {
        spoiled = true;
    }

    void well() throws SQLException {
        AtOnce.toEach(all(), this::open);
        if (spoiled || !asTheyWere()) {
            anew();
        }
        primary.execute("SET GLOBAL read_only = OFF", "SET GLOBAL binlog_expire_logs_auto_purge = ON",
                "SET GLOBAL event_scheduler = ON");
        AtOnce.toEach(replicas, this::replicate);
        spoiled = false;
    }

    /** It runs, and lets everybody in. */
    private void open(LabServer server) {
        server.thaw();
        server.start();
        Await.until(server + " has connections left", Duration.ofSeconds(10), () -> {
            server.execute("SET GLOBAL max_connections = 50", "SET GLOBAL offline_mode = OFF", "RESET PERSIST");
            return true;
        });
        if (given.server(server.name()).semiSync().filter(found -> !found.equals(SemiSync.OFF)).isPresent()) {
            given.server(server.name()).setSemiSync(SemiSync.OFF);
        }
    }

    private void replicate(LabServer replica) throws SQLException {
        replica.execute("SET GLOBAL super_read_only = ON", "START REPLICA");
        replica.replica().awaitAppliedFrom(primary);
        Await.until(replica + " receives", Duration.ofSeconds(10),
                () -> replica.replica().receiver().equals("Yes"));
    }

    private List<LabServer> all() {
        return Stream.concat(Stream.of(primary), replicas.stream()).toList();
    }

    /** All transactions are the primary's, and all replicas follow it. */
    private boolean asTheyWere() throws SQLException {
        GtidSet held = GtidSet.EMPTY;
        // The primary last, so that it has whatever a replica could get from it.
        for (LabServer server : all().reversed()) {
            var found = server.query(FOUND.formatted(primary.port())).getFirst();
            var sources = GtidSet.parse(found.get("executed")).sources();
            boolean follows = !found.get("own_channels").equals("0");
            held = held.union(GtidSet.parse(found.get("executed")));
            if (!sources.equals(List.of(primary.uuid())) || follows == (server == primary)) {
                return false;
            }
        }
        return GtidSet.parse(primary.replica().executed()).contains(held);
    }

    private void anew() throws SQLException {
        // First all of them: a binary log is not reset while a replica that stands still reads it.
        AtOnce.toEach(all(), server -> server.execute("STOP REPLICA", "RESET REPLICA ALL"));
        AtOnce.toEach(all(), server -> server.execute("SET GLOBAL super_read_only = OFF",
                "SET GLOBAL read_only = OFF", "DROP SCHEMA IF EXISTS shop", "DROP SCHEMA IF EXISTS lifeboat",
                Dialect.of(server.version().toString()).resetBinaryLogs()));
        Shop.openOn(primary);
        Preparation.prepare(new JdbcSession(given.lifeboat(primary.name()), given.clock()));
        for (int order = 0; order < 3; order++) {
            given.order(primary.name());
        }
        for (LabServer replica : replicas) {
            given.server(replica.name()).changeSource(given.source(primary.name()));
        }
    }
}
