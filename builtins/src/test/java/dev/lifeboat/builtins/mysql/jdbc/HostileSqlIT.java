package dev.lifeboat.builtins.mysql.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.builtins.hostile.HostileText;
import dev.lifeboat.builtins.hostile.OneStep;
import dev.lifeboat.builtins.inventory.Inventory.Address;
import dev.lifeboat.builtins.inventory.Inventory.Tls;
import dev.lifeboat.builtins.lab.LabAccounts;
import dev.lifeboat.builtins.lab.LabServer;
import dev.lifeboat.builtins.lab.MySqlLab;
import dev.lifeboat.builtins.lab.ServerPlan;
import dev.lifeboat.builtins.mysql.MySqlServer;
import dev.lifeboat.interpreter.builtin.IdentityGuard;
import dev.lifeboat.interpreter.builtin.Ports;
import dev.lifeboat.interpreter.value.Value;
import dev.lifeboat.interpreter.world.SystemClock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A value in SQL is a bound parameter and a name is that name, whatever is in them: by a real server, in the way that a run takes. */
class HostileSqlIT {
    private static final String SERVER = "server(\"db1\")";
    private static MySqlLab lab;
    private static LabServer db1;
    private static Ports ports;

    @BeforeAll
    static void start() throws Exception {
        lab = MySqlLab.start(ServerPlan.primary("db1"));
        db1 = lab.server("db1");
        db1.execute("CREATE SCHEMA hostile",
                "CREATE TABLE hostile.texts (id INT AUTO_INCREMENT PRIMARY KEY, value LONGTEXT)",
                "GRANT ALL ON hostile.* TO '" + LabAccounts.LIFEBOAT + "'@'%'");
        JdbcLogin login = new JdbcLogin("db1", new Address("127.0.0.1", db1.port()), LabAccounts.LIFEBOAT,
                () -> LabAccounts.LIFEBOAT_PASSWORD, Tls.PREFER);
        ports = new OneServer(
                new JdbcMySqlServer(login, Optional.empty(), name -> login, new SystemClock(), IdentityGuard.NONE));
    }

    @AfterAll
    static void end() {
        if (lab != null) {
            lab.close();
        }
    }

    @Test
    void aValueGoesInAndComesBackByteForByte() throws Exception {
        OneStep roundTrip = new OneStep(ports, """
                mysql.execute(%1$s, "INSERT INTO hostile.texts (value) VALUES (${value})")
                let read = mysql.query(%1$s, "SELECT value FROM hostile.texts WHERE value = BINARY ${value} LIMIT 1")
                let same = mysql.query(%1$s, "SELECT ${value}")
                """.formatted(SERVER));
        List<String> texts = HostileText.texts(11, 120);
        for (String text : texts) {
            assertThat(roundTrip.with(text)).as(text).containsEntry("read", row(text)).containsEntry("same", row(text));
        }
        assertThat(db1.value("SELECT COUNT(*) FROM hostile.texts")).isEqualTo(Integer.toString(texts.size()));
    }

    @Test
    void aLongValueAndANulAreValuesTooAndHalfACharacterIsNone() {
        OneStep asked = new OneStep(ports, "let same = mysql.query(%s, \"SELECT ${value}\")".formatted(SERVER));
        String megabyte = "it's 𝄞 ".repeat(1 << 17);
        assertThat(asked.with(megabyte)).containsEntry("same", row(megabyte));
        assertThat(asked.with("a\0b")).containsEntry("same", row("a\0b"));
        assertThat(failure(asked, "\udc00")).contains("half of a character");
    }

    @Test
    void aNameMakesExactlyThatTable() throws Exception {
        OneStep creates = new OneStep(ports, """
                mysql.execute(%s, "CREATE TABLE ${ident("hostile")}.${ident(value)} (id INT)")
                """.formatted(SERVER));
        for (String name : List.of("a`b", "a``b`", "a.b", "`; DROP TABLE texts; --", "it's", "\"", "ä日本", "a b", "-1",
                "1",
                "?", "select", "n".repeat(64))) {
            assertThat(creates.with(name)).as(name).doesNotContainKey("failure");
            assertThat(db1.value("SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = 'hostile'"
                    + " AND HEX(table_name) = HEX('" + name.replace("'", "''") + "')")).as(name).isEqualTo("1");
        }
        assertThat(db1.value("SELECT COUNT(*) FROM information_schema.tables WHERE table_name = 'texts'"))
                .isEqualTo("1");
    }

    @Test
    void whatCanBeNoNameIsRefused() {
        OneStep creates = new OneStep(ports, """
                mysql.execute(%s, "CREATE TABLE hostile.${ident(value)} (id INT)")
                """.formatted(SERVER));
        for (String name : List.of("", "a ", "a\0b", "n".repeat(65), "𝄞", "x".repeat(1 << 20))) {
            assertThat(failure(creates, name)).contains("can't be a name in SQL").hasSizeLessThan(300);
        }
    }

    @Test
    void aQueryCanWriteNothing() throws Exception {
        assertThat(failure(new OneStep(ports,
                "let no = mysql.query(%s, \"INSERT INTO hostile.texts (value) VALUES (${value})\")".formatted(SERVER)),
                "x"))
                .contains("only reads");
        db1.execute(
                "CREATE FUNCTION hostile.writes() RETURNS INT DETERMINISTIC MODIFIES SQL DATA BEGIN INSERT INTO hostile.texts (value) VALUES ('no'); RETURN 1; END");
        assertThat(
                failure(new OneStep(ports, "let no = mysql.query(%s, \"SELECT hostile.writes()\")".formatted(SERVER)),
                        "x"))
                .contains("error 1792");
    }

    private static String failure(OneStep step, String value) {
        Map<String, Value> outcome = step.with(value);
        assertThat(outcome).containsKey("failure");
        return ((Value.Text) outcome.get("failure")).value();
    }

    private static Value row(String text) {
        return new Value.Listing(List.of(new Value.Listing(List.of(new Value.Text(text)))));
    }

    private record OneServer(MySqlServer server) implements Ports {
        @Override
        public <P> Optional<P> find(Class<P> kind, String name) {
            return kind == MySqlServer.class ? Optional.of(kind.cast(server)) : Optional.empty();
        }

        @Override
        public void whenNotModelled(Consumer<String> listener) {}
    }
}
