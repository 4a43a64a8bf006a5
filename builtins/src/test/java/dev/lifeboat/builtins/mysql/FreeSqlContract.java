package dev.lifeboat.builtins.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.builtins.mysql.MySqlServer.FreeSql;
import dev.lifeboat.builtins.mysql.MySqlServer.Parameter;
import dev.lifeboat.builtins.mysql.MySqlServer.ThreadState;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** SQL of a runbook's own, as far as the model knows it. */
interface FreeSqlContract extends OnServers {

    @Test
    default void whatIsAskedIsAnsweredRowByRow() {
        String orders = only(db1(), "SELECT COUNT(*) FROM shop.orders");
        assertThat(Long.parseLong(orders)).isEqualTo(db1().checksums().tables().getFirst().rows());
        assertThat(only(db1(), "SELECT COUNT(*) FROM `shop`.`orders`")).isEqualTo(orders);
        assertThat(only(db1(), "SELECT @@server_uuid")).isEqualTo(db1().state().identity().uuid());
        assertThat(only(db1(), "select @@global.gtid_purged")).isEqualTo(db1().state().purged().toString());
        assertThat(only(db2(), "SELECT @@super_read_only")).isEqualTo("1");
        assertThat(row(db2(), "SHOW GLOBAL VARIABLES LIKE 'read_only'")).containsExactly(Optional.of("read_only"),
                Optional.of("ON"));
    }

    @Test
    default void valuesAreBoundAndComeBackAsTheyAre() {
        String hostile = "it's; \"DROP\" `x` \\ -- 𝄞\n?";
        assertThat(row(db1(), "SELECT ?, 7, ?, ?", new Parameter(Parameter.Kind.TEXT, hostile),
                new Parameter(Parameter.Kind.WHOLE, "-3"), new Parameter(Parameter.Kind.NUMBER, "1.50")))
                .containsExactly(Optional.of(hostile), Optional.of("7"), Optional.of("-3"), Optional.of("1.50"));
    }

    @Test
    default void aVariableIsSet() {
        execute(db1(), "SET GLOBAL super_read_only = ON");
        assertThat(db1().state().readOnly()).matches(found -> found.readOnly() && found.superReadOnly());
        assertThat(db1().state().readOnly().persistedSuperReadOnly()).isEmpty();
        execute(db1(), "SET GLOBAL read_only = OFF");
        assertThat(db1().state().readOnly()).matches(found -> !found.readOnly() && !found.superReadOnly());
        execute(db1(), "SET PERSIST read_only = ON");
        assertThat(db1().state().readOnly().persistedReadOnly()).contains(true);
    }

    @Test
    default void replicationIsStoppedAndStarted() {
        execute(db2(), "STOP REPLICA IO_THREAD");
        assertThat(channel(db2()).receiver()).isEqualTo(ThreadState.OFF);
        assertThat(channel(db2()).applier()).isEqualTo(ThreadState.ON);
        execute(db2(), "stop replica");
        assertThat(channel(db2()).applier()).isEqualTo(ThreadState.OFF);
        execute(db2(), "START REPLICA");
        eventually("it follows", () -> channel(db2()).receiving() && channel(db2()).applier() == ThreadState.ON);
    }

    @Test
    default void aServerThatIsGoneAnswersNothing() {
        given().kill("db3");
        assertThat(OnServers.failure(() -> row(db3(), "SELECT 1"))).hasMessageContaining("`db3`");
        assertThat(OnServers.failure(() -> execute(db3(), "STOP REPLICA"))).hasMessageContaining("`db3`");
    }

    private static void execute(MySqlServer server, String sql) {
        server.execute(new FreeSql(sql, List.of()));
    }

    private static String only(MySqlServer server, String sql) {
        assertThat(row(server, sql)).hasSize(1);
        return row(server, sql).getFirst().orElseThrow();
    }

    private static List<Optional<String>> row(MySqlServer server, String sql, Parameter... parameters) {
        assertThat(server.query(new FreeSql(sql, List.of(parameters)))).hasSize(1);
        return server.query(new FreeSql(sql, List.of(parameters))).getFirst().values();
    }
}
