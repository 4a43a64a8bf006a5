package dev.lifeboat.cli.reference;

import static java.util.Map.entry;

import dev.lifeboat.builtins.Builtins;
import dev.lifeboat.builtins.inventory.Inventory;
import dev.lifeboat.interpreter.builtin.Signature;
import dev.lifeboat.interpreter.run.RunOutcome;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The example of each builtin works: it is put into a step, checked, and run on the simulated estate. */
class BuiltinExamplesTest {
    private static final String COLLECT = """
            step fence "Fence the old primary" timeout 1m takes 5s {
                let proof = mysql.fence(cluster.primary)
            }
            step collect "Let the replicas finish what they received" timeout 2m takes 5s {
                mysql.freeze_receivers(cluster)
                mysql.drain_relay_logs(cluster)
                let election = mysql.elect(cluster)
            }
            step accept "Accept the loss" approve by @incident_commander
            """;
    private static final String PROMOTE = COLLECT + """
            step promote "Promote it" timeout 1m takes 2s {
                mysql.promote(collect.election.winner)
            }
            """;
    private static final String ROUTE = PROMOTE + """
            step route "Send the application to the new primary" timeout 1m takes 5s {
                endpoint.switch(service, to: collect.election.winner)
            }
            verify { wait until endpoint.accepts_writes(service) every 1s timeout 30s }
            """;
    private static final String RESTART = PROMOTE + """
            step restart "Start the old primary, fenced" timeout 10m takes 1m {
                mysql.start_fenced(cluster.primary)
            }
            """;

    private static final String ASSESS = """
            step assess "Keep one replica from applying what comes" timeout 1m takes 5s {
                mysql.set_delay(dr1, delay: 1h)
                wait until count(mysql.status(dr1).unapplied) > 20 every 100ms timeout 1m
                let bad = mysql.status(dr1).unapplied
            }
            """;
    private static final String STOPPED = ASSESS + """
            step stop "Stop right before it" timeout 1m takes 5s {
                mysql.apply_until(dr1, before: assess.bad)
            }
            irreversible "It is an example."
            """;

    /** What has happened when the example begins. */
    private enum Beginning {
        ALL_IS_WELL("calm", ""),
        DR1_IS_DELAYED("calm", ASSESS),
        DR1_STANDS_STILL("calm", STOPPED),
        THE_PRIMARY_IS_DEAD("dead-primary", ""),
        SOMEBODY_IS_ELECTED("dead-primary",
                COLLECT),
        DB2_IS_PROMOTED("dead-primary", PROMOTE),
        DB2_TAKES_THE_WRITES("dead-primary", ROUTE),
        THE_OLD_PRIMARY_IS_BACK("dead-primary", RESTART);

        private final String story;
        private final String steps;

        Beginning(String story, String steps) {
            this.story = story;
            this.steps = steps;
        }
    }

    private static final Map<String, Beginning> BEGINNINGS = Map.ofEntries(
            entry("mysql.apply_until", Beginning.DR1_IS_DELAYED),
            entry("mysql.skip_transaction", Beginning.DR1_STANDS_STILL), entry("empty", Beginning.SOMEBODY_IS_ELECTED),
            entry("mysql.fence", Beginning.THE_PRIMARY_IS_DEAD),
            entry("mysql.start_fenced", Beginning.THE_PRIMARY_IS_DEAD),
            entry("mysql.promote", Beginning.SOMEBODY_IS_ELECTED), entry("endpoint.switch", Beginning.DB2_IS_PROMOTED),
            entry("mysql.detach", Beginning.DB2_TAKES_THE_WRITES),
            entry("mysql.rejoin", Beginning.THE_OLD_PRIMARY_IS_BACK),
            entry("mysql.quarantine", Beginning.THE_OLD_PRIMARY_IS_BACK),
            entry("mysql.salvage_tail", Beginning.SOMEBODY_IS_ELECTED),
            entry("mysql.reverse_replication", Beginning.THE_OLD_PRIMARY_IS_BACK));

    @TempDir
    private static Path folder;
    private static ExampleFolder examples;

    @BeforeAll
    static void makeFolder() throws IOException {
        examples = new ExampleFolder(folder);
    }

    @ParameterizedTest
    @MethodSource
    void eachExampleRuns(Signature builtin) throws IOException {
        Beginning beginning = BEGINNINGS.getOrDefault(builtin.word(), Beginning.ALL_IS_WELL);
        String runbook = builtin.example().startsWith("param ")
                ? Part.DECLARATION.complete(builtin.example() + "\n")
                : Part.STEP.complete(beginning.steps + step(builtin));
        examples.tryOut(builtin.word(), runbook, beginning.story, RunOutcome.DONE);
    }

    static Stream<Signature> eachExampleRuns() {
        return new BuiltinsPage(Builtins.registry(Inventory.EMPTY)).words();
    }

    private static String step(Signature builtin) {
        boolean wayBack = builtin.inverse() || !builtin.effect().alters();
        return "step example \"An example\" timeout 5m takes 1s {\n    " + builtin.example() + "\n}\n"
                + (wayBack ? "" : "irreversible \"It is an example.\"\n");
    }
}
