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

    private static final String BACKED_UP = """
            step back_up "Back up one replica, and archive the binary logs" timeout 10m takes 1m {
                let manifest = backup.full(db2, to: store("san"))
                backup.binlogs(cluster.primary, to: store("san"))
            }
            irreversible "What is archived stays."
            step prove "Read all of the backup" timeout 10m takes 1m {
                require backup.verify(back_up.manifest).sound
            }
            """;
    private static final String BEHIND = """
            step behind "Keep one replica behind" timeout 1m takes 5s {
                mysql.set_delay(dr1, delay: 1h)
            }
            """;
    private static final String PICKED = BEHIND + BACKED_UP + """
            step pick "Say which transaction was wrong" timeout 5m takes 10s {
                wait until not empty(mysql.find_transactions(db1, kind: DELETE, min_rows: 5)) every 1s timeout 4m
                let bad = mysql.find_transactions(db1, kind: DELETE, min_rows: 5)[0].gtid
                backup.binlogs(db1, to: store("san"))
            }
            irreversible "What is archived stays."
            """;
    private static final String CLOSED = PICKED + """
            step close "Let nobody write" timeout 1m takes 5s {
                mysql.set_read_only(cluster.primary, on: true)
                wait 2s
            }
            """;
    private static final String REACHED = PICKED + """
            step reach "Bring the replica to just before it" timeout 5m takes 10s {
                mysql.apply_until(dr1, before: pick.bad)
            }
            irreversible "It is an example."
            """;
    private static final String RESTORED = PICKED + """
            step restore "Bring the backup into a spare" timeout 1h takes 1m {
                backup.restore(back_up.manifest, to: server("new1"), identity: "new1")
            }
            irreversible "It is an example."
            """;

    /** What has happened when the example begins. */
    private enum Beginning {
        ALL_IS_WELL("calm", ""),
        DR1_IS_DELAYED("calm", ASSESS),
        DR1_STANDS_STILL("calm", STOPPED),
        A_BACKUP_IS_THERE("calm", BACKED_UP),
        A_MISTAKE_WAS_MADE("mistake", PICKED),
        NOBODY_WRITES_AFTER_IT("mistake", CLOSED),
        DR1_STANDS_BEFORE_IT("mistake", REACHED),
        THE_BACKUP_IS_RESTORED("mistake", RESTORED),
        THE_PRIMARY_IS_DEAD("dead-primary", ""),
        SOMEBODY_IS_ELECTED("dead-primary",
                COLLECT),
        THE_ARCHIVE_HAS_MORE("archived", COLLECT),
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
            entry("mysql.ask_witnesses", Beginning.THE_PRIMARY_IS_DEAD),
            entry("mysql.lacking", Beginning.NOBODY_WRITES_AFTER_IT),
            entry("mysql.repair", Beginning.DR1_STANDS_BEFORE_IT),
            entry("mysql.repair_plan", Beginning.DR1_STANDS_BEFORE_IT),
            entry("backup.copy", Beginning.A_BACKUP_IS_THERE), entry("backup.verify", Beginning.A_BACKUP_IS_THERE),
            entry("backup.chain", Beginning.A_BACKUP_IS_THERE),
            entry("backup.first_since", Beginning.A_BACKUP_IS_THERE),
            entry("backup.predict", Beginning.A_BACKUP_IS_THERE),
            entry("backup.rehearse", Beginning.A_BACKUP_IS_THERE),
            entry("backup.restore", Beginning.A_BACKUP_IS_THERE),
            entry("backup.last_good", Beginning.A_MISTAKE_WAS_MADE),
            entry("backup.apply_binlogs", Beginning.THE_BACKUP_IS_RESTORED),
            entry("backup.top_up", Beginning.THE_ARCHIVE_HAS_MORE),
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
