package dev.lifeboat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.grammar.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** `lifeboat dry-run` of the runbooks of the repository. */
class DryRunCommandTest {
    private static final String RUNBOOK = "../runbooks/primary-failure.runbook";
    private static final Path EXPECTED = Path.of("src/test/resources/dry-run");
    /** Of the runbooks whose parameters have no values of their own. */
    private static final Map<String, List<String>> PARAMETERS = Map.of("replica-failure",
            List.of("replica=db2", "donor=dr1"));

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"primary-failure, default, 0", "primary-failure, primary-answers, 0", "primary-failure, behind, 3",
            "primary-failure, refused, 1", "backup-binlogs, default, 0", "backup-copy, default, 0",
            "backup-full, default, 0", "backup-prune, default, 0", "backup-verify, default, 0",
            "data-corruption, default, 0", "data-corruption, replica, 0", "data-corruption, restore, 3",
            "data-corruption, damaged-backup, 0", "data-corruption, hole, 2", "failback-prepare, default, 0",
            "failback-switch, default, 0", "readiness, default, 0", "reopen, default, 0", "replica-failure, default, 0",
            "site-outage, default, 0", "site-outage, archive, 0", "site-outage, hole, 3", "switchover, default, 0"})
    void endsAsTheScenarioIsCalled(String runbook, String scenario, int status) {
        List<String> words = new ArrayList<>(
                List.of("dry-run", "../runbooks/" + runbook + ".runbook", "--scenario", scenario));
        PARAMETERS.getOrDefault(runbook, List.of()).forEach(parameter -> words.addAll(List.of("--param", parameter)));
        Invocation run = Invocation.of(words.toArray(String[]::new));
        assertThat(run.status()).as(run.all()).isEqualTo(status);
        assertThat(run.out().lines()).allMatch(line -> line.startsWith("SIMULATED"));
        assertThat(run.out()).doesNotContain("expects another end");
        Golden.compare(EXPECTED.resolve(runbook).resolve(scenario + ".text"), run.out());
    }

    @Test
    void noRunbookIsLeftOut() throws IOException {
        assertThat(names(EXPECTED)).containsExactlyElementsOf(names(Path.of("../runbooks")).stream()
                .filter(name -> name.endsWith(".runbook")).map(name -> name.replace(".runbook", "")).toList());
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void writesTheSameJournalForTheSameSeedAndAnotherForAnother() throws IOException {
        byte[] first = journal("first.journal", "7");
        assertThat(journal("second.journal", "7")).isEqualTo(first);
        assertThat(journal("third.journal", "8")).isNotEqualTo(first);
        assertThat(new String(first, java.nio.charset.StandardCharsets.UTF_8)).doesNotContain(folder.toString(),
                System.getProperty("user.dir"));
    }

    private byte[] journal(String name, String seed) throws IOException {
        Path journal = folder.resolve(name);
        Invocation run = Invocation.of("dry-run", RUNBOOK, "--seed", seed, "--journal", journal.toString());
        assertThat(run.status()).as(run.all()).isZero();
        return Files.readAllBytes(journal);
    }

    @Test
    void neverOverwritesAJournal() throws IOException {
        Path journal = Files.writeString(folder.resolve("kept.journal"), "precious");
        Invocation run = Invocation.of("dry-run", RUNBOOK, "--journal", journal.toString());
        assertThat(run.status()).isIn(64, 69);
        assertThat(Files.readString(journal)).isEqualTo("precious");
        assertThat(run.err()).contains("kept.journal").doesNotContain("Exception");
    }

    @Test
    void namesTheScenariosThatThereAre() {
        Invocation run = Invocation.of("dry-run", RUNBOOK, "--scenario", "behnd");
        assertThat(run.status()).isEqualTo(64);
        assertThat(run.err()).contains("Did you mean `behind`?");
    }

    @Test
    void writesEventsForMachines() {
        Invocation run = Invocation.of("dry-run", RUNBOOK, "--json");
        assertThat(run.status()).as(run.err()).isZero();
        assertThat(run.out().lines()).allMatch(line -> line.startsWith("{") && line.endsWith("}"));
        assertThat(run.out()).contains("\"RunEnded\"");
    }

    @Test
    void showsTheValuesOfTheNamesInARequireThatFails() throws IOException {
        Path runbook = Files.writeString(folder.resolve("v.runbook"), """
                runbook v "V"
                    version "1"
                    owner   @database_lead

                phase p "P" {
                    step s "S" timeout 30s takes 1s {
                        let replicas = cluster.replicas
                        let most = 1
                        require count(replicas) <= most, "There are too many replicas."
                    }
                }
                """);
        Invocation run = Invocation.of("dry-run", runbook.toString(), "--inventory",
                "../runbooks/inventory/example.yaml");
        assertThat(run.out()).contains("failed: There are too many replicas.\n", "  `replicas` is db2, dr1 and late\n",
                "  `most` is 1\n");
    }
}
