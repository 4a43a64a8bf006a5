package dev.lifeboat.builtins.mysql.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.lifeboat.builtins.inventory.Inventory.Address;
import dev.lifeboat.builtins.inventory.Inventory.Tls;
import dev.lifeboat.builtins.lab.LabAccounts;
import dev.lifeboat.builtins.lab.LabServer;
import dev.lifeboat.builtins.lab.MySqlLab;
import dev.lifeboat.builtins.lab.ServerPlan;
import dev.lifeboat.builtins.mysql.jdbc.FormerSessions.End;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.lease.Claim;
import dev.lifeboat.interpreter.lease.FileLeaseStore;
import dev.lifeboat.interpreter.lease.HeldLease;
import dev.lifeboat.interpreter.lease.Leases;
import dev.lifeboat.interpreter.world.Clock;
import dev.lifeboat.interpreter.world.Lease;
import dev.lifeboat.interpreter.world.SystemClock;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a takeover does on a server to what the former holder has open there, at each moment at which that may stand still. */
class LeaseFencingIT {
    private static final String ROW = "INSERT INTO shop.fenced (id) VALUES (0)";
    private static MySqlLab lab;
    private static LabServer db1;
    private static LabServer db2;
    private final Clock clock = new SystemClock();
    @TempDir
    private Path folder;
    private Leases leases;

    @BeforeAll
    static void start() throws Exception {
        lab = MySqlLab.start(ServerPlan.primary("db1").with("binlog_rows_query_log_events", "ON"),
                ServerPlan.primary("db2").with("performance_schema_session_connect_attrs_size", "0"));
        db1 = lab.server("db1");
        db2 = lab.server("db2");
        for (LabServer server : lab.servers()) {
            server.execute("GRANT ALL ON shop.* TO " + LabAccounts.LIFEBOAT);
        }
    }

    @AfterAll
    static void end() {
        if (lab != null) {
            lab.close();
        }
    }

    @BeforeEach
    void furnish() throws Exception {
        leases = new Leases("shop, main", FileLeaseStore.open(folder, "shop"), clock);
        for (LabServer server : lab.servers()) {
            server.execute("DROP TABLE IF EXISTS shop.fenced",
                    "CREATE TABLE shop.fenced (id BIGINT AUTO_INCREMENT PRIMARY KEY)");
        }
    }

    private HeldLease held(String run) {
        return leases.acquire(claim(run));
    }

    private HeldLease taken(String run, String from) {
        return leases.takeOver(claim(run), from, "");
    }

    private Claim claim(String run) {
        return new Claim(run, "ada", "ops1", 1, clock.now());
    }

    private static SessionMark mark(HeldLease lease) {
        return SessionMark.of(lease, lease.cluster(), lease.holder().run()).at("fence*/[db1]", 17);
    }

    private static JdbcLogin login(LabServer server, SessionMark mark) {
        return new JdbcLogin(server.name(), new Address("127.0.0.1", server.port()), LabAccounts.LIFEBOAT,
                () -> LabAccounts.LIFEBOAT_PASSWORD, Tls.PREFER, mark);
    }

    private JdbcSession session(LabServer server, HeldLease lease) {
        return new JdbcSession(login(server, mark(lease)), clock);
    }

    private static End evict(LabServer server, HeldLease taken) {
        return new FormerSessions(JdbcWays.of(login(server, mark(taken)), Optional.empty()), mark(taken)).end();
    }

