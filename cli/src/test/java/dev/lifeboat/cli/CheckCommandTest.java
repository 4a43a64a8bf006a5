package dev.lifeboat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.grammar.Golden;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** `lifeboat check` of whatever a person may name. */
class CheckCommandTest {
    private static final Path EXAMPLES = Path.of("src/test/resources/check");

    @TempDir
    private Path folder;

    @Test
    void reportsFiveMistakesAtOnceEachInItsPlace() {
        Invocation check = Invocation.of("check", EXAMPLES.resolve("five-mistakes.runbook").toString());
        assertThat(check.status()).isEqualTo(65);
        Golden.compare(EXAMPLES.resolve("five-mistakes.text"), check.err());
        assertThat(check.out()).startsWith("5 errors in 1 file.");
    }

    @Test
    void saysTheSameAsJsonAndForGitHub() {
        String file = EXAMPLES.resolve("five-mistakes.runbook").toString();
        Golden.compare(EXAMPLES.resolve("five-mistakes.json"), Invocation.of("check", "--format", "json", file).out());
        Golden.compare(EXAMPLES.resolve("five-mistakes.github"),
                Invocation.of("check", "--format", "github", file).out());
    }

    @Test
    void findsNothingWrongWithTheRunbooksOfTheRepository() {
        Invocation check = Invocation.of("check", "../runbooks");
        assertThat(check.status()).as(check.all()).isZero();
    }

    @Test
    void knowsMySqlInTheVersionsOfTheSettings() throws IOException {
        Path runbook = file("promote.runbook", """
                runbook promote "Promote"
                    version "1.0"
                    owner   @lead
                    requires mysql ">= 9.7"

                phase only "Only" {

                    step promote "Promote" timeout 1m takes 1s approve by @lead within 1m {
                        mysql.promote(cluster.primary)
                    }
                }
                """.getBytes(StandardCharsets.UTF_8));
        assertThat(refused(runbook)).contains("error[LB501]").doesNotContain("LB511");
        file("lifeboat.yaml", "mysql: [\"8.4\"]\n".getBytes(StandardCharsets.UTF_8));
        assertThat(refused(runbook)).contains("error[LB501]").contains("error[LB511]");
    }

    @Test
    void refusesVersionsOfTheSettingsThatNobodyKnowsOrHandles() throws IOException {
        file("lifeboat.yaml", "mysql: [\"8.4\", \"eight\", \"5.7\"]\n".getBytes(StandardCharsets.UTF_8));
        assertThat(refused(file("empty.runbook", new byte[0])))
                .contains("Found `eight`, expected a version of MySQL", "lifeboat.yaml:1:16", "such as `\"8.4\"`")
                .contains("Found `5.7`", "lifeboat.yaml:1:25").doesNotContain("Found `8.4`");
    }

    @Test
    void refusesAnEmptyFile() throws IOException {
        assertThat(refused(file("empty.runbook", new byte[0]))).contains("error[LB1").contains("`runbook NAME");
    }

    @Test
    void refusesABinaryFile() throws IOException {
        byte[] program = {0x7f, 'E', 'L', 'F', 2, 1, 1, 0, (byte) 0xff, (byte) 0xfe, 0, 0, (byte) 0x80};
        assertThat(refused(file("program.runbook", program))).contains("error[LB1").doesNotContain("Exception");
    }

    @Test
    void saysThatAFolderHasNoRunbooks() {
        Invocation check = Invocation.of("check", folder.toString());
        assertThat(check.status()).isEqualTo(64);
        assertThat(check.err()).contains("no runbook in folder").doesNotContain("Exception");
    }

    @Test
    void saysThatAFileIsMissing() {
        Invocation check = Invocation.of("check", folder.resolve("nowhere.runbook").toString());
        assertThat(check.status()).isEqualTo(64);
        assertThat(check.err()).contains("There is no runbook").contains("nowhere.runbook");
    }

    @Test
    void suggestsTheOptionThatWasMeant() {
        Invocation check = Invocation.of("check", "--stict", "x.runbook");
        assertThat(check.status()).isEqualTo(64);
        assertThat(check.err()).contains("--stict").contains("--help");
    }

    private String refused(Path file) {
        Invocation check = Invocation.of("check", file.toString());
        assertThat(check.status()).as(check.all()).isEqualTo(65);
        return check.err();
    }

    private Path file(String name, byte[] content) throws IOException {
        return Files.write(folder.resolve(name), content);
    }
}
