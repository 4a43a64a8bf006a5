package dev.lifeboat.cli.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.builtins.lab.AcknowledgedWriter;
import dev.lifeboat.builtins.lab.AcknowledgedWriter.Acknowledged;
import dev.lifeboat.builtins.lab.LabServer;
import dev.lifeboat.cli.Invocation;
import dev.lifeboat.interpreter.run.Event;
import dev.lifeboat.interpreter.value.Value;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The runbook `site-outage` on five real servers in two sites, one of which dies. */
@Timeout(600)
class SiteOutageIT {
    private static final String APPROVED = """
            approvals:
              declare_lost: {by: infrastructure_manager, answer: yes}
              promote: {by: infrastructure_manager, answer: yes}
            questions:
              done: {by: infrastructure_manager, answer: yes}
            """;
    private static final String REBUILT = """
            approvals:
              rebuild: {by: infrastructure_manager, answer: yes}
            """;
    private static final String FENCED = "--persisted-globals-load=OFF --super-read-only=ON --skip-replica-start=ON";
    private static final String AT_ONCE = "patience=1s";
    private static final int ROWS_A_SECOND = 300;

    @Test
    @DisplayName("the main site dies: one that can't be shut off pauses; then DR gets what was archived and takes over, the application writes there, and the bound contains the loss; the site comes back, and the writes go back to it without loss")
    void mainSiteDiesAndComesBack() throws Exception {
        try (TwoSites sites = TwoSites.start()) {
            AcknowledgedWriter writer = sites.write(ROWS_A_SECOND);
            writer.awaitMore(300);
            keepFromReceiving(sites, writer);
            Instant archived = archive(sites, writer);
            Instant killed = killMain(sites);

            sites.surroundings().disobey();
            Invocation paused = sites.run("site-outage", APPROVED, AT_ONCE);
            assertThat(paused.status()).as(paused.all()).isEqualTo(2);
            assertThat(paused.all()).contains("can't be shut off");
            for (String name : TwoSites.DR) {
                assertThat(sites.server(name).value("SELECT @@GLOBAL.super_read_only")).isEqualTo("1");
            }

            sites.surroundings().obey();
            Invocation run = sites.run("site-outage", APPROVED, AT_ONCE);
            assertThat(run.status()).as(run.all()).isZero();
            writer.awaitMore(20);
            writer.stop();
            LabServer winner = winner(sites);
            assertThat(sites.surroundings().closed()).isTrue();
            assertThat(sites.shop().takesOrders()).isTrue();
            othersFollow(sites, winner);
            Set<Long> kept = kept(winner);
            assertThat(writer.acknowledged()).filteredOn(row -> row.at().isBefore(archived)).as("what was archived")
                    .allMatch(row -> kept.contains(row.id()));
            theBoundContainsTheLoss(sites, kept, writer, killed);
            goBack(sites, winner);
        }
    }

    /** Each server of the site has what nobody else has: that is written down, and the server is built anew. Then the writes go back under load. */
    private static void goBack(TwoSites sites, LabServer winner) throws Exception {
        AcknowledgedWriter writer = sites.write(ROWS_A_SECOND);
        String donor = winner.name().equals("dr1") ? "dr2" : "dr1";
        for (String name : TwoSites.MAIN) {
            sites.server(name).start(FENCED);
            Invocation prepared = sites.run("failback-prepare", REBUILT, "returned=" + name,
                    "primary=" + winner.name(), "donor=" + donor);
            assertThat(prepared.status()).as(prepared.all()).isZero();
            assertThat(prepared.all()).contains(name + " has ", "What only " + name + " has");
        }
        assertThat(sites.surroundings().closed()).isTrue();
        Invocation switched = sites.run("failback-switch", PlannedSwitchIT.AGREED, "returned=db1",
                "primary=" + winner.name(), "reconfigure=true");
        assertThat(switched.status()).as(switched.all()).isZero();
        assertThat(sites.surroundings().closed()).isFalse();
        writer.awaitMore(50);
        writer.stop();
        assertThat(sites.shop().takesOrders()).as("the application places orders").isTrue();
        sites.shop().close();
        SameRows.everywhere(sites, "db1", writer.acknowledged());
        SameRows.everywhere(sites, "db1", sites.shop().acknowledged().stream()
                .filter(order -> order.at().isAfter(writer.acknowledged().getFirst().at())).toList());
    }

    /** The DR site gets no more, one of its servers a little later than the other. */
    private static void keepFromReceiving(TwoSites sites, AcknowledgedWriter writer) throws SQLException {
        sites.server("dr2").replica().stopReceiver();
        writer.awaitMore(30);
        sites.server("dr1").replica().stopReceiver();
        writer.awaitMore(30);
    }

    /** A few rows more reach nobody outside the site. @return what was committed until then is archived */
    private static Instant archive(TwoSites sites, AcknowledgedWriter writer) throws IOException {
        Instant before = Instant.now();
        Invocation run = sites.run("backup-binlogs", "approvals: {}\n");
        assertThat(run.status()).as(run.all()).isZero();
        writer.awaitMore(30);
        return before;
    }

    private static Instant killMain(TwoSites sites) {
        TwoSites.MAIN.forEach(name -> sites.server(name).kill());
        return Instant.now();
    }

    private static LabServer winner(TwoSites sites) throws SQLException {
        LabServer dr1 = sites.server("dr1");
        return dr1.value("SELECT @@GLOBAL.read_only").equals("0") ? dr1 : sites.server("dr2");
    }

    private static void othersFollow(TwoSites sites, LabServer winner) throws SQLException {
        for (String name : TwoSites.DR) {
            if (!name.equals(winner.name())) {
                sites.server(name).replica().awaitAppliedFrom(winner);
                assertThat(sites.server(name).replica().status()).containsEntry("Source_Port",
                        Integer.toString(winner.port()));
            }
        }
    }

    private static Set<Long> kept(LabServer winner) throws SQLException {
        return winner.query("SELECT id FROM shop.orders").stream().map(row -> Long.valueOf(row.get("id")))
                .collect(Collectors.toSet());
    }

    private static void theBoundContainsTheLoss(TwoSites sites, Set<Long> kept, AcknowledgedWriter writer,
            Instant killed) throws Exception {
        List<Acknowledged> lost = writer.acknowledged().stream()
                .filter(row -> row.at().isBefore(killed) && !kept.contains(row.id())).toList();
        assertThat(lost).as("rows that no server of the DR site had").isNotEmpty();
        Duration bound = Journals.events(sites.journal(), Event.Learned.class)
                .filter(learned -> learned.fact().equals("loss"))
                .map(learned -> ((Value.Span) learned.value()).value()).reduce((first, last) -> last).orElseThrow();
        assertThat(lost).allSatisfy(row -> assertThat(Duration.between(row.at(), killed)).isLessThanOrEqualTo(bound));
        System.out.println("site outage: " + lost.size() + " acknowledged rows lost, at most the last " + bound);
    }
}