    private static Void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
        return null;
    }

    private static String rows(LabServer server) throws SQLException {
        return server.value("SELECT COUNT(*) FROM shop.fenced");
    }

    @Test
    void aSessionSaysWhoseItIs() {
        HeldLease lease = held("20260101T030000Z-failover");
        session(db1, lease).observe("look", connection -> {
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery(
                            "SELECT INFO, (SELECT GROUP_CONCAT(ATTR_NAME, '=', ATTR_VALUE ORDER BY ATTR_NAME)"
                                    + " FROM performance_schema.session_connect_attrs WHERE PROCESSLIST_ID = ID"
                                    + " AND ATTR_NAME NOT LIKE '\\_%') FROM performance_schema.processlist"
                                    + " WHERE ID = CONNECTION_ID()")) {
                row.next();
                assertThat(row.getString(1)).startsWith(
                        "/* lifeboat run=20260101T030000Z-failover step=fence__[db1] call=17 epoch=1 */ SELECT INFO");
                assertThat(row.getString(2)).isEqualTo("lifeboat_cluster=shop%2C+main,lifeboat_epoch=1,"
                        + "lifeboat_run=20260101T030000Z-failover,program_name=lifeboat");
            }
            return null;
        });
        lease.close();
    }

    @Test
    void oneThatStandsStillBetweenCheckAndStatementFindsItsConnectionEnded() throws Exception {
        for (LabServer server : lab.servers()) {
            HeldLease old = held("old");
            Failure failure = catchThrowableOfType(Failure.class,
                    () -> session(server, old).change("write a row", c -> {
                        HeldLease taken = taken("new", "old");
                        assertThat(evict(server, taken)).isInstanceOf(End.Gone.class).extracting(End::what).asString()
                                .matches("threads? \\d+.* on db\\d killed, gone after \\d+\\.\\d s");
                        taken.close();
                        return execute(c, ROW);
                    }));

            assertThat(failure).as(server.name()).isNotNull();
            assertThat(rows(server)).isEqualTo("0");
            old.close();
        }
    }

    @Test
    void aTransactionThatIsOpenIsRolledBack() throws Exception {
        HeldLease old = held("old");
        Failure failure = catchThrowableOfType(Failure.class, () -> session(db1, old).change("write a row", c -> {
            c.setAutoCommit(false);
            execute(c, ROW);
            HeldLease taken = taken("new", "old");
            assertThat(evict(db1, taken)).isInstanceOf(End.Gone.class);
            taken.close();
            c.commit();
            return null;
        }));

        assertThat(failure).isNotNull();
        assertThat(rows(db1)).isEqualTo("0");
        old.close();
    }

    @Test
    void oneThatStandsStillBeforeItConnectsFindsItsEpochStale() throws Exception {
        HeldLease old = held("old");
        HeldLease taken = taken("new", "old");
        assertThat(evict(db1, taken).what()).isEqualTo("db1: the former holder had nothing open");

        assertThatExceptionOfType(Lease.Lost.class)
                .isThrownBy(() -> session(db1, old).change("write a row", c -> execute(c, ROW)));
        assertThatExceptionOfType(Lease.Lost.class)
                .isThrownBy(() -> session(db1, old).probe("write a row", Duration.ofSeconds(5), c -> execute(c, ROW)));
        session(db1, old).observe("look", c -> execute(c, "SELECT 1"));
        assertThat(rows(db1)).isEqualTo("0");
        session(db1, taken).change("write a row", c -> execute(c, ROW));
        assertThat(rows(db1)).isEqualTo("1");
        taken.close();
        old.close();
    }

    @Test
    void nobodyElsesSessionIsEnded() throws Exception {
        HeldLease old = held("old");
        HeldLease taken = taken("new", "old");
        Leases elsewhere = new Leases("other", FileLeaseStore.open(folder, "other"), clock);
        HeldLease other = elsewhere.acquire(claim("elsewhere"));
        JdbcLogin application = new JdbcLogin("db1", new Address("127.0.0.1", db1.port()), LabAccounts.APPLICATION,
                () -> LabAccounts.APPLICATION_PASSWORD, Tls.PREFER);
        Duration limit = Duration.ofSeconds(5);
        try (Connection orders = JdbcConnections.open(application, limit);
                Connection mine = JdbcConnections.open(login(db1, mark(taken)), limit);
                Connection others = JdbcConnections.open(login(db1, mark(other)), limit);
                Connection theirs = JdbcConnections.open(login(db1, mark(old)), limit)) {
            assertThat(evict(db1, taken)).isInstanceOf(End.Gone.class);

            assertThat(orders.isValid(1)).isTrue();
            assertThat(mine.isValid(1)).isTrue();
            assertThat(others.isValid(1)).isTrue();
            assertThat(theirs.isValid(1)).isFalse();
        }
        other.close();
        taken.close();
        old.close();
    }

    @Test
    void aServerThatCannotBeReachedIsToldAsNotFenced() throws Exception {
        HeldLease lease = held("new");
        int port;
        try (ServerSocket closed = new ServerSocket(0)) {
            port = closed.getLocalPort();
        }
        JdbcLogin login = new JdbcLogin("db9", new Address("127.0.0.1", port), LabAccounts.LIFEBOAT,
                () -> LabAccounts.LIFEBOAT_PASSWORD, Tls.PREFER, mark(lease));
        End end = new FormerSessions(JdbcWays.of(login, Optional.empty()), mark(lease)).end();

        assertThat(end).isEqualTo(new End.OutOfReach("db9 can't be reached (nothing listens at 127.0.0.1:" + port
                + "): what the former holder has open there goes on"));
        lease.close();
    }

    /** With the check before the connection, or without ending what is open, the order is lost: so it would be seen. */
    @Test
    void aStatementThatComesTooLateWouldBeSeen() throws Exception {
        HeldLease old = held("old");
        session(db1, old).change("write a row", c -> {
            HeldLease taken = taken("new", "old");
            session(db1, taken).change("write a row", mine -> execute(mine, ROW));
            taken.close();
            return execute(c, ROW);
        });
        old.close();

        assertThat(new WrittenEpochs(db1).of("shop.fenced")).endsWith(2L, 1L);
    }
}
