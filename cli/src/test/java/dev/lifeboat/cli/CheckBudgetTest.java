package dev.lifeboat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.grammar.Golden;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** `lifeboat check --budget`. */
class CheckBudgetTest {
    private static final Path EXAMPLES = Path.of("src/test/resources/check");
    private static final String RUNBOOK = EXAMPLES.resolve("budget.runbook").toString();

    @Test
    void showsWhereTheTimeGoes() {
        Invocation check = Invocation.of("check", "--budget", RUNBOOK);
        assertThat(check.status()).isEqualTo(65);
        Golden.compare(EXAMPLES.resolve("budget.table"), check.out());
    }

    @Test
    void saysTheSameAsJson() {
        Golden.compare(EXAMPLES.resolve("budget.json"),
                Invocation.of("check", "--budget", "--format", "json", RUNBOOK).out());
    }

    @Test
    void saysTheErrorsOfARunbookWhoseTimesNobodyCanTell() {
        Invocation check = Invocation.of("check", "--budget", EXAMPLES.resolve("five-mistakes.runbook").toString());
        assertThat(check.err()).contains("error[LB102]");
        assertThat(check.out()).doesNotContain("at worst");
    }

    @Test
    void hasNoFormForGitHub() {
        Invocation check = Invocation.of("check", "--budget", "--format", "github", RUNBOOK);
        assertThat(check.status()).isEqualTo(64);
        assertThat(check.err()).contains("`--format text` or `json`");
    }
}
