package dev.lifeboat.builtins.mysql.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.builtins.inventory.Inventory.Address;
import dev.lifeboat.builtins.inventory.Inventory.Tls;
import dev.lifeboat.builtins.lab.Await;
import dev.lifeboat.builtins.lab.CutPort;
import dev.lifeboat.builtins.lab.LabAccounts;
import dev.lifeboat.builtins.lab.LabServer;
import dev.lifeboat.builtins.lab.MySqlLab;
import dev.lifeboat.builtins.lab.ServerPlan;
import dev.lifeboat.builtins.mysql.MySqlServer;
import dev.lifeboat.builtins.mysql.MySqlServer.ReadOnly;
import dev.lifeboat.builtins.mysql.MySqlServer.ThreadState;
import dev.lifeboat.interpreter.builtin.IdentityGuard;
import dev.lifeboat.interpreter.world.SystemClock;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A source dies in the middle of sending a transaction, and its replica has begun to apply it. */
class PartialTransactionIT {
    private static final Duration SOON = Duration.ofSeconds(30);
    /** Enough that the receiver's buffer does not hold all that has come of it. */
    private static final int ROWS = 4_000;
    private static final String UNDER_WAY = """
            SELECT APPLYING_TRANSACTION FROM performance_schema.replication_applier_status_by_worker WHERE APPLYING_TRANSACTION <> ''
            """;

    @Test
    void theReplicaIsOpenedAtOnceAndHasNothingOfIt() throws Exception {
        try (MySqlLab lab = MySqlLab.start(ServerPlan.primary("db1"), ServerPlan.replica("db2", "db1"));
                CutPort way = CutPort.to(lab.server("db1"))) {
            LabServer db2 = lab.server("db2");
            dieInTheMiddle(lab.server("db1"), way, db2);
            MySqlServer replica = replica(db2);
            replica.stopReceiver();
            replica.tellApplierToStop();
            assertThat(replica.channels().getFirst().applier()).as("MySQL waits a minute").isEqualTo(ThreadState.ON);

            replica.setReadOnly(ReadOnly.WRITABLE);
            db2.execute("INSERT INTO shop.orders (id, note) VALUES (1000000, 'new')");
            assertThat(orders(db2)).isEqualTo("1,1000000");
        }
    }

    private static void dieInTheMiddle(LabServer db1, CutPort way, LabServer db2) throws Exception {
        db2.replica().follow(way.port());
        db1.execute("INSERT INTO shop.orders (id, note) VALUES (1, 'whole')");
        db2.replica().awaitAppliedFrom(db1);
        way.dribble(Duration.ZERO);
        db1.execute(longTransaction());
        Await.until("it is begun to be applied", SOON, () -> !db2.query(UNDER_WAY).isEmpty());
        way.refuse();
        db1.kill();
        assertThat(orders(db2)).isEqualTo("1");
    }

    private static String[] longTransaction() {
        List<String> statements = new ArrayList<>(List.of("BEGIN"));
        for (int id = 2; id < ROWS; id++) {
            statements.add("INSERT INTO shop.orders (id, note) VALUES (" + id + ", REPEAT('x', 200))");
        }
        statements.add("COMMIT");
        return statements.toArray(String[]::new);
    }

    private static String orders(LabServer server) throws SQLException {
        return server.value("SELECT GROUP_CONCAT(id ORDER BY id) FROM shop.orders");
    }

    private static MySqlServer replica(LabServer db2) {
        JdbcLogin login = new JdbcLogin("db2", new Address("127.0.0.1", db2.port()), LabAccounts.LIFEBOAT,
                () -> LabAccounts.LIFEBOAT_PASSWORD, Tls.PREFER);
        return new JdbcMySqlServer(login, Optional.empty(), account -> login, new SystemClock(), IdentityGuard.NONE);
    }
}
