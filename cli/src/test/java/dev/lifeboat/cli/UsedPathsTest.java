package dev.lifeboat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What `use` names is read only where it lies below the runbooks' root; whatever else it names is refused with a sentence. */
class UsedPathsTest {
    @TempDir
    private Path folder;
    private Path root;

    @BeforeEach
    void libraries() throws IOException {
        root = Files.createDirectories(folder.resolve("root"));
        Files.writeString(root.resolve("lifeboat.yaml"), "mysql: [\"8.4\"]\n");
        Files.writeString(root.resolve("inside.runbook"), "library inside\n");
        Files.createDirectory(root.resolve("sub"));
        Path outside = Files.writeString(folder.resolve("outside.runbook"), "library outside\n");
        Files.createSymbolicLink(root.resolve("link.runbook"), outside);
        Files.createSymbolicLink(root.resolve("there-and-back"), folder);
    }

    private Invocation using(String path) throws IOException {
        Path runbook = Files.writeString(root.resolve("user.runbook"), """
                runbook user "U"
                    version "1"
                    owner @lead

                use "%s"

                phase p "P" {
                    step s "S" timeout 1m takes 1s { wait 1s }
                }
                """.formatted(path));
        return Invocation.of("check", runbook.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"inside.runbook", "./inside.runbook", "sub/../inside.runbook"})
    void belowTheRootIsRead(String path) throws IOException {
        assertThat(using(path).all()).isEqualTo("No errors in 1 file.\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../outside.runbook", "sub/../../outside.runbook", "link.runbook",
            "there-and-back/outside.runbook", "/etc/passwd",
            "/dev/zero", "sub", "", ".", "..", "~/outside.runbook", "..\\\\outside.runbook", "C:outside.runbook",
            "inside.runbook\\n", "🦄.runbook"})
    void whateverElseIsRefused(String path) throws IOException {
        Invocation check = using(path);
        assertThat(check.status()).isEqualTo(65);
        assertThat(check.err()).startsWith("error[LB223]: There is no library `").doesNotContain("Exception");
    }

    @Test
    void aLongNameIsRefused() throws IOException {
        assertThat(using("x".repeat(100_000)).err()).startsWith("error[LB223]: There is no library `xxx")
                .hasSizeLessThan(6_000);
    }

    @Test
    void itselfIsNoLibrary() throws IOException {
        assertThat(using("user.runbook").err()).startsWith("error[LB223]: There is no library `user.runbook`.");
    }
}
