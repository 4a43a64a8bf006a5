package dev.lifeboat.cli.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.builtins.lab.AcknowledgedWriter.Acknowledged;
import dev.lifeboat.builtins.lab.LabServer;
import java.sql.SQLException;
import java.util.List;

/** What holds of the rows once nobody writes any more. */
final class SameRows {
    private SameRows() {}

    /** Each row that an application was told of is there once, all servers have the same, and only one takes writes. */
    static void everywhere(TwoSites sites, String primary, List<Acknowledged> told) throws SQLException {
        sites.awaitLevel(primary);
        List<Long> kept = rows(sites.server(primary));
        assertThat(kept).doesNotHaveDuplicates()
                .containsAll(told.stream().map(Acknowledged::id).toList());
        String sum = checksum(sites.server(primary));
        for (LabServer server : sites.servers()) {
            assertThat(checksum(server)).as("rows of %s", server).isEqualTo(sum);
            assertThat(server.value("SELECT @@GLOBAL.super_read_only")).as("super_read_only of %s", server)
                    .isEqualTo(server.name().equals(primary) ? "0" : "1");
        }
    }

    private static List<Long> rows(LabServer server) throws SQLException {
        return server.query("SELECT id FROM shop.orders").stream().map(row -> Long.valueOf(row.get("id"))).toList();
    }

    private static String checksum(LabServer server) throws SQLException {
        return server.query("CHECKSUM TABLE shop.orders").getFirst().get("Checksum");
    }
}
