package dev.lifeboat.builtins.mysql.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lifeboat.builtins.inventory.Inventory.Address;
import dev.lifeboat.builtins.inventory.Inventory.Tls;
import dev.lifeboat.builtins.lab.Await;
import dev.lifeboat.builtins.lab.LabAccounts;
import dev.lifeboat.builtins.lab.LabServer;
import dev.lifeboat.builtins.lab.MySqlLab;
import dev.lifeboat.builtins.lab.ServerPlan;
import dev.lifeboat.builtins.mysql.MySqlServer;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.builtin.Halt;
import dev.lifeboat.interpreter.builtin.IdentityGuard;
import dev.lifeboat.interpreter.world.Lease;
import dev.lifeboat.interpreter.world.SystemClock;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is kept between the calls of a run, on a real server. */
class KeptConnectionsIT {
    private static final Duration LIMIT = Duration.ofSeconds(5);
    private static MySqlLab lab;
    private static LabServer db1;
    private final KeptConnections kept = new KeptConnections();
    private boolean lost;

    @BeforeAll
    static void start() throws Exception {
        lab = MySqlLab.start(ServerPlan.primary("db1"));
        db1 = lab.server("db1");
    }

    @AfterAll
    static void end() {
        if (lab != null) {
            lab.close();
        }
    }

    @AfterEach
    void goodbye() {
        kept.close();
    }

    private final Lease lease = new Lease() {
        @Override
        public long epoch() {
            return 7;
        }

        @Override
        public void assertHeld() {
            if (lost) {
                throw Failure.of("The lease is lost.");
            }
        }
    };

    private JdbcLogin login(String step, long call) {
        SessionMark mark = SessionMark.of(lease, "shop", "run-1").at(step, call);
        return new JdbcLogin("db1", new Address("127.0.0.1", db1.port()), LabAccounts.LIFEBOAT,
                () -> LabAccounts.LIFEBOAT_PASSWORD, Tls.PREFER, mark);
    }

    private JdbcSession session(String step, long call, IdentityGuard guard) {
        return new JdbcSession(login(step, call), Optional.empty(), new SystemClock(), guard).on(kept);
    }

    private JdbcSession session() {
        return session("detect", 1, IdentityGuard.NONE);
    }

    private long thread() {
        return session().observe("look which thread serves it",
                connection -> Long.valueOf(value(connection, "SELECT CONNECTION_ID()")));
    }

