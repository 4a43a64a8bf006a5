package dev.lifeboat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is given with `--param` is looked at before anything is done, and a run says what it was given. */
class ParametersTest {
    private static final String RUNBOOK = """
            runbook look "Look at ${target}, with ${patience}"
                version "1.0"
                owner   @database_lead

            param target: server
            param patience: duration = 5m
            param whom: role = @on_call
            param others: list of server = []

            phase look "Look" {
                step ask "Ask" {
                    require mysql.ping(target)
                    notify @database_lead "${whom}, ${others}"
                }
            }
            """;

    @TempDir
    private Path folder;
    private Path runbook;

    @BeforeEach
    void writeRunbook() throws IOException {
        Files.writeString(folder.resolve("lifeboat.yaml"), "inventory: example.yaml\n");
        Files.copy(Path.of("../runbooks/inventory/example.yaml"), folder.resolve("example.yaml"));
        runbook = Files.writeString(folder.resolve("look.runbook"), RUNBOOK);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            target=db22        | the inventory has no server `db22`. Did you mean `db2`?
            target=            | Parameter `target`
            patience=300       | Parameter `patience`: `300` is no duration.
            patience=5 minutes | `5 minutes` is no duration.
            whom=on_cal        | the inventory has no role `on_cal`. Did you mean `on_call`?
            others=db2,db33    | the inventory has no server `db33`.
            targt=db2          | The runbook has no parameter `targt`. Did you mean `target`?
            target             | --param
            """)
    void whatIsWrongIsRefused(String given, String said) {
        Invocation run = Invocation.of("dry-run", runbook.toString(), "--param=target=db2", "--param=" + given);
        assertThat(run.status()).as(run.all()).isEqualTo(64);
        assertThat(run.err()).contains(said).doesNotContain("Exception");
        assertThat(run.out()).doesNotContain("Look at");
    }

    @Test
    void whatHasNoDefaultHasToBeGiven() {
        Invocation run = Invocation.of("dry-run", runbook.toString());
        assertThat(run.status()).isEqualTo(64);
        assertThat(run.err()).contains("Parameter `target` has no default: give it with `--param target=…`, a server.");
    }

    @Test
    void aRunIsHeadedByItsTitleWithTheValues() {
        Invocation run = Invocation.of("dry-run", runbook.toString(), "--param=target=db2");
        assertThat(run.status()).as(run.all()).isZero();
        assertThat(run.out()).contains("Look at db2, with 5m  look").doesNotContain("${");
    }
}
