package dev.lifeboat.builtins.mysql.data;

import static dev.lifeboat.builtins.mysql.LabWords.field;
import static dev.lifeboat.builtins.mysql.LabWords.server;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lifeboat.builtins.lab.LabAccounts;
import dev.lifeboat.builtins.lab.LabServer;
import dev.lifeboat.builtins.lab.MySqlLab;
import dev.lifeboat.builtins.lab.ServerPlan;
import dev.lifeboat.builtins.mysql.GtidSet;
import dev.lifeboat.builtins.mysql.LabWords;
import dev.lifeboat.builtins.mysql.MySqlServer;
import dev.lifeboat.interpreter.value.Value;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mistakes of an application on a real primary, put right from a replica that has not applied them yet. */
class RepairIT {
    private static final String ROWS = "SELECT id, HEX(name), HEX(photo), price, ratio, HEX(place), doc, at, shout FROM shop.things ORDER BY id";
    private static MySqlLab lab;
    private LabWords words;
    @TempDir
    private Path folder;

    @BeforeAll
    static void start(@TempDir Path place) throws Exception {
        lab = MySqlLab.start(ServerPlan.primary("db1"), ServerPlan.replica("db2", "db1"));
        new LabWords(lab, place, Map.of()).prepare();
        LabAccounts.allow(lab, "mysql.panic", "mysql.apply_until", "mysql.repair_plan", "mysql.repair");
    }

    @AfterAll
    static void end() {
        lab.close();
    }

    private static LabServer db1() {
        return lab.server("db1");
    }

    private static LabServer db2() {
        return lab.server("db2");
    }

    @BeforeEach
    void beforeTheMistake() throws SQLException {
        words = new LabWords(lab, folder, Map.of());
        db1().execute("DROP TABLE IF EXISTS shop.things",
                """
                        CREATE TABLE shop.things (id BIGINT UNSIGNED PRIMARY KEY, name VARCHAR(50), photo BLOB, price DECIMAL(10,2), ratio FLOAT,
                          place POINT, doc JSON, at TIMESTAMP(6) NULL, shout VARCHAR(50) GENERATED ALWAYS AS (UPPER(name)) STORED)
                        """,
                """
                        INSERT INTO shop.things (id, name, photo, price, ratio, place, doc, at) VALUES
                          (1, 'one', NULL, 1.10, 0.1, NULL, NULL, NULL),
                          (2, '\uD83D\uDE91 it''s \\\\ "two"', 0x00270A5C, 2.20, 0.333333, POINT(1.5, 2), '{"a": "ö", "b": [1]}', '2026-11-27 01:02:03.000004'),
                          (3, '', '', 3.30, NULL, NULL, 'null', NULL), (4, 'four', NULL, 4, 4, NULL, NULL, NULL)
                        """);
        db2().replica().awaitAppliedFrom(db1());
        db2().execute("STOP REPLICA SQL_THREAD");
    }

    @AfterEach
    void goOn() throws SQLException {
        db2().execute("START REPLICA SQL_THREAD");
    }

    /** @return the GTIDs of the application's among them */
    private GtidSet mistake(String... statements) throws SQLException {
        GtidSet before = GtidSet.parse(db1().replica().executed());
        db1().execute(statements);
        GtidSet since = GtidSet.parse(db1().replica().executed()).subtract(before);
        return words.port(MySqlServer.class, "db1").clientWrites(since);
    }

    private Value repair(GtidSet bad) {
        return words.call("mysql.repair", server("db1"), server("db2"), new Value.Handle("gtids", bad.toString()));
    }

