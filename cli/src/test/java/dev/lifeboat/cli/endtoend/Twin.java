package dev.lifeboat.cli.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.builtins.lab.AcknowledgedWriter.Acknowledged;
import dev.lifeboat.builtins.lab.LabServer;
import dev.lifeboat.builtins.lab.MySqlLab;
import dev.lifeboat.builtins.lab.ServerPlan;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A server that does what another one does, and never made its mistake. */
final class Twin implements AutoCloseable {
    private static final String ORDERS = "SELECT *, UNIX_TIMESTAMP(written) AS moment FROM shop.orders ORDER BY id";
    private static final String STOCK = "SELECT item, pieces, SHA2(note, 256) AS note FROM shop.stock ORDER BY item";
    private final MySqlLab lab;
    private final LabServer elder;

    private Twin(MySqlLab lab, LabServer elder) {
        this.lab = lab;
        this.elder = elder;
    }

    static Twin of(LabServer elder) throws SQLException {
        Twin twin = new Twin(MySqlLab.start(ServerPlan.spare("twin")), elder);
        twin.server().execute("SET GLOBAL super_read_only = OFF");
        twin.server().replica().follow(elder);
        twin.server().replica().awaitAppliedFrom(elder);
        return twin;
    }

    private LabServer server() {
        return lab.server("twin");
    }

    void passOver(String gtid) throws SQLException {
        server().execute("SET gtid_next = '" + gtid + "'", "BEGIN", "COMMIT", "SET gtid_next = 'AUTOMATIC'");
    }

    /** It does what the other one has done since, and nothing more. */
    void catchUp() throws SQLException {
        server().execute("START REPLICA");
        server().replica().awaitAppliedFrom(elder);
        server().execute("STOP REPLICA");
    }

    /** Each row that it has is there as it has it, and beside those there are such only as the application placed. */
    void assertMatchedBy(LabServer other, List<Acknowledged> placed) throws SQLException {
        assertThat(other.query(STOCK)).isEqualTo(server().query(STOCK));
        Map<String, Map<String, String>> there = byId(other.query(ORDERS));
        Map<String, Map<String, String>> own = byId(server().query(ORDERS));
        Set<String> orders = placed.stream().map(order -> Long.toString(order.id())).collect(Collectors.toSet());
        assertThat(there).containsAllEntriesOf(own).containsKeys(orders.toArray(String[]::new));
        there.forEach((id, row) -> assertThat(own.containsKey(id) || row.get("note").equals("order " + id))
                .as("row %s", row).isTrue());
    }

    String value(String sql) throws SQLException {
        return server().value(sql);
    }

    private static Map<String, Map<String, String>> byId(List<Map<String, String>> rows) {
        return rows.stream().collect(Collectors.toMap(row -> row.get("id"), Function.identity()));
    }

    @Override
    public void close() {
        lab.close();
    }
}
