package dev.lifeboat.simulator.world;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.builtins.Builtins;
import dev.lifeboat.builtins.inventory.Inventory;
import dev.lifeboat.builtins.mysql.AccountGrants;
import dev.lifeboat.builtins.preflight.Needs;
import dev.lifeboat.interpreter.check.CheckedRunbook;
import dev.lifeboat.interpreter.value.Value;
import dev.lifeboat.simulator.scenario.Scenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each runbook in the scenarios that come with it. */
class RunbookScenariosTest {
    private static final Path SCENARIOS = Path.of("..", "runbooks", "scenarios");
    /** Of the runbooks whose parameters have no values of their own. */
    private static final Map<String, Map<String, Value>> PARAMETERS = Map.of("replica-failure",
            Map.of("replica", new Value.Handle("server", "db2"), "donor", new Value.Handle("server", "dr1")));

    static List<String> scenarios() throws IOException {
        try (Stream<Path> files = Files.walk(SCENARIOS)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .map(file -> SCENARIOS.relativize(file).toString()).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void endsAsItExpects(String file) {
        Scenario scenario = Stories.scenario(file);
        String runbook = file.substring(0, file.indexOf('/'));
        DryRun run = run(runbook, scenario);
        assertThat(run.outcome()).as(run.told()).isEqualTo(scenario.expect().orElseThrow().outcome());
        assertThat(run.simulation().unseenFailures()).isEmpty();
        assertThat(run.simulation().notModelled()).isEmpty();
        assertThat(run.simulation().missedSteps()).isEmpty();
        assertThat(run(runbook, scenario).told()).isEqualTo(run.told());
        assertThat(new PortPrivileges(grants(runbook)).lacking(run)).as("what its grants don't allow").isEmpty();
    }

    private static AccountGrants grants(String runbook) {
        Inventory inventory = Stories.example();
        CheckedRunbook program = DryRun.program(Stories.source(runbook + ".runbook"), Builtins.registry(inventory));
        return AccountGrants.of(new Needs(program, inventory, "ecommerce", List.of()).calls(), false);
    }

    private static DryRun run(String runbook, Scenario scenario) {
        return DryRun.of(Stories.source(runbook + ".runbook"), scenario, 1,
                new LinkedHashMap<>(PARAMETERS.getOrDefault(runbook, Map.of())));
    }
}
