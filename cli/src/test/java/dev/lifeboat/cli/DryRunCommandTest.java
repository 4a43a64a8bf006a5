package dev.lifeboat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.grammar.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** `lifeboat dry-run` of the runbook of the repository, in all its scenarios. */
class DryRunCommandTest {
    private static final String RUNBOOK = "../runbooks/primary-failure.runbook";
    private static final Path EXPECTED = Path.of("src/test/resources/dry-run");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"default, 0", "primary-answers, 0", "behind, 3", "refused, 1"})
    void endsAsTheScenarioIsCalled(String scenario, int status) {
        Invocation run = Invocation.of("dry-run", RUNBOOK, "--scenario", scenario);
        assertThat(run.status()).as(run.all()).isEqualTo(status);
        assertThat(run.out().lines()).allMatch(line -> line.startsWith("SIMULATED"));
        assertThat(run.out()).doesNotContain("expects another end");
        Golden.compare(EXPECTED.resolve(scenario + ".text"), run.out());
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