    private static String value(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    private static boolean isConnected(long thread) {
        try {
            return !db1.query("SELECT 1 FROM performance_schema.processlist WHERE ID = " + thread).isEmpty();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void callsInTurnHaveOneConnection() {
        assertThat(List.of(thread(), thread(), thread())).containsOnly(thread());
    }

    @Test
    void thatOfALookServesTheNextCall() {
        assertThat(session().reach(LIMIT).answered()).isTrue();
        long one = thread();

        session().reach(LIMIT);
        assertThat(thread()).as("a look is had on a new one").isNotEqualTo(one);
        Await.until("the older one ends", LIMIT, () -> !isConnected(one));
    }

    @Test
    void whoAsksWhetherItGoesOnOpensNone() {
        long one = thread();

        MySqlServer.Reach reach = session().answer(LIMIT);
        assertThat(reach.answered()).isTrue();
        assertThat(thread()).isEqualTo(one);
        assertThat(reach.identity()).isEqualTo(session().reach(LIMIT).identity());
    }

    @Test
    void whatOpensAServerAndWritesToItLeavesTheSessionAsItWas() throws Exception {
        Preparation.prepare(session());
        long one = thread();
        String before = settings();

        MySqlServer server = new JdbcMySqlServer(login("promote", 2), Optional.empty(), account -> {
            throw new IllegalArgumentException(account);
        }, new SystemClock(), IdentityGuard.NONE, kept);
        server.setReadOnly(MySqlServer.ReadOnly.WRITABLE);
        assertThat(server.writeCanary("kept").isEmpty()).isFalse();

        assertThat(thread()).isEqualTo(one);
        assertThat(settings()).isEqualTo(before);
    }

    private String settings() {
        return session().observe("read its settings", connection -> value(connection,
                "SELECT CONCAT(@@SESSION.lock_wait_timeout, ' ', @@SESSION.session_track_gtids)"));
    }

    @Test
    void whereThatOfBeforeHasEndedANewOneAnswers() throws Exception {
        db1.execute("KILL " + thread());

        assertThat(session().answer(LIMIT).answered()).isTrue();
    }

    @Test
    void aServerThatHangsDoesNotAnswerThereEither() {
        thread();
        db1.freeze();
        try {
            long began = System.nanoTime();
            assertThat(session().answer(LIMIT).answer()).isEqualTo(MySqlServer.Answer.SILENT);
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(LIMIT.plusSeconds(5));
        } finally {
            db1.thaw();
        }
    }

    @Test
    void eachStatementNamesItsOwnCall() {
        String mine = "SELECT INFO FROM performance_schema.processlist WHERE ID = CONNECTION_ID()";
        session("detect", 1, IdentityGuard.NONE).observe("look at itself", connection -> value(connection, mine));
        String said = session("promote", 2, IdentityGuard.NONE).observe("look at itself",
                connection -> value(connection, mine));

        assertThat(said).contains("step=promote call=2 epoch=7");
    }

    @Test
    void oneOnWhichAStatementFailedIsNotUsedAgain() {
        long one = thread();
        assertThatThrownBy(() -> session().observe("ask nonsense", connection -> value(connection, "SELECT nonsense")))
                .isInstanceOf(Failure.class);

        assertThat(thread()).isNotEqualTo(one);
        assertThat(isConnected(one)).isFalse();
    }

    @Test
    void oneWhoseTimeWasUpIsNotUsedAgain() {
        long one = thread();
        assertThatThrownBy(() -> session().observe("sleep", Duration.ofSeconds(1),
                connection -> value(connection, "SELECT SLEEP(600)"))).isInstanceOf(Failure.class);

        assertThat(thread()).isNotEqualTo(one);
        assertThat(isConnected(one)).isFalse();
    }

    @Test
    void oneThatWasEndedMeanwhileIsReplacedUnnoticed() throws Exception {
        long one = thread();
        db1.execute("KILL " + one);
        Await.until("it has ended", LIMIT, () -> !isConnected(one));

        assertThat(thread()).isNotEqualTo(one);
    }

    @Test
    void theLeaseIsAskedForBeforeEachChange() {
        thread();
        lost = true;

        assertThatThrownBy(() -> session().change("change it", connection -> {
            throw new IllegalStateException("It was let through.");
        })).isInstanceOf(Failure.class).hasMessage("The lease is lost.");
    }

    @Test
    void whoIsBehindItIsToldBeforeEachCall() {
        thread();
        IdentityGuard guard = (name, identity) -> {
            throw new Halt(name + " is " + identity, List.of(), "");
        };

        assertThatThrownBy(() -> session("detect", 2, guard).observe("look", connection -> "let through"))
                .isInstanceOf(Halt.class).hasMessage("db1 is " + db1.uuid());
    }

    @Test
    void aServerThatHangsIsToldAsOnANewOne() {
        thread();
        db1.freeze();
        try {
            assertThatThrownBy(() -> session().observe("look", LIMIT, connection -> "answered"))
                    .isInstanceOf(Failure.class).hasMessageContaining("accepted the connection and did not answer");
        } finally {
            db1.thaw();
        }
        assertThat(thread()).isPositive();
    }

    @Test
    void twoAtATimeHaveEachTheirOwn() {
        long outer = session().observe("look twice", connection -> {
            long own = Long.parseLong(value(connection, "SELECT CONNECTION_ID()"));
            assertThat(thread()).isNotEqualTo(own);
            return own;
        });

        assertThat(thread()).isEqualTo(outer);
    }

    @Test
    void noneIsLeftAtTheEnd() {
        long one = thread();
        kept.close();
        Await.until("it has ended", LIMIT, () -> !isConnected(one));

        long late = thread();
        Await.until("the call that came later has left none", LIMIT, () -> !isConnected(late));
    }
}
