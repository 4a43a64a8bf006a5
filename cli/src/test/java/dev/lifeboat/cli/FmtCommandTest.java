package dev.lifeboat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** `lifeboat fmt`. */
class FmtCommandTest {
    private static final String UNTIDY = """
            runbook   a "b"
            version "1" # the first
              owner @database_lead
            """;

    @TempDir
    private Path folder;
    private Path file;

    @BeforeEach
    void write() throws IOException {
        file = Files.writeString(folder.resolve("a.runbook"), UNTIDY);
    }

    @Test
    void findsTheRunbooksOfTheRepositoryInTheStyle() {
        Invocation check = Invocation.of("fmt", "--check", "../runbooks");
        assertThat(check.status()).as(check.all()).isZero();
    }

    @Test
    void changesNothingWhereItOnlyChecks() throws IOException {
        Invocation check = Invocation.of("fmt", "--check", file.toString());
        assertThat(check.status()).isEqualTo(1);
        assertThat(check.out()).contains("Not in the style: ").contains("a.runbook");
        assertThat(Files.readString(file)).isEqualTo(UNTIDY);
    }

    @Test
    void writesTheStyleKeepsCommentsAndIsThenContent() throws IOException {
        assertThat(Invocation.of("fmt", folder.toString()).status()).isZero();
        assertThat(Files.readString(file)).contains("runbook a \"b\"").contains("# the first").isNotEqualTo(UNTIDY);
        assertThat(Invocation.of("fmt", "--check", file.toString()).status()).isZero();
        assertThat(folder).isDirectoryContaining(left -> left.endsWith("a.runbook"))
                .isDirectoryNotContaining("glob:**.new");
    }

    @Test
    void leavesAFileWithErrorsAsItIs() throws IOException {
        Files.writeString(file, "runbook {");
        Invocation format = Invocation.of("fmt", file.toString());
        assertThat(format.status()).isEqualTo(65);
        assertThat(format.err()).contains("error[LB1");
        assertThat(Files.readString(file)).isEqualTo("runbook {");
    }

    @Test
    void formatsTheOthersWhereOneHasErrors() throws IOException {
        Path wrong = Files.writeString(folder.resolve("a-wrong.runbook"), "runbook {");
        Invocation format = Invocation.of("fmt", folder.toString());
        assertThat(format.status()).isEqualTo(65);
        assertThat(format.err()).contains("error[LB1").contains("a-wrong.runbook:1:");
        assertThat(format.out()).isEqualTo("Formatted: " + file + "\n");
        assertThat(Files.readString(wrong)).isEqualTo("runbook {");
        assertThat(Files.readString(file)).isNotEqualTo(UNTIDY);
    }

    @Test
    void showsWhatWouldChangeAndWritesNothing() throws IOException {
        Invocation diff = Invocation.of("fmt", "--check", "--diff", file.toString());
        assertThat(diff.status()).isEqualTo(1);
        assertThat(diff.out()).isEqualTo("--- a" + file + "\n+++ b" + file + """

                @@ -1,3 +1,3 @@
                -runbook   a "b"
                -version "1" # the first
                -  owner @database_lead
                +runbook a "b"
                +    version "1"  # the first
                +    owner   @database_lead
                """);
        assertThat(Files.readString(file)).isEqualTo(UNTIDY);
    }

    @Test
    void showsThatTheLastLineHasNoEnd() throws IOException {
        Files.writeString(file, "runbook a \"b\"\n    version \"1\"");
        assertThat(Invocation.of("fmt", "--diff", file.toString()).out()).endsWith("""
                @@ -1,2 +1,2 @@
                 runbook a "b"
                -    version "1"
                \\ No newline at end of file
                +    version "1"
                """);
    }

    @Test
    void hasNoDifferencesToShowOfWhatIsInTheStyle() {
        Invocation diff = Invocation.of("fmt", "--diff", "../runbooks");
        assertThat(diff.status()).isZero();
        assertThat(diff.out()).isEmpty();
    }
}
