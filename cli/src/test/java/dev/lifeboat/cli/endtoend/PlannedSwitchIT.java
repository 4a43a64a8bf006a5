package dev.lifeboat.cli.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.builtins.lab.AcknowledgedWriter;
import dev.lifeboat.builtins.lab.AcknowledgedWriter.Acknowledged;
import dev.lifeboat.cli.Invocation;
import dev.lifeboat.grammar.Rounds;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * The writes go from one site to the other and back under load, by the runbook `failback-switch` and by a shell script that does the same by hand, in turns and
 * on the same five servers. Who is quicker is told, in {@code target/planned-switch.md}; that nothing is lost is held.
 */
@Timeout(600)
class PlannedSwitchIT {
    static final String AGREED = """
            approvals:
              agree: {by: infrastructure_manager, answer: yes}
            """;
    private static final int ROWS_A_SECOND = 300;
    private static final List<String> SITES = List.of("db1", "dr1");
    private final WriteGaps gaps = new WriteGaps();

    @Test
    @DisplayName("back and forth between two sites under load: no acknowledged row lost, none twice, all servers the same; the gap beside one made by hand")
    void backAndForth() throws Exception {
        try (TwoSites sites = TwoSites.start()) {
            AcknowledgedWriter writer = sites.write(ROWS_A_SECOND);
            int rounds = Integer.getInteger("rounds", Rounds.of(6, 20));
            for (int round = 0; round < rounds; round++) {
                String from = SITES.get(round % 2);
                String to = SITES.get((round + 1) % 2);
                writer.awaitMore(200);
                int before = writer.acknowledged().size();
                // Each goes as often the one way as the other.
                boolean byHand = (round + 1) / 2 % 2 == 1;
                if (byHand) {
                    new SwitchoverByHand(sites).run(from, to);
                } else {
                    byLifeboat(sites, from, to);
                }
                writer.awaitMore(100);
                List<Acknowledged> rows = writer.acknowledged();
                gaps.add(byHand ? "by hand" : "lifeboat", TwoSites.gap(rows.subList(before - 1, rows.size())));
            }
            writer.stop();
            sites.shop().close();
            SameRows.everywhere(sites, SITES.get(rounds % 2), writer.acknowledged());
            SameRows.everywhere(sites, SITES.get(rounds % 2), sites.shop().acknowledged());
        } finally {
            gaps.tell(Path.of("target", "planned-switch.md"));
        }
    }

    private static void byLifeboat(TwoSites sites, String from, String to) throws Exception {
        Invocation run = sites.run("failback-switch", AGREED, "returned=" + to, "primary=" + from);
        assertThat(run.status()).as(run.all()).isZero();
        sites.keepJournal(Path.of("target", "planned-switch.journal"));
    }
}
