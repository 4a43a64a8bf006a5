package dev.lifeboat.builtins.mysql.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.lifeboat.builtins.inventory.Inventory.Address;
import dev.lifeboat.builtins.inventory.Inventory.Tls;
import dev.lifeboat.builtins.lab.LabAccounts;
import dev.lifeboat.builtins.lab.LabServer;
import dev.lifeboat.builtins.lab.MySqlLab;
import dev.lifeboat.builtins.lab.ServerPlan;
import dev.lifeboat.builtins.mysql.MySqlServer;
import dev.lifeboat.builtins.mysql.MySqlServer.Answer;
import dev.lifeboat.builtins.mysql.MySqlServer.Reach;
import dev.lifeboat.builtins.mysql.MySqlServer.ReadOnly;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.builtin.Failure.Outcome;
import dev.lifeboat.interpreter.builtin.IdentityGuard;
import dev.lifeboat.interpreter.world.Clock;
import dev.lifeboat.interpreter.world.SystemClock;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A living server that does not let everybody in, or does not do everything at once. */
class JdbcSessionIT {
    private static final Duration LIMIT = Duration.ofSeconds(5);
    private static final int MOST = 10;
    private static MySqlLab lab;
    private static LabServer db1;
    private final Clock clock = new SystemClock();
    private final List<Connection> taken = new ArrayList<>();

    @BeforeAll
    static void start() throws Exception {
        lab = MySqlLab.start(ServerPlan.primary("db1").with("max_connections", String.valueOf(MOST)));
        db1 = lab.server("db1");
    }

    @AfterAll
    static void end() {
        if (lab != null) {
            lab.close();
        }
    }

    @AfterEach
    void leave() throws Exception {
        for (Connection connection : taken) {
            connection.close();
        }
    }

    private JdbcLogin login(String user, String password) {
        return new JdbcLogin("db1", new Address("127.0.0.1", db1.port()), user, () -> password, Tls.PREFER);
    }

    private JdbcLogin lifeboat() {
        return login(LabAccounts.LIFEBOAT, LabAccounts.LIFEBOAT_PASSWORD);
    }

    private MySqlServer server(Optional<Integer> admin) {
        return new JdbcMySqlServer(lifeboat(), admin.map(port -> new Address("127.0.0.1", port)), name -> lifeboat(),
                clock, IdentityGuard.NONE);
    }

    /** All that others may take, and the one more that is kept for administrators. */
    private void takeAllConnections() throws Exception {
        for (int i = 0; i < MOST; i++) {
            taken.add(JdbcConnections.open(login(LabAccounts.APPLICATION, LabAccounts.APPLICATION_PASSWORD), LIMIT));
        }
        taken.add(db1.connect());
    }

    @Test
    void whereAllConnectionsAreTakenTheAdministrativePortLetsLifeboatIn() throws Exception {
        takeAllConnections();
        MySqlServer server = server(Optional.of(db1.adminPort()));

        assertThat(server.reach(LIMIT)).matches(reach -> reach.answer() == Answer.TOO_MANY_CONNECTIONS)
                .matches(reach -> reach.error() == 1040);
        assertThat(server.reachAdmin(LIMIT).answered()).isTrue();
        assertThat(server.state().identity().uuid()).isEqualTo(db1.uuid());
        assertThat(server.killSessions().count()).as("all but that of root, which may not be killed").isEqualTo(MOST);
    }

    @Test
    void theDeadlineGetsInThereToo() throws Exception {
        takeAllConnections();
        JdbcLogin admin = lifeboat().at(new Address("127.0.0.1", db1.adminPort()));
        JdbcSession session = new JdbcSession(lifeboat(), Optional.of(admin), clock, IdentityGuard.NONE);
        Failure failure = failure(() -> session.observe("sleep", Duration.ofSeconds(1), connection -> {
            connection.createStatement().execute("DO SLEEP(600)");
            return null;
        }));

        assertThat(failure.evidence().getFirst()).contains("killed, gone");
    }

    @Test
    void withoutAnAdministrativePortTheHintSaysWhatToDo() throws Exception {
        takeAllConnections();
        Failure failure = failure(() -> server(Optional.empty()).state());

        assertThat(failure).hasMessageContaining("error 1040, ");
        assertThat(failure.hint()).contains("`admin:`").contains("max_connections");
    }

