package dev.lifeboat.cli.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.builtins.lab.LabServer;
import dev.lifeboat.builtins.mysql.GtidSet;
import dev.lifeboat.cli.Invocation;
import dev.lifeboat.interpreter.run.Event;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The runbook `data-corruption` on real servers whose rows somebody has destroyed for real, by each of its ways. */
@Timeout(300)
@Execution(ExecutionMode.CONCURRENT)
class DataCorruptionIT {
    private static final String UPDATE = "UPDATE shop.orders SET note = 'lost' WHERE id >= " + CorruptedShop.FIRST
            + " ORDER BY id LIMIT " + CorruptedShop.DESTROYED;
    private static final String DELETE = "DELETE FROM shop.orders WHERE id >= " + CorruptedShop.FIRST
            + " ORDER BY id LIMIT " + CorruptedShop.DESTROYED;

    @Test
    @DisplayName("rows are written back from the replica that is behind on purpose; later two mistakes more: that replica takes over")
    void repairedThenReplaced() throws Exception {
        try (CorruptedShop shop = CorruptedShop.open()) {
            shop.backUp();
            recovered(shop, List.of(shop.mistake(UPDATE, 50)), "repair", "db1");
            follows(shop, "db2", "db1");
            assertThat(shop.server("db3").replica().status()).containsEntry("SQL_Delay", "3600")
                    .containsEntry("Replica_SQL_Running", "Yes").containsEntry("Replica_IO_Running", "Yes");

            recovered(shop, List.of(shop.mistake(UPDATE, 20), shop.mistake(DELETE, 30)), "replica", "db3");
            follows(shop, "db2", "db3");
        }
    }

    @Test
    @DisplayName("a backup is restored into the spare, with everything that followed but the mistake; it takes over, and the others are built anew from it")
    void restored() throws Exception {
        try (CorruptedShop shop = CorruptedShop.open()) {
            shop.backUp();
            recovered(shop, List.of(shop.mistake(DELETE, 200)), "restore", "new1");
            follows(shop, "db2", "new1");
            follows(shop, "db3", "new1");
            assertThat(shop.server("db3").replica().status()).containsEntry("SQL_Delay", "3600");
        }
    }

    private static void recovered(CorruptedShop shop, List<String> mistakes, String way, String leader)
            throws Exception {
        String bad = GtidSet.parse(String.join(",", mistakes)).toString();
        Invocation run = shop.run("data-corruption", CorruptedShop.answers(bad, way));
        assertThat(run.status()).as(run.all()).isZero();
        assertThat(Files.readString(shop.folder().resolve("letters.txt"))).contains(mistakes).contains("200 ");
        assertThat(run.all()).contains("reached service_restored").doesNotContain(" failed: ");
        assertRecovered(shop, bad, leader);
    }

    /** Whoever leads has every good transaction and not the bad one, and the application writes there and nowhere else. */
    static void assertRecovered(CorruptedShop shop, String bad, String leader) throws Exception {
        LabServer server = shop.server(leader);
        assertThat(shop.application().takesOrders()).isTrue();
        for (String name : CorruptedShop.SERVERS) {
            assertThat(shop.server(name).value("SELECT @@GLOBAL.super_read_only")).as("super_read_only of %s", name)
                    .isEqualTo(name.equals(leader) ? "0" : "1");
        }
        assertThat(server.query("SHOW REPLICA STATUS")).isEmpty();
        if (!leader.equals("db1")) {
            assertThat(server.value("SELECT GTID_SUBSET('" + bad + "', @@GLOBAL.gtid_executed)"))
                    .isEqualTo(leader.equals("db3") ? "1" : "0");
            assertThat(server.query("SELECT reason FROM lifeboat.timeline ORDER BY epoch").getLast().get("reason"))
                    .contains(bad);
        }
        assertThat(server.value("SELECT written > NOW(6) - INTERVAL 10 SECOND FROM lifeboat.heartbeat WHERE server = '"
                + server.uuid() + "'")).as("it beats").isEqualTo("1");
        shop.twin().assertMatchedBy(server, shop.application().acknowledged());
        assertBackedUp(shop, server);
        assertObjectives(shop);
    }

    private static void assertBackedUp(CorruptedShop shop, LabServer server) throws Exception {
        try (var files = Files.walk(shop.folder().resolve("san"))) {
            assertThat(files.map(shop.folder()::relativize).map(Object::toString)
                    .filter(file -> file.matches("san/shop/" + server.uuid() + "/full/[^/]+-" + server.name()
                            + "/manifest.json")))
                    .hasSize(1);
        }
    }

    /** Nothing that anybody was told is stored was lost. */
    private static void assertObjectives(CorruptedShop shop) {
        List<Event.Objective> objectives = Journals.events(shop.journal(), Event.RunEnded.class)
                .reduce((first, last) -> last).orElseThrow().objectives();
        assertThat(objectives).as("%s", objectives).hasSize(2).allMatch(Event.Objective::met)
                .filteredOn(objective -> objective.name().equals("rpo")).extracting(Event.Objective::measured)
                .containsExactly(Duration.ZERO);
    }

    private static void follows(CorruptedShop shop, String replica, String source) throws SQLException {
        LabServer follower = shop.server(replica);
        assertThat(follower.replica().status()).containsEntry("Source_UUID", shop.server(source).uuid())
                .containsEntry("Replica_IO_Running", "Yes").containsEntry("Replica_SQL_Running", "Yes");
    }
}