    @Test
    void justTheRowsOfTheMistakeAreAsTheyWere() throws Exception {
        List<Map<String, String>> right = db1().query(ROWS);
        GtidSet bad = mistake(
                "UPDATE shop.things SET name = 'x', photo = 'x', price = 0, ratio = 0, doc = '[]', at = NOW(6) WHERE id IN (1, 2)",
                "DELETE FROM shop.things WHERE id IN (2, 3)", "INSERT INTO shop.things (id, name) VALUES (5, 'five')");
        mistake("UPDATE shop.things SET name = 'a good change' WHERE id = 4");
        List<Map<String, String>> wrong = db1().query(ROWS);

        Value plan = words.call("mysql.repair_plan", server("db1"), server("db2"),
                new Value.Handle("gtids", bad.toString()));
        assertThat(List.of(field(plan, "inserts"), field(plan, "updates"), field(plan, "deletes")))
                .containsExactly(new Value.Int(2), new Value.Int(1), new Value.Int(1));
        assertThat(db1().query(ROWS)).isEqualTo(wrong);

        assertThat(repair(bad)).isEqualTo(plan);
        List<Map<String, String>> now = db1().query(ROWS);
        assertThat(now.subList(0, 3)).isEqualTo(right.subList(0, 3));
        assertThat(db1().query("SELECT name FROM shop.things WHERE id = 4").getFirst()).containsValue("a good change");
        assertThat(now).hasSize(4);

        assertThat(field(repair(bad), "well")).as("done twice it is done once").isEqualTo(new Value.Int(4));
        words.rollBack();
        assertThat(db1().query(ROWS)).as("the inverse").isEqualTo(wrong);
    }

    @Test
    void aRowThatAGoodTransactionChangedSinceIsNobodysToDecide() throws Exception {
        GtidSet bad = mistake("UPDATE shop.things SET price = 0");
        GtidSet good = mistake("UPDATE shop.things SET price = 9 WHERE id = 3");
        assertThatThrownBy(() -> repair(bad))
                .hasMessageContaining("`db1` is not repaired from `db2`: good transactions "
                        + "that `db2` does not have changed the same rows: shop.things id=3 by " + good + ".");
        assertThat(db1().value("SELECT price FROM shop.things WHERE id = 3")).isEqualTo("9.00");
        repair(bad.union(good));
        assertThat(db1().value("SELECT GROUP_CONCAT(price ORDER BY id) FROM shop.things"))
                .isEqualTo("1.10,2.20,3.30,4.00");
    }

    @Test
    void whatCanNotBePutRightRowByRowIsRefused() throws Exception {
        GtidSet dropped = mistake("CREATE TABLE shop.other (id INT)", "DROP TABLE shop.other");
        assertThatThrownBy(() -> repair(dropped)).hasMessageContaining("changed more than rows: ");
        db1().execute("CREATE TABLE shop.keyless (id INT)", "INSERT INTO shop.keyless VALUES (1)");
        GtidSet keyless = mistake("UPDATE shop.keyless SET id = 2");
        assertThatThrownBy(() -> repair(keyless)).hasMessageContaining(
                "`db1` is not repaired from `db2`: " + keyless
                        + " changed rows of `shop.keyless` whose primary key nobody can tell");
        db1().execute("DROP TABLE shop.keyless");
        GtidSet key = mistake("UPDATE shop.things SET id = 77 WHERE id = 1");
        assertThatThrownBy(() -> repair(key))
                .hasMessageContaining("changed the primary key of `shop.things` id=1 to id=77");
        db1().execute("CREATE TRIGGER shop.loud BEFORE UPDATE ON shop.things FOR EACH ROW SET NEW.name = 'loud'");
        GtidSet bad = mistake("DELETE FROM shop.things WHERE id = 2");
        assertThatThrownBy(() -> repair(bad))
                .hasMessageContaining("`shop.things` has triggers, which would fire: loud");
        assertThatThrownBy(() -> repair(GtidSet.of("3e11fa47-71ca-11e1-9e33-c80aa9429562", 7)))
                .hasMessageContaining("it has never executed 3e11fa47");
    }

    @Test
    void aServerThatHasTheMistakeItselfKnowsNothingBetter() throws Exception {
        GtidSet bad = mistake("DELETE FROM shop.things WHERE id = 2");
        db2().execute("START REPLICA SQL_THREAD");
        db2().replica().awaitAppliedFrom(db1());
        assertThatThrownBy(() -> repair(bad)).hasMessageContaining("`db2` has executed bad transactions itself");
    }
}
