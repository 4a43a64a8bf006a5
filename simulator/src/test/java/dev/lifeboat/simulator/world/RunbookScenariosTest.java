package dev.lifeboat.simulator.world;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.simulator.scenario.Scenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each runbook in the scenarios that come with it. */
class RunbookScenariosTest {
    private static final Path SCENARIOS = Path.of("..", "runbooks", "scenarios");

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
        String runbook = file.substring(0, file.indexOf('/')) + ".runbook";
        DryRun run = DryRun.of(Stories.source(runbook), scenario, 1);
        assertThat(run.outcome()).as(run.told()).isEqualTo(scenario.expect().orElseThrow().outcome());
        assertThat(run.simulation().unseenFailures()).isEmpty();
        assertThat(run.simulation().notModelled()).isEmpty();
        assertThat(run.simulation().missedSteps()).isEmpty();
        assertThat(DryRun.of(Stories.source(runbook), scenario, 1).told()).isEqualTo(run.told());
    }
}