    @Test
    void anAccountThatIsRefusedIsDenied() {
        Reach reach = JdbcReach.look(login("nobody", "guess"), LIMIT);
        assertThat(reach.answer()).isEqualTo(Answer.DENIED);
        assertThat(reach.error()).isEqualTo(1045);

        Failure failure = failure(() -> new JdbcSession(login("nobody", "guess"), clock).observe("look", c -> null));
        assertThat(failure).hasMessageContaining("does not let `nobody` in: error 1045");
        assertThat(failure.hint()).contains("login in the inventory");
        assertThat(failure.getMessage() + failure.hint()).doesNotContain("guess");
    }

    /** Each aborted connection counts against {@code max_connect_errors} of the host. */
    @Test
    void lookingLeavesNoAbortedConnections() throws Exception {
        String before = aborted();
        for (int i = 0; i < 5; i++) {
            assertThat(server(Optional.empty()).reach(LIMIT).answered()).isTrue();
        }

        assertThat(aborted()).isEqualTo(before);
    }

    private static String aborted() throws Exception {
        return db1.value("SELECT VARIABLE_VALUE FROM performance_schema.global_status"
                + " WHERE VARIABLE_NAME = 'Aborted_connects'");
    }

    /** A table that is locked for writing stands in the way of {@code super_read_only}. */
    @Test
    void aFenceThatHasToWaitTooLongChangesNothing() throws Exception {
        try (Connection other = db1.connect()) {
            other.createStatement().execute("LOCK TABLES shop.orders WRITE");
            Failure failure = failure(() -> server(Optional.empty()).setReadOnly(ReadOnly.FENCED));

            assertThat(failure).hasMessageContaining("error 1205");
            assertThat(failure.outcome()).isEqualTo(Outcome.NOT_DONE);
            assertThat(failure.hint()).contains("a session with locked tables");
        }
        assertThat(server(Optional.empty()).state().readOnly()).isEqualTo(ReadOnly.WRITABLE);
    }

    @Test
    void whatWasDoneOnlyInPartIsToldAsThat() {
        JdbcSession session = new JdbcSession(lifeboat(), clock);
        Failure failure = failure(() -> session.change("change it", connection -> {
            MySqlStatements.execute(connection, lifeboat(), "change it", "SET GLOBAL event_scheduler = ON",
                    "SET GLOBAL no_such_variable = 1");
            return null;
        }));

        assertThat(failure).hasMessageContaining("Could change it on `db1`").hasMessageContaining("only in part");
        assertThat(failure.outcome()).isEqualTo(Outcome.UNKNOWN);
    }

    @Test
    void aSchemaThatIsNotThereLeadsToPrepare() {
        MySqlServer server = server(Optional.empty());
        Failure failure = failure(server::heartbeat);

        assertThat(failure).hasMessageContaining("error 1");
        assertThat(failure.hint()).contains("lifeboat prepare");
        assertThat(failure(() -> server.writeCanary("note")).hint()).contains("lifeboat prepare");
        assertThat(server.probeWrite(LIMIT).detail()).contains("lifeboat prepare");
    }

    @Test
    void anotherServerThanMySqlIsRefusedAtTheGreeting() throws Exception {
        try (DisguisedPort old = new DisguisedPort(db1.port(), "11.4.2-MariaDB")) {
            JdbcLogin login = lifeboat().at(new Address("127.0.0.1", old.port()));
            MySqlServer server = new JdbcMySqlServer(login, Optional.empty(), name -> login, clock, IdentityGuard.NONE);

            assertThat(server.reach(LIMIT)).matches(reach -> reach.answer() == Answer.OTHER_ERROR)
                    .matches(reach -> reach.detail().contains("it is MariaDB"));
            assertThat(failure(server::state)).hasMessageContaining("`db1`").hasMessageContaining(
                    "can't be handled: it is MariaDB (11.4.2-MariaDB), which Lifeboat does not handle.");
        }
    }

    private static Failure failure(Runnable call) {
        Failure failure = catchThrowableOfType(Failure.class, call::run);
        assertThat(failure).isNotNull();
        return failure;
    }
}
