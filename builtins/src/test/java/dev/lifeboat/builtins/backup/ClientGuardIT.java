package dev.lifeboat.builtins.backup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.builtins.backup.Restoration.Backup;
import dev.lifeboat.builtins.backup.Restoration.LoadTimes;
import dev.lifeboat.builtins.inventory.Inventory.Address;
import dev.lifeboat.builtins.inventory.Inventory.Tls;
import dev.lifeboat.builtins.lab.Await;
import dev.lifeboat.builtins.lab.LabAccounts;
import dev.lifeboat.builtins.lab.LabServer;
import dev.lifeboat.builtins.lab.MySqlLab;
import dev.lifeboat.builtins.lab.ServerPlan;
import dev.lifeboat.builtins.mysql.jdbc.JdbcInstance;
import dev.lifeboat.builtins.mysql.jdbc.JdbcLogin;
import dev.lifeboat.builtins.mysql.jdbc.JdbcSession;
import dev.lifeboat.interpreter.builtin.IdentityGuard;
import dev.lifeboat.interpreter.world.SystemClock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a Lifeboat that is killed leaves behind: its end closes the pipes to its clients, and that is all that they learn of it. */
class ClientGuardIT {
    /** A column more would have come. */
    private static final String HALF = "CREATE TABLE shop.before (id INT);\nCREATE TABLE shop.halved (id INT PRIMARY KEY)";
    private static MySqlLab lab;
    private final SystemClock clock = new SystemClock();

    @BeforeAll
    static void start() throws SQLException {
        lab = MySqlLab.start(ServerPlan.primary("db1"));
    }

    @AfterAll
    static void end() {
        lab.close();
    }

    private static LabServer db1() {
        return lab.server("db1");
    }

    private static JdbcLogin login() {
        return new JdbcLogin("db1", new Address("127.0.0.1", db1().port()), LabAccounts.LIFEBOAT,
                () -> LabAccounts.LIFEBOAT_PASSWORD, Tls.PREFER);
    }

    private JdbcRestoreTarget target() {
        return new JdbcRestoreTarget(new JdbcSession(login(), Optional.empty(), clock, IdentityGuard.NONE),
                new JdbcInstance(login(), Optional.empty(), account -> login(), clock, IdentityGuard.NONE));
    }

    /** @return the client's status */
    private static int fed(String sql, boolean guarded, boolean whole) throws Exception {
        db1().execute("DROP TABLE IF EXISTS shop.before, shop.halved");
        try (ClientOptions options = ClientOptions.of(login())) {
            List<String> client = List.of(ClientProgram.find("mysql"), options.argument(), "--binary-mode");
            ClientGuard guard = new ClientGuard(options.folder());
            Process process = new ProcessBuilder(guarded ? guard.command(client) : client).inheritIO()
                    .redirectInput(ProcessBuilder.Redirect.PIPE).start();
            process.getOutputStream().write(sql.getBytes(StandardCharsets.UTF_8));
            process.getOutputStream().flush();
            if (whole) {
                guard.whole();
            } else {
                Await.until("the client has come to it", Duration.ofSeconds(20), () -> isThere("before"));
            }
            process.getOutputStream().close();
            int status = process.waitFor();
            if (!whole && guarded) {
                Await.until("the password is gone", Duration.ofSeconds(5), () -> !Files.exists(options.folder()));
            }
            return status;
        }
    }

    private static boolean isThere(String table) throws SQLException {
        return !db1().query("SHOW TABLES IN shop LIKE '" + table + "'").isEmpty();
    }

    @Test
    void halfAStatementIsNotExecutedAsMySqlsClientDoesByItself() throws Exception {
        assertThat(fed(HALF, false, false)).isZero();
        assertThat(isThere("halved")).as("what a client does by itself").isTrue();

        assertThat(fed(HALF, true, false)).isEqualTo(128 + 9);
        assertThat(isThere("halved")).isFalse();

        assertThat(fed(HALF + ";\n", true, true)).isZero();
        assertThat(isThere("halved")).isTrue();
        assertThat(fed("SELECT nonsense;\n", true, true)).isEqualTo(1);
    }

    /** That of a load is wiped, which puts them back; what was applied stays. */
    @Test
    void theSettingsThatARunnerHasRelaxedWhoDiedArePutBackByTheNext() throws Exception {
        String settings = "SELECT CONCAT_WS(' ', @@GLOBAL.sync_binlog, @@GLOBAL.innodb_flush_log_at_trx_commit, "
                + "@@GLOBAL.max_allowed_packet, @@GLOBAL.event_scheduler, @@GLOBAL.log_bin_trust_function_creators)";
        String before = db1().value(settings);
        try {
            target().loading(new Backup("san", "shop-20261127T020000Z-db1"), clock.now(), "run-1").close();
            target().whole(new LoadTimes(Duration.ZERO, Duration.ZERO, Duration.ZERO, 1, 1));
            target().applying();
            assertThat(db1().value(settings)).isNotEqualTo(before);

            target().applying().close();
            assertThat(db1().value(settings)).isEqualTo(before);
        } finally {
            db1().execute("SET GLOBAL super_read_only = OFF", "SET GLOBAL read_only = OFF",
                    "DROP SCHEMA lifeboat_restore");
        }
    }

    /** As one that was stopped, or whose machine has lost the network, and comes back. */
    @Test
    void aClientThatGoesOnIsEndedByWhoeverRestoresNext() throws Exception {
        try (var former = DriverManager.getConnection("jdbc:mysql://" + db1().address()
                + "/shop?allowPublicKeyRetrieval=true&sslMode=DISABLED", LabAccounts.LIFEBOAT,
                LabAccounts.LIFEBOAT_PASSWORD); var statement = former.createStatement()) {
            statement.execute("DO GET_LOCK('" + MySqlLoader.LOCK + "', 0)");

            assertThat(target().endFormer()).singleElement().asString().startsWith("thread ").endsWith(" killed");
            assertThat(former.isValid(2)).isFalse();
            assertThat(target().endFormer()).isEmpty();
        }
    }
}
