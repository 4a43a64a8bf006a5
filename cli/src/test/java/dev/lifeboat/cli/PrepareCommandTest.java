package dev.lifeboat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.grammar.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrepareCommandTest {
    private static final Path RUNBOOKS = Path.of("..", "runbooks");
    private static final Path EXAMPLE = RUNBOOKS.resolve("inventory/example.yaml");

    private static Invocation grants(Path inventory, String... runbooks) {
        List<String> words = new ArrayList<>(List.of("prepare", "--inventory", inventory.toString(), "--grants"));
        for (String runbook : runbooks) {
            words.addAll(List.of("--runbook", RUNBOOKS.resolve(runbook + ".runbook").toString()));
        }
        return Invocation.of(words.toArray(String[]::new));
    }

    @ParameterizedTest
    @ValueSource(strings = {"primary-failure", "switchover", "readiness", "backup-verify"})
    void aRunbookNeedsWhatItCanCall(String runbook) {
        Golden.compare(Path.of("src/test/resources/prepare", runbook + ".sql"), grants(EXAMPLE, runbook).out());
    }

    @ParameterizedTest
    @ValueSource(strings = {"primary-failure", "switchover", "reopen", "replica-failure",
            "failback-prepare", "failback-switch", "readiness"})
    void whoOnlyFailsOverIsNoSystemUser(String runbook) {
        assertThat(grants(EXAMPLE, runbook).out()).contains("GRANT").doesNotContain("SYSTEM_USER")
                .doesNotContain("INSERT ON *.*");
    }

    @ParameterizedTest
    @ValueSource(strings = {"switchover", "reopen", "failback-switch", "readiness"})
    void whoseWordsReadNoDataMayReadNone(String runbook) {
        assertThat(grants(EXAMPLE, runbook).out().lines().filter(line -> line.startsWith("GRANT")))
                .noneMatch(line -> line.matches("GRANT (.*, )?SELECT(,.*)? ON \\*\\.\\*.*"));
    }

    @Test
    void severalRunbooksNeedWhatEachNeeds() {
        assertThat(grants(EXAMPLE, "switchover", "backup-full").out()).contains("mysql.switchover", "backup.full");
    }

    @Test
    void withoutStoresNobodyBringsABackupBack(@TempDir Path folder) throws IOException {
        String example = Files.readString(EXAMPLE);
        Path without = Files.writeString(folder.resolve("inventory.yaml"),
                example.replaceFirst("(?s)\nstores:.*?\nlease:", "\nlease:"));

        assertThat(grants(EXAMPLE).out()).contains("SYSTEM_USER", "backup.restore");
        for (String[] runbooks : new String[][]{{}, {"site-outage"}}) {
            assertThat(grants(without, runbooks).out()).contains("mysql.promote").doesNotContain("SYSTEM_USER")
                    .doesNotContain("backup.");
        }
    }
}
