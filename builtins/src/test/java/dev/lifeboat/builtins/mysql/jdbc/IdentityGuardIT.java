package dev.lifeboat.builtins.mysql.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lifeboat.builtins.inventory.Inventory.Address;
import dev.lifeboat.builtins.inventory.Inventory.Tls;
import dev.lifeboat.builtins.lab.CutPort;
import dev.lifeboat.builtins.lab.LabAccounts;
import dev.lifeboat.builtins.lab.LabServer;
import dev.lifeboat.builtins.lab.MySqlLab;
import dev.lifeboat.builtins.lab.ServerPlan;
import dev.lifeboat.builtins.mysql.Grants;
import dev.lifeboat.builtins.mysql.MySqlServer;
import dev.lifeboat.builtins.mysql.MySqlServer.FreeSql;
import dev.lifeboat.builtins.mysql.MySqlServer.ReadOnly;
import dev.lifeboat.builtins.mysql.Privilege;
import dev.lifeboat.interpreter.builtin.Halt;
import dev.lifeboat.interpreter.run.Identities;
import dev.lifeboat.interpreter.world.SystemClock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two servers behind one address, and the address is moved while a run goes on; and what an account may do, as a real server tells it. */
class IdentityGuardIT {
    private static MySqlLab lab;
    private static LabServer db1;
    private static LabServer db2;
    private CutPort way;
    private MySqlServer server;

    @BeforeAll
    static void start() throws Exception {
        lab = MySqlLab.start(ServerPlan.primary("db1"), ServerPlan.primary("db2"));
        db1 = lab.server("db1");
        db2 = lab.server("db2");
    }

    @AfterAll
    static void end() {
        if (lab != null) {
            lab.close();
        }
    }

    @BeforeEach
    void throughOneAddress() throws Exception {
        way = CutPort.to(db1);
        server = server(LabAccounts.LIFEBOAT, LabAccounts.LIFEBOAT_PASSWORD);
    }

    @AfterEach
    void close() throws Exception {
        way.close();
    }

    private MySqlServer server(String user, String password) {
        JdbcLogin login = new JdbcLogin("db1", new Address("127.0.0.1", way.port()), user, () -> password, Tls.PREFER);
        return new JdbcMySqlServer(login, Optional.empty(), account -> login, new SystemClock(), new Identities());
    }

    @Test
    void nothingIsChangedOnAnotherServerThanTheOneThatWasMet() throws Exception {
        assertThat(server.state().identity().uuid()).isEqualTo(db1.uuid());
        way.leadTo(db2);

        assertThatThrownBy(() -> server.setReadOnly(ReadOnly.FENCED)).isInstanceOf(Halt.class)
                .hasMessageContaining("`db1`").hasMessageContaining(db1.uuid()).hasMessageContaining(db2.uuid());
        assertThatThrownBy(() -> server.execute(new FreeSql("CREATE SCHEMA astray", List.of())))
                .isInstanceOf(Halt.class);
        assertThatThrownBy(() -> server.killSessions()).isInstanceOf(Halt.class);
        assertThat(db2.value("SELECT @@GLOBAL.read_only")).isEqualTo("0");
        assertThat(db2.query("SHOW SCHEMAS LIKE 'astray'")).isEmpty();
    }

    @Test
    void whatIsSeenOnAnotherServerIsNotTakenForWhatIsSeenOnThisOne() {
        server.state();
        way.leadTo(db2);

        assertThatThrownBy(() -> server.state()).isInstanceOf(Halt.class);
        assertThatThrownBy(() -> server.probeWrite(Duration.ofSeconds(3))).isInstanceOf(Halt.class);
    }

    @Test
    void whenTheAddressLeadsBackItIsTheSameServerAsBefore() throws Exception {
        server.state();
        way.leadTo(db2);
        assertThatThrownBy(() -> server.setReadOnly(ReadOnly.FENCED)).isInstanceOf(Halt.class);
        way.leadTo(db1);

        server.setReadOnly(ReadOnly.FENCED);
        assertThat(db1.value("SELECT @@GLOBAL.super_read_only")).isEqualTo("1");
        server.setReadOnly(ReadOnly.WRITABLE);
    }

    @Test
    void anActiveRoleCountsAndOneThatIsNotActiveDoesNot() throws Exception {
        db1.execute("CREATE ROLE dr");
        db1.execute("GRANT REPLICATION_SLAVE_ADMIN, CONNECTION_ADMIN ON *.* TO dr");
        db1.execute("CREATE USER guest IDENTIFIED BY 'guest-secret'");
        db1.execute("GRANT dr TO guest");
        MySqlServer asGuest = server("guest", "guest-secret");

        Grants before = Grants.of(asGuest.grants());
        assertThat(before.lack(Privilege.of("CONNECTION_ADMIN"))).isPresent();
        assertThat(before.roles()).hasSize(1);
        db1.execute("SET DEFAULT ROLE ALL TO guest");
        assertThat(Grants.of(asGuest.grants()).lack(Privilege.of("CONNECTION_ADMIN"))).isEmpty();
    }

    @Test
    void whatIsRevokedInPartIsSeen() throws Exception {
        db1.execute("SET GLOBAL partial_revokes = ON");
        db1.execute("CREATE USER partly IDENTIFIED BY 'partly-secret'");
        db1.execute("GRANT SELECT ON *.* TO partly");
        db1.execute("REVOKE SELECT ON shop.* FROM partly");

        assertThat(Grants.of(server("partly", "partly-secret").grants()).lack(Privilege.of("SELECT"))
                .map(Grants.Lack::told))
                .contains("SELECT (revoked on shop.*)");
    }

    @Test
    void theLabsAccountHasWhatPrepareAsksFor() {
        Grants grants = Grants.of(server.grants());

        for (String privilege : List.of("SELECT", "REPLICATION CLIENT", "REPLICATION_SLAVE_ADMIN",
                "SYSTEM_VARIABLES_ADMIN", "PERSIST_RO_VARIABLES_ADMIN", "CONNECTION_ADMIN", "INSERT ON lifeboat.*")) {
            assertThat(grants.lack(Privilege.of(privilege))).as(privilege).isEmpty();
        }
    }
}
